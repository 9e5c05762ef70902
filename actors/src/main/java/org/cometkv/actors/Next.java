package org.cometkv.actors;

import java.util.List;
import org.cometkv.routing.Contact;

/** What an {@link Operation} wants next. */
sealed interface Next<R> {

    /** Ask these nodes, too. */
    record Ask<R>(List<Contact> replicas) implements Next<R> {}

    /** Wait for those that were asked. */
    record Wait<R>() implements Next<R> {}

    /** It is over. */
    record Done<R>(R reply) implements Next<R> {}

    /** It is over, and no reply can be given. */
    record Broken<R>(CometException.Code code, String message) implements Next<R> {}
}
