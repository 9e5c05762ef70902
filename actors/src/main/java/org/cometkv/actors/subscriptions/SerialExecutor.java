package org.cometkv.actors.subscriptions;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor that runs its tasks in order, one at a time, on the threads of another one. Thread-safe. */
final class SerialExecutor implements Executor {

    /** Tasks in a row; then others have their turn on the thread. */
    private static final int IN_A_ROW = 256;

    private final Executor threads;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            schedule();
        }
    }

    private void schedule() {
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException ended) {
            // The threads end with the node's system, and with them whoever was to be told.
            tasks.clear();
        }
    }

    private void run() {
        int begun = 0;
        try {
            while (begun < IN_A_ROW) {
                Runnable task = tasks.poll();
                if (task == null) {
                    break;
                }
                begun++;
                task.run();
            }
        } finally {
            // Also when a task met a bug, which the thread reports: the others are not its own.
            if (waiting.addAndGet(-begun) > 0) {
                schedule();
            }
        }
    }
}
