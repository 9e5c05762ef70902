package org.cometkv.testkit.explore;

import java.util.List;

/** The kinds of faults that a seed has or has not. */
public enum FaultKind {
    CUT,
    CUT_ONE_WAY,
    PARTITION,
    PAUSE,
    /** A node is held just after it was asked something, for less than others wait for it. */
    HELD_ASKER,
    CRASH,
    LEAVE,
    JOIN,
    SLOW,
    DROP,
    DUPLICATE,
    CLOCK,
    FLOOD,
    /** Greetings are lost. */
    GREETINGS,
    /** Objects come to rest, some of them soon after their last event. */
    PASSIVATE,
    /** Settings of the run make what is rare usual: full windows, forgotten answers, late threads. */
    LIMITS;

    /** All kinds. */
    public static List<FaultKind> all() {
        return List.of(values());
    }
}
