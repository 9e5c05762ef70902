package org.cometkv.actors;

import java.util.List;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** What an {@link Operation} wants next. */
sealed interface Next<R> {

    /** Ask these nodes, too. */
    record Ask<R>(List<Contact> replicas) implements Next<R> {}

    /** Wait for those that were asked. */
    record Wait<R>() implements Next<R> {}

    /** It is over. */
    record Done<R>(R reply) implements Next<R> {}

    /** It is over, and no reply can be given. */
    record Broken<R>(NoReply reason, String message) implements Next<R> {

        static <R> Broken<R> nobodyKnown(Key key) {
            return new Broken<>(NoReply.NOBODY_KNOWN, "no node that could hold key " + key + " is known");
        }

        static <R> Broken<R> late(int silent, int asked, Key key) {
            return late(silent + " of the " + asked + " nodes asked for key " + key + " did not answer in time");
        }

        /** The time is over, and this sentence says who did not answer. */
        static <R> Broken<R> late(String sentence) {
            return new Broken<>(NoReply.LATE, sentence);
        }
    }
}
