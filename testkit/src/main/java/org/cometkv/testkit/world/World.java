package org.cometkv.testkit.world;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * A world of actors on one thread, in one order, at one time: everything that happens in it is a function of its seed.
 *
 * <p>What is ready runs first, one task a step; when nothing is ready, time jumps to the earliest due entry. The world
 * belongs to the thread that made it: another one that gives it work is refused, and the next step fails.
 */
public final class World {

    /** The order of ready tasks. */
    public enum Order {
        /** First come, first run: traces are easy to read. */
        FIFO,
        /** Drawn from the seed: every order of actors that Pekko allows. */
        SEEDED
    }

    private final long seed;
    private final Thread thread = Thread.currentThread();
    private final WorldGuards guards;
    private final RandomStream choices;
    private final Order order;
    private final WorkCost cost;
    private final LogContext log;
    private final ReadyRing ready = new ReadyRing();
    private final DueHeap due = new DueHeap();
    private final Domains domains = new Domains();
    private final CallbackWatch callbacks = new CallbackWatch(this);
    private long nanos;
    private long sequence;
    private long steps;
    private boolean isStepping;
    /** The number of domains that are paused or dead; while there are none, nobody needs to know whose a task is. */
    private int exceptions;

    /** The mistake that the next step on the right thread tells of. */
    private final FirstFailure failure = new FirstFailure();

    public World(long seed, Order order, WorkCost cost, WorldGuards guards) {
        this.seed = seed;
        this.log = new LogContext(seed);
        this.order = order;
        this.cost = cost;
        this.guards = guards;
        this.choices = new RandomStream(seed).fork("order");
    }

    public long seed() {
        return seed;
    }

    /** The one thread that it runs on. */
    Thread thread() {
        return thread;
    }

    /** Virtual time since the world began. */
    public long nanos() {
        return nanos;
    }

    /** Steps so far. */
    public long steps() {
        return steps;
    }

    /** Whether a task is running: nothing may wait then. */
    public boolean isStepping() {
        return isStepping;
    }

    /** The number of ready tasks. */
    public int ready() {
        return ready.size();
    }

    /** The number of due entries. */
    public int due() {
        return due.size();
    }

    /** The number of due entries of a domain. */
    public int due(Domain domain) {
        return due.count(entry -> entry.domain() == domain);
    }

    /** Whether nothing is ready and no processor has a backlog: only time can bring something. */
    public boolean isIdle() {
        return ready.size() == 0 && cost.backlog() == 0;
    }

    /** A domain of the actors whose path has this name below {@code /system}, and of those given to it by name. */
    public Domain domain(String name) {
        return domains.create(name);
    }

    /** The actors whose path has this name below {@code /system} belong to the domain too. */
    public void assign(String name, Domain domain) {
        domains.assign(name, domain);
    }

    /** Queues a task. */
    public void execute(Runnable task) {
        if (Thread.currentThread() != thread) {
            String sentence = "the thread \"" + Thread.currentThread().getName()
                    + "\" gave work to a simulated node, which only the test's thread \"" + thread.getName() + "\" may";
            failure.set(new WorldFailure(at(sentence), new RejectedExecutionException(sentence)));
            // The one exception after which Pekko leaves the mailbox as it was.
            throw new RejectedExecutionException(sentence);
        }
        ready.add(task);
    }

    /** Queues a task of a domain. */
    public void execute(Domain domain, Runnable task) {
        execute(new DomainTask(domain, task));
    }

    /** Sets a task for an instant. */
    public DueEntry at(long when, Domain domain, Runnable task) {
        requireThread();
        DueEntry entry = new DueEntry(this, Math.max(when, nanos), sequence++, domain, task);
        due.add(entry);
        return entry;
    }

    /** Sets a task that belongs to no domain for an instant. */
    public DueEntry at(long when, Runnable task) {
        return at(when, null, task);
    }

    void removed(DueEntry entry) {
        requireThread();
        due.remove(entry);
    }

    /** From now on the run has failed: the next step says so. */
    public void fail(String message) {
        failure.set(new WorldFailure(at(message)));
    }

    /** From now on the run has failed because of this: the next step says so. */
    public void fail(String message, Throwable cause) {
        failure.set(new WorldFailure(at(message), cause));
    }

    /** Runs one ready task, or the earliest due entry, to which time jumps; false if there is neither. */
    public boolean step() {
        return step(Long.MAX_VALUE);
    }

    /** Runs one ready task, or the earliest entry that is due by then; false if there is neither. */
    public boolean step(long untilNanos) {
        enter();
        Runnable task = next(untilNanos);
        if (task == null) {
            return false;
        }
        steps++;
        guards.stepped(this, task);
        run(task);
        return true;
    }

    /** Runs all there is until so much time has passed. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: advance(" + time + ")");
        }
        long until = nanos + time.toNanos();
        BlockRefusal.during(this, () -> {
            while (step(until)) {
                // Until nothing is ready nor due.
            }
            return true;
        });
        log.clear();
        nanos = Math.max(nanos, until);
    }

    /** Runs until the condition holds, or so much time has passed. */
    public void advanceUntil(BooleanSupplier condition, Duration most) {
        long until = nanos + most.toNanos();
        if (!steps(condition, until)) {
            nanos = Math.max(nanos, until);
        }
    }

    /** Runs until the condition holds; {@code what} is not true yet names it in the failure. */
    public void until(BooleanSupplier condition, Duration most, String what) {
        if (!steps(condition, nanos + most.toNanos())) {
            fail(what + " after " + most.toSeconds() + " virtual seconds; "
                    + (due.size() == 0 ? "nothing is due any more" : due.size() + " tasks are due later"));
            failure.check();
        }
    }

    /** Runs until the condition holds, or nothing is ready nor due by then; whether it holds. */
    private boolean steps(BooleanSupplier condition, long until) {
        boolean holds = BlockRefusal.during(this, () -> {
            while (!condition.getAsBoolean()) {
                if (!step(until)) {
                    return false;
                }
            }
            return true;
        });
        log.clear();
        return holds;
    }

    /** Runs until the stage is complete, and gives its value as {@code join} does. */
    public <T> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            until(future::isDone, guards.waitMax(), "the stage that the test waits for is not complete");
        }
        return future.join();
    }

    /** Whether something went wrong: nothing more runs. */
    public boolean hasFailed() {
        return failure.isSet();
    }

    CallbackWatch callbacks() {
        return callbacks;
    }

    /** Throws what went wrong and was never thrown, if something did: nobody would hear of it. */
    public void checkUntold() {
        failure.checkUntold();
    }

    /** Throws what went wrong, if something did: in a step, on another thread, in a callback. */
    public void check() {
        callbacks.scan();
        failure.check();
    }

    /** Holds all of a domain's tasks from now on. */
    public void pause(Domain domain) {
        if (domain.isRunning()) {
            domain.pause();
            exceptions++;
        }
    }

    /** A paused domain goes on, with what it held first. */
    public void resume(Domain domain) {
        if (domain.isPaused()) {
            exceptions--;
            domain.resume().forEach(task -> execute(domain, task));
        }
    }

    /** Runs the ready tasks of a domain and nothing else, those of the shallowest actor first, until it has none. */
    public void drain(Domain domain) {
        enter();
        for (Runnable task = shallowest(domain); task != null; task = shallowest(domain)) {
            steps++;
            guards.stepped(this, task);
            run(task);
        }
    }

    /** Drops all of a domain's tasks, now and later. */
    public void kill(Domain domain) {
        if (domain.isDead()) {
            return;
        }
        exceptions += domain.isPaused() ? 0 : 1;
        cost.forget(domain);
        domain.die();
        due.removeIf(entry -> entry.domain() == domain);
        ready.removeIf(task -> domains.of(task) == domain);
    }

    /** The running domain worked for so long, beside what each of its tasks takes. */
    public void worked(Domain domain, long workNanos) {
        cost.add(domain, workNanos);
    }

    /** A sentence with the seed and the virtual time. */
    public String at(String sentence) {
        return "seed " + seed + ", at " + instant(nanos) + ": " + sentence;
    }

    /** An instant as text, in seconds with nanoseconds. */
    public static String instant(long nanos) {
        String fraction = Long.toString(1_000_000_000L + nanos % 1_000_000_000L);
        return nanos / 1_000_000_000L + "." + fraction.substring(1) + " s";
    }

    /** Throws unless this is the world's thread and no task is running. */
    void enter() {
        requireThread();
        if (isStepping) {
            throw new IllegalStateException(at("something waits for a stage within a step of the world, which could"
                    + " never go on; chain it with thenApply or thenCompose, or send yourself its result"));
        }
        failure.check();
    }

    void requireThread() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException(at("the thread \""
                    + Thread.currentThread().getName() + "\" uses a simulated node, which only the test's thread \""
                    + thread.getName() + "\" may"));
        }
    }

    private Runnable next(long untilNanos) {
        while (true) {
            Runnable task = ready.size() == 0 ? nextDue(untilNanos) : nextReady();
            if (task == null) {
                return null;
            }
            if (exceptions == 0 && !cost.isCharged()) {
                return task;
            }
            Domain domain = domains.of(task);
            if (domain == null) {
                return task;
            }
            if (domain.isPaused()) {
                domain.hold(task);
            } else if (!domain.isDead() && cost.begins(this, domain, task)) {
                return task;
            }
        }
    }

    private Runnable nextReady() {
        return order == Order.FIFO || ready.size() == 1 ? ready.poll() : ready.take(choices.below(ready.size()));
    }

    private Runnable nextDue(long untilNanos) {
        DueEntry first = due.peek();
        if (first == null || first.nanos() > untilNanos) {
            return null;
        }
        if (first.nanos() > nanos) {
            nanos = first.nanos();
            guards.timeMoved();
        }
        return due.poll();
    }

    private void run(Runnable task) {
        isStepping = true;
        if (log.isUsed()) {
            log.set(nanos, domains.of(task));
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            fail(TaskName.of(task) + " failed: " + e, e);
            failure.check();
        } finally {
            isStepping = false;
        }
    }

    private Runnable shallowest(Domain domain) {
        int best = -1;
        int bestDepth = Integer.MAX_VALUE;
        for (int i = 0; i < ready.size(); i++) {
            Runnable task = ready.at(i);
            if (domains.of(task) == domain && Domains.depth(task) < bestDepth) {
                best = i;
                bestDepth = Domains.depth(task);
            }
        }
        return best < 0 ? null : ready.take(best);
    }
}
