package org.cometkv.actors.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * The canonical form of the content that an author signs: for an object its key, script and fields; for a remove its
 * key and request.
 *
 * <p>The canonical encoding of a value, all integers big-endian:
 *
 * <pre>
 *   0 nil   1 false   2 true   3 number: the 8 bytes of the IEEE 754 double; NaN is 7ff8 0000 0000 0000 whatever its
 *   bits; -0 and 0 differ, as they do for a script
 *   4 bytes: length 4, the bytes
 *   5 table: number of entries 4, then the encodings of key and value of each, in the unsigned order of the encoded
 *   keys. There is no list part: the list's values have the keys 1 to n. A key -0 is the key 0, as in a table of Lua.
 * </pre>
 *
 * <p>Equal values have one encoding, in whatever order they were built, and every encoding ends where its length says,
 * so that no two values share one. The order of entries, and with it the order of {@code pairs}, is not signed.
 */
public final class CanonicalForm {

    private static final int NIL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int NUMBER = 3;
    private static final int BYTES = 4;
    private static final int TABLE = 5;
    private static final byte[] NO_SCRIPT = {};

    private CanonicalForm() {}

    /**
     * What is signed of an object.
     *
     * @throws IllegalArgumentException if the fields are nested too deep or a table has a key twice
     */
    public static SignedContent object(Key key, Script script, Value.Table fields) {
        return SignedContent.of(SignedContent.Purpose.OBJECT, key, script.text(), encode(fields));
    }

    /**
     * What is signed of a remove.
     *
     * @throws IllegalArgumentException as for the fields of an object
     */
    public static SignedContent remove(Key key, Value request) {
        return SignedContent.of(SignedContent.Purpose.REMOVE, key, NO_SCRIPT, encode(request));
    }

    /** A signature for the remove of an object, without a request. */
    public static ObjectSignature remove(Signer author, Key key) {
        return author.sign(remove(key, Value.NIL));
    }

    static byte[] encode(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, value, 0);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Value value, int depth) {
        if (value instanceof Value.Nil) {
            out.write(NIL);
        } else if (value instanceof Value.Bool bool) {
            out.write(bool.isTrue() ? TRUE : FALSE);
        } else if (value instanceof Value.Num num) {
            out.write(NUMBER);
            // This form has one NaN, where the raw one has many.
            out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Double.doubleToLongBits(num.number()))
                    .array());
        } else if (value instanceof Value.Bytes bytes) {
            out.write(BYTES);
            length(out, bytes.length());
            out.writeBytes(bytes.array());
        } else if (value instanceof Value.Table table) {
            writeTable(out, table, depth);
        } else {
            throw new IllegalStateException("a kind of value without an encoding: " + value.getClass());
        }
    }

    private static void writeTable(ByteArrayOutputStream out, Value.Table table, int depth) {
        if (depth == Limits.VALUE_DEPTH) {
            throw new IllegalArgumentException("a value is nested deeper than " + Limits.VALUE_DEPTH + " tables");
        }
        Map<byte[], Value> entries = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = 0; i < table.listSize(); i++) {
            enter(entries, Value.of(i + 1), table.listed(i), depth);
        }
        for (int i = 0; i < table.pairCount(); i++) {
            enter(entries, table.pairKey(i), table.pairValue(i), depth);
        }
        out.write(TABLE);
        length(out, entries.size());
        entries.forEach((key, value) -> {
            out.writeBytes(key);
            write(out, value, depth + 1);
        });
    }

    private static void enter(Map<byte[], Value> entries, Value key, Value value, int depth) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        boolean isZero = key instanceof Value.Num num && num.number() == 0;
        write(encoded, isZero ? Value.of(0) : key, depth + 1);
        if (entries.put(encoded.toByteArray(), value) != null) {
            throw new IllegalArgumentException("a table has the key " + key + " twice");
        }
    }

    private static void length(ByteArrayOutputStream out, int length) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
