package org.cometkv.actors.subscriptions;

import org.cometkv.actors.wire.StreamId;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.routing.Key;

/** The stream that messages of an object come from. */
public record Origin(Key key, StreamId stream) {

    /** The place behind a message, as a text. */
    public String position(StreamMessage message) {
        return position(message.number(), message.digest());
    }

    String position(long number, long digest) {
        return new Position(stream, number, digest).text(key);
    }
}
