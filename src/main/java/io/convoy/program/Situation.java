package io.convoy.program;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where a program stands at one instant: everything of it that changes.
 *
 * @param standings of each member, in the roster's order
 * @param waves what people have said of them; planned where nothing was said
 */
public record Situation(List<Standing> standings, Map<String, WaveStanding> waves, List<Hold> holds, Instant now) {

    public Standing of(Member member) {
        return standings.get(member.place());
    }

    public WaveStanding wave(String name) {
        return waves.getOrDefault(name, WaveStanding.PLANNED);
    }
}
