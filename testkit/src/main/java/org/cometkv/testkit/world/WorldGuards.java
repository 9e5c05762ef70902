package org.cometkv.testkit.world;

import java.time.Duration;

/**
 * The bounds that end a run which would go on for ever: on steps at one instant and on virtual time, never on real
 * time, so that a breakpoint fails nothing. Not thread-safe; owned by a {@link World}.
 */
public final class WorldGuards {

    private final long stepsAtInstantMax;
    private final Duration waitMax;
    private long stepsAtInstant;

    /**
     * Bounds of one world.
     *
     * @param stepsAtInstantMax steps without that time moves
     * @param waitMax virtual time that a wait for a stage may take
     */
    public WorldGuards(long stepsAtInstantMax, Duration waitMax) {
        this.stepsAtInstantMax = stepsAtInstantMax;
        this.waitMax = waitMax;
    }

    Duration waitMax() {
        return waitMax;
    }

    void timeMoved() {
        stepsAtInstant = 0;
    }

    void stepped(World world, Runnable task) {
        if (++stepsAtInstant > stepsAtInstantMax) {
            stepsAtInstant = 0;
            world.fail("something goes round for ever: " + stepsAtInstantMax + " steps at one instant, the last of "
                    + TaskName.of(task));
            world.check();
        }
    }
}
