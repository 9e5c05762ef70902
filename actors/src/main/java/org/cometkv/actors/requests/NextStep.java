package org.cometkv.actors.requests;

import java.util.List;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** The step that an {@link Operation} wants next. */
public sealed interface NextStep<R> {

    /** Ask these nodes, too. */
    record Ask<R>(List<Contact> replicas) implements NextStep<R> {}

    /** Wait for those that were asked. */
    record Wait<R>() implements NextStep<R> {}

    /** The operation ends with this reply. */
    record Done<R>(R reply) implements NextStep<R> {}

    /** The operation ends without a reply. */
    record Broken<R>(NoReply reason, String message) implements NextStep<R> {

        public static <R> Broken<R> nobodyKnown(Key key) {
            return new Broken<>(NoReply.NOBODY_KNOWN, "no node that could hold key " + key + " is known");
        }

        public static <R> Broken<R> late(int silent, int asked, Key key) {
            return late(silent + " of the " + asked + " nodes asked for key " + key + " did not answer in time");
        }

        /** The time is over; the sentence names who did not answer. */
        public static <R> Broken<R> late(String sentence) {
            return new Broken<>(NoReply.LATE, sentence);
        }
    }
}
