package org.cometkv.actors.subscriptions;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.cometkv.actors.wire.StreamId;
import org.cometkv.routing.Key;

/**
 * A place in a stream, behind one of its messages.
 *
 * @param digest of the changes up to there; 0 if the place is known by its number alone
 */
public record Position(StreamId stream, long number, long digest) {

    private static final int BYTES = 4 * Long.BYTES;
    private static final int CHECK_BYTES = 6;

    /** The place as an opaque text of 52 characters, for subscribers of this key. */
    public String text(Key key) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES + CHECK_BYTES);
        bytes.putLong(stream.node()).putLong(stream.count()).putLong(number).putLong(digest);
        bytes.put(check(key, bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The place that a text stands for; empty if it is none of a stream of this key. */
    public static Optional<Position> parse(Key key, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BYTES + CHECK_BYTES
                || !Arrays.equals(check(key, bytes), Arrays.copyOfRange(bytes, BYTES, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        StreamId stream = new StreamId(fields.getLong(), fields.getLong());
        Position position = new Position(stream, fields.getLong(), fields.getLong());
        return position.number < 0 ? Optional.empty() : Optional.of(position);
    }

    /** Tells a place of another key, and one that was changed: no secret, because a place gives no rights. */
    private static byte[] check(Key key, byte[] fields) {
        ByteBuffer checked = ByteBuffer.allocate(Key.BYTES + BYTES);
        checked.put(key.bytes()).put(fields, 0, BYTES);
        return Arrays.copyOf(Key.digest(checked.array()).bytes(), CHECK_BYTES);
    }
}
