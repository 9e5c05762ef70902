package org.cometkv.testkit.world;

/** A task that belongs to a domain and is no mailbox of one of its actors. */
record DomainTask(Domain domain, Runnable task) implements Runnable {

    @Override
    public void run() {
        task.run();
    }
}
