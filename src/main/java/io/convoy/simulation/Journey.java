package io.convoy.simulation;

import io.convoy.execution.RunState;
import io.convoy.program.Member;
import java.util.UUID;

/** One simulated run. */
final class Journey {

    /** What has come of the step that was begun. */
    enum Work {
        NONE,
        UNDER_WAY,
        COMPLETE,
        FAILED
    }

    final Member member;
    final Course course;
    final int number;
    final UUID id;
    private final int[] attempts;
    private final int[] attemptsBack;
    private RunState state = new RunState.Pending();
    private Work work = Work.NONE;
    private boolean started;

    /**
     * @param number which run of its cluster it is, from 1
     */
    Journey(Member member, Course course, int number, UUID id) {
        this.member = member;
        this.course = course;
        this.number = number;
        this.id = id;
        this.attempts = new int[course.legs().size()];
        this.attemptsBack = new int[attempts.length];
    }

    RunState state() {
        return state;
    }

    Work work() {
        return work;
    }

    void work(Work next) {
        work = next;
    }

    /** The state in which it can be acted upon. */
    RunState.Active active() {
        return state instanceof RunState.Pending pending ? standing(pending) : (RunState.Active) state;
    }

    private RunState.Active standing(RunState.Pending pending) {
        return course.at() == 0 ? pending.started() : RunState.moving(course.at(), RunState.Direction.FORWARD);
    }

    void moveTo(RunState next) {
        state = next;
    }

    int step() {
        return active().step();
    }

    Leg leg() {
        return course.legs().get(step());
    }

    boolean isBack() {
        return active().direction() == RunState.Direction.BACK;
    }

    boolean isFirstStep() {
        return !started;
    }

    /** Which attempt at its step, in its present direction, this is. */
    int attempt() {
        return (isBack() ? attemptsBack : attempts)[step()];
    }

    void begin() {
        state = active().goesOn();
        work = Work.UNDER_WAY;
        started = true;
        (isBack() ? attemptsBack : attempts)[step()]++;
    }

    RunState completed() {
        return active().stepCompleted(course.legs().size());
    }

    boolean isPastReturn() {
        for (int step = 0; step < attempts.length; step++) {
            boolean begun = attempts[step] > 0 || step < course.at();
            if (begun && course.legs().get(step).passesReturn()) {
                return true;
            }
        }
        return false;
    }
}
