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

    /** Tell this reply and go on, until {@link End} or the deadline: no other is told. */
    record Answer<R>(R reply, NextStep<R> then) implements NextStep<R> {}

    /** The operation, which has answered, ends. */
    record End<R>() implements NextStep<R> {}

    /** Ring after so many milliseconds, and not at a time that was set before. */
    record Alarm<R>(long millis, NextStep<R> then) implements NextStep<R> {}

    /** Begin another operation, for which nobody waits and which may take so many milliseconds, and go on. */
    record Begin<R>(Operation<?> other, long millis, NextStep<R> then) implements NextStep<R> {}

    /** Go on as another operation, by the same deadline: what this one asked is over. */
    record Become<R>(Operation<R> other) implements NextStep<R> {}

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
