package org.cometkv.actors.subscriptions;

import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;

/** A receiver of what comes to one subscriber, one call at a time. It does not block. */
public interface Receiver {

    /**
     * The object's answer as it was subscribed.
     *
     * @param cause of the gap before it; null if there is none
     */
    void snapshot(Value value, String position, StreamCause cause);

    /**
     * A message.
     *
     * @param previous the number of the message before it that was for this subscriber
     * @param skipped how many in between were not, or made room for later ones of their conflation key
     * @param position behind the message; null where the message's own place is meant
     * @return completes when the next one may come in its place
     */
    CompletionStage<?> message(StreamMessage message, Origin origin, long previous, int skipped, Position position);

    /** Messages are missing. */
    void gap(OptionalLong missing, StreamCause cause);

    /** Nothing comes any more, by itself. */
    void ended(End end);

    /** The first request of the subscriber ended well. */
    void subscribed();

    /** The first request ended with no. */
    void refused(Refusal refusal);

    /** The first request found nothing under the key. */
    void notFound(int asked);

    /** The first request ended with an error of the object's code. */
    void failed(String message);

    /** The first request was not answered in time, or the node is closed. */
    void broken(boolean isClosed, String message);

    /** A reason why a subscription ends. */
    enum End {
        /** The subscriber was too slow, and wanted to end then. */
        SLOW,
        /** The object is gone. */
        REMOVED,
        /** The object refuses the subscriber now. */
        REFUSED,
        /** An operator ended it, or the application did. */
        DISCONNECTED,
        /** A callback of the subscriber threw an exception. */
        BROKEN,
        /** The node closes. */
        CLOSED
    }
}
