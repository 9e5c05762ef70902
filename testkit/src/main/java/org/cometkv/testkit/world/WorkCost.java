package org.cometkv.testkit.world;

/**
 * The virtual time that work takes: so much for each task of a domain and what is added to it, on one processor a
 * domain. Without it work takes no time, and neither queues nor slow answers are ever seen.
 *
 * <p>Not thread-safe; owned by a {@link World}.
 */
public final class WorkCost {

    private final long taskNanos;
    private int backlog;

    /** @param taskNanos for each task; 0 for work that takes no time */
    public WorkCost(long taskNanos) {
        this.taskNanos = taskNanos;
    }

    /** The number of tasks that wait for a processor. */
    int backlog() {
        return backlog;
    }

    boolean isCharged() {
        return taskNanos > 0;
    }

    /** The work of the domain's task takes so much more. */
    void add(Domain domain, long nanos) {
        if (isCharged()) {
            domain.busyUntil(domain.busyUntilNanos() + nanos);
        }
    }

    /** Whether the task begins now; if not, it waits for its domain's processor. */
    boolean begins(World world, Domain domain, Runnable task) {
        if (!isCharged() || task instanceof Next) {
            return true;
        }
        if (domain.busyUntilNanos() <= world.nanos() && domain.backlog().isEmpty()) {
            domain.busyUntil(world.nanos() + taskNanos);
            return true;
        }
        domain.backlog().add(task);
        backlog++;
        wake(world, domain);
        return false;
    }

    /** Nothing of the domain waits any more. */
    void forget(Domain domain) {
        backlog -= domain.backlog().size();
    }

    private void wake(World world, Domain domain) {
        if (!domain.isWoken()) {
            domain.woken(true);
            world.at(domain.busyUntilNanos(), () -> world.execute(new Next(this, world, domain)));
        }
    }

    /** Takes the next task of the backlog; it is of no domain, and looks after the domain's state itself. */
    private record Next(WorkCost cost, World world, Domain domain) implements Runnable {

        @Override
        public void run() {
            domain.woken(false);
            Runnable task = domain.backlog().poll();
            if (task == null) {
                return;
            }
            cost.backlog--;
            if (domain.isPaused()) {
                domain.hold(task);
            } else {
                domain.busyUntil(Math.max(world.nanos(), domain.busyUntilNanos()) + cost.taskNanos);
                task.run();
            }
            if (!domain.backlog().isEmpty()) {
                cost.wake(world, domain);
            }
        }
    }
}
