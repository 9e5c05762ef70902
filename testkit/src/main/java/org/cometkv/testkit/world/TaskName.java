package org.cometkv.testkit.world;

import org.apache.pekko.dispatch.Mailbox;

/** The name of a task for people: the path of the actor whose mailbox it is, where it is one. */
final class TaskName {

    private TaskName() {}

    static String of(Runnable task) {
        if (task instanceof DomainTask given) {
            return given.task() instanceof Mailbox ? of(given.task()) : "a task of " + given.domain();
        }
        if (task instanceof DueEntry entry) {
            return "a timer of " + entry.domain();
        }
        return task instanceof Mailbox mailbox && mailbox.actor() != null
                ? mailbox.actor().self().path().toStringWithoutAddress()
                : task.getClass().getSimpleName();
    }
}
