package org.cometkv.aso.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;

/**
 * The canonical encoding of a value, which is what signatures are about. All integers are big-endian:
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
 * so that no two values share one. The order of entries, and with it the order of {@code pairs}, is not in it.
 */
public final class CanonicalValue {

    private CanonicalValue() {}

    /** @throws IllegalArgumentException if it is nested too deep or a table has a key twice */
    public static byte[] encode(Value value) {
        return encode(value, 0);
    }

    private static byte[] encode(Value value, int depth) {
        ByteOutput out = new ByteOutput();
        write(out, value, depth);
        return out.toBytes();
    }

    private static void write(Output out, Value value, int depth) {
        if (value instanceof Value.Num num) {
            out.octet(ValueCodec.NUMBER);
            // This form has one NaN, where the raw one has many.
            out.word(Double.doubleToLongBits(num.number()));
        } else if (value instanceof Value.Bytes bytes) {
            out.octet(ValueCodec.BYTES);
            out.half(bytes.length());
            out.raw(bytes.array());
        } else if (value instanceof Value.Table table) {
            writeTable(out, table, depth);
        } else {
            ValueCodec.write(out, value);
        }
    }

    private static void writeTable(Output out, Value.Table table, int depth) {
        if (depth == Limits.VALUE_DEPTH) {
            throw ValueCodec.tooDeep();
        }
        Map<byte[], Value> entries = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = 0; i < table.listSize(); i++) {
            enter(entries, Value.of(i + 1), table.listed(i), depth);
        }
        for (int i = 0; i < table.pairCount(); i++) {
            enter(entries, table.pairKey(i), table.pairValue(i), depth);
        }
        out.octet(ValueCodec.TABLE);
        out.half(entries.size());
        entries.forEach((key, value) -> {
            out.raw(key);
            write(out, value, depth + 1);
        });
    }

    private static void enter(Map<byte[], Value> entries, Value key, Value value, int depth) {
        boolean isZero = key instanceof Value.Num num && num.number() == 0;
        if (entries.put(encode(isZero ? Value.of(0) : key, depth + 1), value) != null) {
            throw new IllegalArgumentException("a table has the key " + key + " twice");
        }
    }
}
