package org.cometkv.testkit.world;

import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.ActorPath;
import org.apache.pekko.dispatch.Mailbox;

/** The domains of a world, by the names of their actors. Not thread-safe; owned by a {@link World}. */
final class Domains {

    private final Map<String, Domain> byName = new HashMap<>();

    Domain create(String name) {
        Domain domain = new Domain(name);
        if (byName.putIfAbsent(name, domain) != null) {
            throw new IllegalArgumentException("there is a domain " + name + " already");
        }
        return domain;
    }

    void assign(String name, Domain domain) {
        byName.put(name, domain);
    }

    /** Whose a task is; null for one that belongs to no domain. */
    Domain of(Runnable task) {
        if (task instanceof DomainTask given) {
            return given.domain();
        }
        if (task instanceof DueEntry entry) {
            return entry.domain();
        }
        return task instanceof Mailbox mailbox && mailbox.actor() != null
                ? of(mailbox.actor().self().path())
                : null;
    }

    /** The depth below the root of the actor whose mailbox the task is; 0 for another task. */
    static int depth(Runnable task) {
        int depth = 0;
        Runnable inner = task instanceof DomainTask given ? given.task() : task;
        if (inner instanceof Mailbox mailbox && mailbox.actor() != null) {
            ActorPath path = mailbox.actor().self().path();
            while (path.parent() != path) {
                path = path.parent();
                depth++;
            }
        }
        return depth;
    }

    /** By the path's second element: the first one is that of a guardian of Pekko's. */
    private Domain of(ActorPath path) {
        ActorPath child = path;
        ActorPath parent = child.parent();
        ActorPath top = parent.parent();
        while (top.parent() != top || parent.parent() != top) {
            child = parent;
            parent = top;
            top = parent.parent();
        }
        return parent == top ? null : byName.get(child.name());
    }
}
