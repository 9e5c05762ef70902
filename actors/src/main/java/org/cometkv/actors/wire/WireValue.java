package org.cometkv.actors.wire;

import java.util.Arrays;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.aso.ValueSize;

/**
 * The encoding of a {@link Value}: a tag, then its contents. It takes as many bytes as {@link ValueSize} says.
 *
 * <pre>
 *   0 nil   1 false   2 true   3 number: 8 bytes   4 bytes: length, bytes   6 integer: zigzag, in few bytes
 *   5 table: list count, values of the list, pair count, key and value of each pair   16 … 255: the integers 0 … 239
 * </pre>
 *
 * <p>Recursion is bounded by {@link Limits#VALUE_DEPTH} nested tables, in both directions. Keys that come twice are let
 * through: they harm nobody, and finding them would cost a hash set for each table.
 */
final class WireValue {

    private static final int NIL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int NUM = 3;
    private static final int BYTES = 4;
    private static final int TABLE = 5;
    private static final int INTEGER = 6;
    private static final int SMALL = 16;
    private static final Value[] SMALL_INTEGERS = new Value[1 + ValueSize.SMALL_MAX];

    static {
        Arrays.setAll(SMALL_INTEGERS, Value::of);
    }

    private static final Value.Bytes NO_BYTES = Value.of("");

    private WireValue() {}

    static void write(WireOutput out, Value value) {
        write(out, value, 0);
    }

    static Value read(WireInput in) {
        return read(in, 0);
    }

    /** Reads a value that has to be a table. */
    static Value.Table readTable(WireInput in) {
        if (read(in) instanceof Value.Table table) {
            return table;
        }
        throw new IllegalArgumentException("the fields of an object are no table");
    }

    private static void write(WireOutput out, Value value, int depth) {
        if (value instanceof Value.Nil) {
            out.octet(NIL);
        } else if (value instanceof Value.Bool bool) {
            out.octet(bool.isTrue() ? TRUE : FALSE);
        } else if (value instanceof Value.Num num) {
            writeNumber(out, num.number());
        } else if (value instanceof Value.Bytes bytes) {
            out.octet(BYTES);
            out.bytes(bytes.array(), Integer.MAX_VALUE);
        } else if (value instanceof Value.Table table) {
            out.octet(TABLE);
            writeTable(out, table, deeper(depth));
        } else {
            throw new IllegalStateException("a kind of value without an encoding: " + value.getClass());
        }
    }

    private static void writeNumber(WireOutput out, double number) {
        long whole = (long) number;
        if (!ValueSize.isWhole(number)) {
            out.octet(NUM);
            out.decimal(number);
        } else if (whole >= 0 && whole <= ValueSize.SMALL_MAX) {
            out.octet(SMALL + (int) whole);
        } else {
            out.octet(INTEGER);
            out.number(whole << 1 ^ whole >> 63);
        }
    }

    private static void writeTable(WireOutput out, Value.Table table, int depth) {
        out.count(table.listSize(), Integer.MAX_VALUE);
        for (int i = 0; i < table.listSize(); i++) {
            write(out, present(table.listed(i)), depth);
        }
        out.count(table.pairCount(), Integer.MAX_VALUE);
        for (int i = 0; i < table.pairCount(); i++) {
            write(out, usable(table.pairKey(i)), depth);
            write(out, present(table.pairValue(i)), depth);
        }
    }

    private static Value read(WireInput in, int depth) {
        int tag = in.octet();
        return switch (tag) {
            case NIL -> Value.NIL;
            case FALSE -> Value.Bool.FALSE;
            case TRUE -> Value.Bool.TRUE;
            case NUM -> Value.of(in.decimal());
            case BYTES -> readBytes(in);
            case TABLE -> readTable(in, deeper(depth));
            case INTEGER -> readInteger(in);
            default -> readSmall(tag);
        };
    }

    private static Value readInteger(WireInput in) {
        long coded = in.number();
        return Value.of((double) (coded >>> 1 ^ -(coded & 1)));
    }

    private static Value readSmall(int tag) {
        if (tag < SMALL) {
            throw new IllegalArgumentException("no kind of value has the tag " + tag);
        }
        return SMALL_INTEGERS[tag - SMALL];
    }

    private static Value readBytes(WireInput in) {
        int length = in.count(Integer.MAX_VALUE);
        return length == 0 ? NO_BYTES : Value.Bytes.wrap(in.raw(length));
    }

    private static Value readTable(WireInput in, int depth) {
        int listed = in.count(Integer.MAX_VALUE);
        in.claim(listed);
        Value[] list = new Value[listed];
        for (int i = 0; i < listed; i++) {
            list[i] = present(read(in, depth));
        }
        // A pair takes two bytes at least: half of what is left bounds their number, and twice that cannot overflow.
        int paired = in.count(in.left() / 2);
        in.claim(2 * paired);
        Value[] pairs = new Value[2 * paired];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = usable(read(in, depth));
            pairs[i + 1] = present(read(in, depth));
        }
        return Value.Table.wrap(list, pairs);
    }

    private static int deeper(int depth) {
        if (depth == Limits.VALUE_DEPTH) {
            throw new IllegalArgumentException("a value is nested deeper than " + Limits.VALUE_DEPTH + " tables");
        }
        return depth + 1;
    }

    private static Value present(Value value) {
        if (value == Value.NIL) {
            throw new IllegalArgumentException("a table holds no nil");
        }
        return value;
    }

    private static Value usable(Value key) {
        if (key instanceof Value.Num num && Double.isNaN(num.number())) {
            throw new IllegalArgumentException("NaN is no key of a table");
        }
        return present(key);
    }
}
