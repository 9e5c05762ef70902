package org.cometkv.actors;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * A subscriber to an object's messages. It is called on threads of the node, one call at a time, and must not block.
 *
 * <p>The numbers of messages rise by one for each that the replica sends. Whatever does not come is told: as skipped,
 * where it was filtered or replaced by a later one of its conflation key, else as a gap.
 */
@FunctionalInterface
public interface Subscriber {

    /**
     * A message.
     *
     * @return completes when the subscriber has done with it: that returns its credit
     */
    CompletionStage<?> onMessage(Delivery.Message message);

    /**
     * The object's answer to the subscription, as of the instant from which its messages come; called before the stage
     * of {@link Comet#subscribe} completes. Not called where the subscription goes on without a gap.
     *
     * @param after why the subscriber begins anew; empty the first time
     */
    default void onSnapshot(Delivery.Snapshot snapshot, Optional<GapCause> after) {}

    /**
     * Messages are missing.
     *
     * @param missing how many, where that is known
     */
    default void onGap(OptionalLong missing, GapCause cause) {}

    /** Nothing comes any more; not called after {@link Subscription#close}. */
    default void onEnd(EndCause cause) {}
}
