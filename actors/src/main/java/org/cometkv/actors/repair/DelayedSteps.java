package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.cometkv.actors.seam.Clock;

/** The steps of an actor that come after a delay, and end with it. Not thread-safe; owned by the ReplicaManager. */
final class DelayedSteps {

    private final Clock clock;
    private final Consumer<Runnable> later;
    private final Set<Delay> delays = new LinkedHashSet<>();

    private static final class Delay {
        Clock.ScheduledTask task;
    }

    /** @param later runs a step on the thread of the owner */
    DelayedSteps(Clock clock, Consumer<Runnable> later) {
        this.clock = clock;
        this.later = later;
    }

    /** Runs a step on the owner's thread after so long. */
    void after(Duration time, Runnable step) {
        Delay delay = new Delay();
        delays.add(delay);
        delay.task = clock.after(
                time,
                () -> later.accept(() -> {
                    delays.remove(delay);
                    step.run();
                }));
    }

    /** Ends what is delayed. */
    void close() {
        delays.forEach(delay -> delay.task.cancel());
        delays.clear();
    }
}
