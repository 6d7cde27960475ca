package io.convoy.program;

import io.convoy.base.ClusterName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is in the program, wave by wave in the order in which they are considered, and what each would take of the limits. Made
 * anew when the program or the inventory changes.
 */
public final class Roster {

    private final Program program;
    private final List<Member> members;
    private final List<Slot> slots;
    private final Map<ClusterName, Member> byName = new HashMap<>();

    private Roster(Program program, List<Member> members, List<Slot> slots) {
        this.program = program;
        this.members = List.copyOf(members);
        this.slots = List.copyOf(slots);
        members.forEach(member -> byName.put(member.cluster(), member));
    }

    /**
     * Seats every cluster.
     *
     * @param fleet every cluster of the inventory; one that the program names and that is not there is a member all the same
     */
    public static Roster of(Program program, List<Subject> fleet) {
        List<Membership.Seat> seats = Membership.of(program, fleet);
        Slots slots = new Slots(program.limits().bounds(), program.paceOrUsual());
        Calendars calendars = new Calendars(program.windows(), program.freezes());
        List<List<Integer>> after = Precedence.of(program, seats);
        List<Member> members = new ArrayList<>();
        for (int place = 0; place < seats.size(); place++) {
            Subject subject = seats.get(place).subject();
            members.add(new Member(
                    subject,
                    seats.get(place).wave(),
                    place,
                    seats.get(place).placeInWave(),
                    after.get(place),
                    slots.sharesOf(subject),
                    calendars.of(subject)));
        }
        return new Roster(program, members, slots.all());
    }

    public Program program() {
        return program;
    }

    public List<Member> members() {
        return members;
    }

    public int size() {
        return members.size();
    }

    public Optional<Member> find(ClusterName cluster) {
        return Optional.ofNullable(byName.get(cluster));
    }

    /** Those that take of a limit, by the words that {@link Keeper.AtLimit} has for it. */
    public Stream<Member> takers(String limit) {
        return members.stream().filter(member -> member.shares().stream()
                .anyMatch(share -> slots.get(share.slot()).words().equals(limit)));
    }

    /** What a member takes of each limit while it moves, as a part of the whole, by the same words. */
    public Map<String, Double> parts(Member member) {
        Map<String, Double> parts = new HashMap<>();
        for (Member.Share share : member.shares()) {
            Slot slot = slots.get(share.slot());
            parts.put(
                    slot.words(),
                    (double) share.amount() / Math.max(1, slot.bound().most()));
        }
        return parts;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Clusters that wait for each other in a ring, by dependencies or by the order of waves; empty where there is none. */
    public List<ClusterName> ring() {
        return Precedence.ring(Precedence.withWaves(program, members)).stream()
                .filter(place -> place < members.size())
                .map(place -> members.get(place).cluster())
                .toList();
    }
}
