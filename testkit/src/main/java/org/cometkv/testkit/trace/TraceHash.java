package org.cometkv.testkit.trace;

import org.cometkv.aso.Value;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * A hash of all that happened in a run, in its order; no secret, and the same on every JDK. Not thread-safe.
 *
 * <p>Numbers are taken as they are and texts by their characters: nothing in it is printed by the JDK.
 */
public final class TraceHash {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long state = 0x243F6A8885A308D3L;

    /** The hash of all that was added so far. */
    public long value() {
        return state;
    }

    public void number(long number) {
        long mixed = (state ^ number) * PRIME;
        state = mixed ^ (mixed >>> 29);
    }

    public void text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
    }

    public void bytes(byte[] bytes) {
        number(bytes.length);
        long word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = word << 8 | bytes[i] & 0xff;
            if ((i & 7) == 7) {
                number(word);
            }
        }
        number(word);
    }

    public void key(Key key) {
        number(key.a());
        number(key.b());
        number(key.c());
        number(key.d());
    }

    public void node(NodeId id) {
        key(id.point());
    }

    public void value(Value value) {
        if (value.equals(Value.NIL)) {
            number(0);
            return;
        }
        ByteOutput encoded = new ByteOutput();
        ValueCodec.write(encoded, value);
        bytes(encoded.toBytes());
    }
}
