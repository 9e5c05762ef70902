package org.cometkv.aso.codec;

import java.util.Arrays;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;

/**
 * The codec of a {@link Value}, and its size: the bytes that limits and charges count. A tag, then the contents.
 *
 * <pre>
 *   0 nil   1 false   2 true   3 number: 8 bytes   4 bytes: length, bytes
 *   5 table: list count, values of the list, pair count, key and value of each pair
 *   6 another whole number up to 2^53: zigzag, in few bytes   16 … 255: the whole numbers 0 … 239
 * </pre>
 *
 * <p>Recursion is bounded by {@link Limits#VALUE_DEPTH} nested tables, in both directions. Keys that come twice are let
 * through: they harm nobody, and finding them would cost a hash set for each table.
 */
public final class ValueCodec {

    static final int NIL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int NUMBER = 3;
    static final int BYTES = 4;
    static final int TABLE = 5;

    private static final int INTEGER = 6;
    private static final int SMALL = 16;
    private static final int SMALL_MAX = 255 - SMALL;
    private static final long INTEGER_MAX = 1L << 53;
    private static final Value[] SMALL_INTEGERS = new Value[1 + SMALL_MAX];

    static {
        Arrays.setAll(SMALL_INTEGERS, Value::of);
    }

    private static final Value NO_BYTES = Value.of("");

    private ValueCodec() {}

    /** @throws IllegalArgumentException if it is nested too deep, or a table holds what none can */
    public static void write(Output out, Value value) {
        write(out, value, 0);
    }

    public static Value read(Input in) {
        return read(in, 0);
    }

    /** A value that has to be a table. */
    public static Value.Table readTable(Input in) {
        if (read(in) instanceof Value.Table table) {
            return table;
        }
        throw new MalformedInput("the fields of an object are no table");
    }

    /**
     * The bytes of a value.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    public static int size(Value value) {
        ByteCount count = new ByteCount();
        write(count, value);
        return count.bytes();
    }

    /** The bytes that a string of this length takes. */
    public static int sizeOfBytes(int length) {
        return 1 + ByteCount.ofNumber(length) + length;
    }

    /** The bytes that a number takes. */
    public static int sizeOfNumber(double number) {
        return isWhole(number) ? sizeOfInteger((long) number) : 1 + Double.BYTES;
    }

    /** The bytes that a whole number takes. */
    public static int sizeOfInteger(long integer) {
        return integer >= 0 && integer <= SMALL_MAX ? 1 : 1 + ByteCount.ofNumber(zigzag(integer));
    }

    /** The bytes that a table takes beside its elements. */
    public static int sizeOfTable(int listed, int pairs) {
        return 1 + ByteCount.ofNumber(listed) + ByteCount.ofNumber(pairs);
    }

    private static void write(Output out, Value value, int depth) {
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
            if (depth == Limits.VALUE_DEPTH) {
                throw tooDeep();
            }
            out.octet(TABLE);
            writeTable(out, table, depth + 1);
        } else {
            throw new IllegalStateException("a kind of value without an encoding: " + value.getClass());
        }
    }

    private static void writeNumber(Output out, double number) {
        long whole = (long) number;
        if (!isWhole(number)) {
            out.octet(NUMBER);
            out.decimal(number);
        } else if (whole >= 0 && whole <= SMALL_MAX) {
            out.octet(SMALL + (int) whole);
        } else {
            out.octet(INTEGER);
            out.number(zigzag(whole));
        }
    }

    private static void writeTable(Output out, Value.Table table, int depth) {
        out.integer(table.listSize());
        for (int i = 0; i < table.listSize(); i++) {
            write(out, present(table.listed(i)), depth);
        }
        out.integer(table.pairCount());
        for (int i = 0; i < table.pairCount(); i++) {
            write(out, usable(table.pairKey(i)), depth);
            write(out, present(table.pairValue(i)), depth);
        }
    }

    private static Value read(Input in, int depth) {
        int tag = in.octet();
        return switch (tag) {
            case NIL -> Value.NIL;
            case FALSE -> Value.Bool.FALSE;
            case TRUE -> Value.Bool.TRUE;
            case NUMBER -> Value.of(in.decimal());
            case BYTES -> readBytes(in);
            case TABLE -> readTable(in, depth);
            case INTEGER -> readInteger(in);
            default -> readSmall(tag);
        };
    }

    private static Value readInteger(Input in) {
        long coded = in.number();
        return Value.of((double) (coded >>> 1 ^ -(coded & 1)));
    }

    private static Value readSmall(int tag) {
        if (tag < SMALL) {
            throw new MalformedInput("no kind of value has the tag " + tag);
        }
        return SMALL_INTEGERS[tag - SMALL];
    }

    private static Value readBytes(Input in) {
        byte[] bytes = in.bytes(Integer.MAX_VALUE);
        return bytes.length == 0 ? NO_BYTES : Value.Bytes.wrap(bytes);
    }

    private static Value readTable(Input in, int depth) {
        if (depth == Limits.VALUE_DEPTH) {
            throw tooDeep();
        }
        int listed = in.count(Integer.MAX_VALUE);
        in.claim(listed);
        Value[] list = new Value[listed];
        for (int i = 0; i < listed; i++) {
            list[i] = present(read(in, depth + 1));
        }
        // A pair takes two bytes at least: half of what is left bounds their number, and twice that cannot overflow.
        int paired = in.count(in.left() / 2);
        in.claim(2 * paired);
        Value[] pairs = new Value[2 * paired];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = usable(read(in, depth + 1));
            pairs[i + 1] = present(read(in, depth + 1));
        }
        return Value.Table.wrap(list, pairs);
    }

    /** Whether a number is written as a whole one: -0 is not, to keep its sign. */
    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= INTEGER_MAX && (number != 0 || 1 / number > 0);
    }

    private static long zigzag(long integer) {
        return integer << 1 ^ integer >> 63;
    }

    static MalformedInput tooDeep() {
        return new MalformedInput("a value is nested deeper than " + Limits.VALUE_DEPTH + " tables");
    }

    private static Value present(Value value) {
        if (value == Value.NIL) {
            throw new MalformedInput("a table holds no nil");
        }
        return value;
    }

    private static Value usable(Value key) {
        if (key instanceof Value.Num num && Double.isNaN(num.number())) {
            throw new MalformedInput("NaN is no key of a table");
        }
        return present(key);
    }
}
