package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.cometkv.actors.subscriptions.Origin;
import org.cometkv.actors.subscriptions.Position;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.aso.Value;

/** A delivery to a subscriber that is an actor or a stream; a {@link Subscriber} has a method for each kind. */
public sealed interface Delivery {

    /**
     * The object's answer to the subscription.
     *
     * @param position from which the messages come, for {@link SubscribeOptions#from}
     * @param after why the subscriber begins anew; empty the first time
     */
    record Snapshot(Value value, String position, Optional<GapCause> after) implements Delivery {}

    /**
     * Messages are missing.
     *
     * @param missing how many, where that is known
     */
    record Gap(OptionalLong missing, GapCause cause) implements Delivery {}

    /** Nothing comes any more. */
    record End(EndCause cause) implements Delivery {}

    /** A message that the object published. Immutable but for its credit. */
    final class Message implements Delivery {

        private final StreamMessage sent;
        private final Origin origin;
        private final long previous;
        private final int skipped;
        private final Position behind;
        private final CompletableFuture<Void> taken;

        /**
         * A message as it came.
         *
         * @param behind the place behind it; null if that is its own
         * @param taken completed by {@link #ack}; null where that is nothing's credit
         */
        Message(
                StreamMessage sent,
                Origin origin,
                long previous,
                int skipped,
                Position behind,
                CompletableFuture<Void> taken) {
            this.sent = sent;
            this.origin = origin;
            this.previous = previous;
            this.skipped = skipped;
            this.behind = behind;
            this.taken = taken;
        }

        public Value value() {
            return sent.value();
        }

        /** Its number in its stream. */
        public long number() {
            return sent.number();
        }

        /** The number of the message before it that was for this subscriber; of the snapshot, if it is the first. */
        public long previous() {
            return previous;
        }

        /** How many messages in between were filtered out, or replaced by later ones of their conflation key. */
        public int skipped() {
            return skipped;
        }

        /** The conflation key that it was published with. */
        public Optional<String> conflate() {
            return sent.conflate();
        }

        /** The tags that it was published with. */
        public List<String> tags() {
            return sent.tags();
        }

        /**
         * The place behind it, from which {@link SubscribeOptions#from} goes on: a text of 52 characters.
         *
         * <p>Where messages are conflated it is the place up to which nothing waits, so that some may come once more.
         */
        public String position() {
            return behind == null ? origin.position(sent) : behind.text(origin.key());
        }

        /** Returns its credit, of a subscriber that is an actor; of any other it does nothing. */
        public void ack() {
            if (taken != null) {
                taken.complete(null);
            }
        }

        @Override
        public String toString() {
            return "message " + number() + ": " + value();
        }
    }
}
