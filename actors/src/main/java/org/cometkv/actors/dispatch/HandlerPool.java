package org.cometkv.actors.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The threads that run handlers, and whose turn it is. Thread-safe.
 *
 * <p>What comes in runs in the order it came; an event that gave its thread back goes on when nobody else wants the
 * thread, and once in so many turns at the latest; what is slowed gets a share of the time, and one thread at most.
 */
final class HandlerPool extends AbstractExecutorService {

    /** How a task is queued. */
    enum Turn {
        ORDINARY,
        /** It used up its slice. */
        YIELDED,
        /** It belongs to an object that is slowed. */
        SLOWED
    }

    /*
     * Neither of Pekko's pools does. A fork-join pool runs what its own threads submit before all that comes from
     * others: an event that gave its thread back 2,000 times went on 2,000 times before a message from outside, and of
     * 256 gets one in a hundred took over 10 ms. A thread-pool executor is fair and costs twice the CPU in locks.
     *
     * So each thread has a queue of its own for what it submits, which saves both from contention and from moving
     * objects between the cores' caches, and one queue is for all others; a thread takes from both in turn. A thread
     * with nothing to do takes half of another's queue.
     */

    /** A yielded task has its turn after so many ordinary ones, and so about a quarter of a busy thread. */
    private static final int YIELDED_EVERY = 64;

    /**
     * How often a thread with nothing to do lets others go first before it sleeps. What comes in a frame is handed over
     * one by one, about as fast as it is done: a thread that slept at once was woken for every other request, and each
     * time cost both sides more than the request.
     */
    private static final int YIELDS = 4;

    private final ThreadFactory factory;
    private final Function<Runnable, Turn> turnOf;
    private final CpuShare slowedShare;
    private final LongSupplier nanos;
    private final Worker[] workers;
    private final CountDownLatch ended;
    private final ThreadLocal<Worker> current = new ThreadLocal<>();
    private final Queue<Runnable> shared = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> yielded = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> slowed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isSlowedRunning = new AtomicBoolean();
    private final AtomicInteger idle = new AtomicInteger();
    private volatile boolean isShutdown;

    /**
     * Starts the threads.
     *
     * @param turnOf asked once whenever a task is submitted
     * @param slowedShare the share of the time that slowed objects may take
     * @param nanos monotonic
     */
    HandlerPool(
            int threads,
            ThreadFactory factory,
            Function<Runnable, Turn> turnOf,
            CpuShare slowedShare,
            LongSupplier nanos) {
        this.factory = factory;
        this.turnOf = turnOf;
        this.slowedShare = slowedShare;
        this.nanos = nanos;
        this.workers = new Worker[threads];
        this.ended = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            workers[i] = new Worker();
        }
        for (Worker worker : workers) {
            worker.thread.start();
        }
    }

    @Override
    public void execute(Runnable task) {
        requireOpen(!isShutdown);
        Queue<Runnable> queue = queueOf(turnOf.apply(task));
        queue.add(task);
        // The threads may have left since the first look: either one of them takes the task yet, or nobody does.
        requireOpen(!isShutdown || !queue.remove(task));
        wakeOne();
    }

    /** Pekko, which puts away a pool that nobody uses, tries again with the next one. */
    private static void requireOpen(boolean isOpen) {
        if (!isOpen) {
            throw new RejectedExecutionException("the threads that run handlers have ended");
        }
    }

    private Queue<Runnable> queueOf(Turn turn) {
        return switch (turn) {
            case YIELDED -> yielded;
            case SLOWED -> slowed;
            case ORDINARY -> {
                Worker worker = current.get();
                yield worker == null ? shared : worker.own;
            }
        };
    }

    /*
     * Nobody sleeps beside work: whoever adds a task looks for sleepers after it, and whoever is about to sleep says so
     * and looks for tasks after that.
     */
    private void wakeOne() {
        if (idle.get() == 0) {
            return;
        }
        for (Worker worker : workers) {
            if (worker.rouse()) {
                LockSupport.unpark(worker.thread);
                return;
            }
        }
    }

    /** The next task of a slowed object, for the one thread that may run one. */
    private void runSlowed() {
        try {
            Runnable task = slowed.poll();
            if (task == null) {
                return;
            }
            long from = nanos.getAsLong();
            try {
                task.run();
            } finally {
                slowedShare.took(from, nanos.getAsLong());
            }
        } finally {
            isSlowedRunning.set(false);
        }
    }

    @Override
    public void shutdown() {
        isShutdown = true;
        for (Worker worker : workers) {
            LockSupport.unpark(worker.thread);
        }
    }

    /** What is queued runs all the same: requests would never be answered otherwise. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return ended.getCount() == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.await(timeout, unit);
    }

    private final class Worker implements Runnable {

        private volatile Thread thread = factory.newThread(this);
        private final Queue<Runnable> own = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean isIdle = new AtomicBoolean();
        private int turn;

        @Override
        public void run() {
            current.set(this);
            boolean isDone = false;
            try {
                for (Runnable task = next(); task != null || !isShutdown; task = next()) {
                    if (task == null) {
                        task = idle();
                    }
                    if (task != null) {
                        run(task);
                    }
                }
                isDone = true;
            } finally {
                if (isDone) {
                    ended.countDown();
                } else {
                    goOn();
                }
            }
        }

        private void run(Runnable task) {
            try {
                task.run();
            } catch (StackOverflowError | OutOfMemoryError | AssertionError | LinkageError error) {
                // To Pekko, which makes the threads, they are the end of the system. Here one task met them.
                throw new IllegalStateException("a task ended with " + error, error);
            }
        }

        /** A bug in a task ends the thread, whose handler tells of it; what else is queued goes on in another. */
        private void goOn() {
            thread = factory.newThread(this);
            thread.start();
        }

        private Runnable next() {
            turn++;
            Runnable task = turn % YIELDED_EVERY == 0 ? yielded.poll() : null;
            if (task == null && turn % YIELDED_EVERY == 1) {
                task = slowed();
            }
            if (task == null) {
                task = ordinary();
            }
            if (task == null) {
                task = yielded.poll();
            }
            return task == null ? slowed() : task;
        }

        private Runnable ordinary() {
            boolean isOwnFirst = (turn & 1) == 0;
            Runnable task = isOwnFirst ? own.poll() : shared.poll();
            if (task == null) {
                task = isOwnFirst ? shared.poll() : own.poll();
            }
            return task == null ? steal() : task;
        }

        /** Takes half of what another one has: with one task, both would have work and very unequal queues. */
        private Runnable steal() {
            for (Worker other : workers) {
                Runnable first = other == this ? null : other.own.poll();
                if (first == null) {
                    continue;
                }
                for (int half = other.own.size() / 2; half > 0; half--) {
                    Runnable more = other.own.poll();
                    if (more == null) {
                        break;
                    }
                    own.add(more);
                }
                return first;
            }
            return null;
        }

        /** The turn of the slowed, if they may have one: whoever takes it must run it. */
        private Runnable slowed() {
            boolean isOpen = !slowed.isEmpty() && slowedNanos() == 0 && isSlowedRunning.compareAndSet(false, true);
            return isOpen ? HandlerPool.this::runSlowed : null;
        }

        /** How long until the slowed may have a turn; the end waits for nobody. */
        private long slowedNanos() {
            return isShutdown ? 0 : slowedShare.waitNanos(nanos.getAsLong());
        }

        /** Sleeps until there may be something to do; a task that was found in the last moment. */
        private Runnable idle() {
            for (int i = 0; i < YIELDS; i++) {
                Thread.yield();
                Runnable task = next();
                if (task != null) {
                    return task;
                }
            }
            isIdle.set(true);
            idle.incrementAndGet();
            Runnable task = next();
            if (task == null && !isShutdown) {
                if (slowed.isEmpty() || isSlowedRunning.get()) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, slowedNanos());
                }
            }
            if (!rouse() && task != null) {
                // Someone woke this one for a task that may still be there.
                wakeOne();
            }
            return task;
        }

        /** Not idle any more; false if it was not. */
        private boolean rouse() {
            if (isIdle.get() && isIdle.compareAndSet(true, false)) {
                idle.decrementAndGet();
                return true;
            }
            return false;
        }
    }
}
