package org.cometkv.actors.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Sandbox;

/**
 * A lane of the handlers' threads for compiling: a script is compiled in one go, so one thread at a time does it, and
 * the others go on with events. Thread-safe.
 */
public final class CompileLane {

    private record Task(Script script, Runnable later) {}

    private final Executor threads;
    private final Sandbox sandbox;
    private final Queue<Task> tasks = new ArrayDeque<>();
    private boolean isBusy;

    CompileLane(Executor threads, Sandbox sandbox) {
        this.threads = threads;
        this.sandbox = sandbox;
    }

    /**
     * Whether an object of this script can be loaded at once. If not, the script is compiled in its turn, and then
     * {@code later} is run on the same thread, or at once if the node is closed.
     */
    public boolean isReady(Script script, Limits limits, Runnable later) {
        if (sandbox.isCompiled(script, limits)) {
            return true;
        }
        synchronized (tasks) {
            tasks.add(new Task(script, later));
            if (isBusy) {
                return false;
            }
            isBusy = true;
        }
        begin();
        return false;
    }

    private void begin() {
        try {
            threads.execute(this::next);
        } catch (RejectedExecutionException closed) {
            // The waiting tasks learn of it when they run.
            for (Task task = take(); task != null; task = take()) {
                task.later.run();
            }
        }
    }

    private void next() {
        Task task = take();
        if (task == null) {
            return;
        }
        try {
            sandbox.compile(task.script);
        } finally {
            goOn(task);
        }
    }

    /** A bug of the task, or of whoever waits for it, is not that of the scripts behind it. */
    private void goOn(Task task) {
        try {
            task.later.run();
        } finally {
            begin();
        }
    }

    private Task take() {
        synchronized (tasks) {
            Task task = tasks.poll();
            isBusy = task != null;
            return task;
        }
    }
}
