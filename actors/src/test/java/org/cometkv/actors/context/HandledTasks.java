package org.cometkv.actors.context;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Tasks of the threads that run handlers, which wait until a test runs them; and a clock whose next readings of the
 * wall time are bugs where a test says so.
 */
public final class HandledTasks extends QuietNode.StandingClock implements Executor {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Exception> reported = new ArrayList<>();
    private boolean hasBug;

    /** The next reading of the wall time throws. */
    public void injectBug() {
        hasBug = true;
    }

    @Override
    public long wallMillis() {
        if (hasBug) {
            hasBug = false;
            throw new IllegalStateException("a bug, injected");
        }
        return super.wallMillis();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs all tasks, those that come meanwhile too, as the threads do, which report what a task throws. */
    public void runAll() {
        while (!tasks.isEmpty()) {
            try {
                tasks.remove(0).run();
            } catch (IllegalStateException bug) {
                reported.add(bug);
            }
        }
    }

    /** The exceptions that tasks threw. */
    public List<Exception> reported() {
        return List.copyOf(reported);
    }
}
