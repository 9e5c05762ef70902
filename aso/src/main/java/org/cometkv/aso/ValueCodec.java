package org.cometkv.aso;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of a {@link Value}, on the wire and at rest.
 *
 * <pre>
 *   0 nil   1 false   2 true   3 integer: varint, zigzag   4 number: 8 bytes
 *   5 bytes: length, bytes     6 table: list count, pair count, values of the list, then key and value of each pair
 *   16 … 255: the integers 0 … 239
 * </pre>
 *
 * <p>Every declared length is checked against what is left of the input before anything is allocated.
 */
public final class ValueCodec {

    static final int NIL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int INTEGER = 3;
    static final int NUMBER = 4;
    static final int BYTES = 5;
    static final int TABLE = 6;
    static final int SMALL = 16;
    private static final int SMALL_MAX = 255 - SMALL;
    private static final long INTEGER_MAX = 1L << 53;
    static final int VARINT_BITS = 7;
    private static final int FIRST_BYTES = 32;

    private byte[] out = new byte[FIRST_BYTES];
    private int length;

    private ValueCodec() {}

    /** The bytes of a value; its depth is the caller's to bound. */
    public static byte[] encode(Value value) {
        ValueCodec codec = new ValueCodec();
        codec.write(value);
        return Arrays.copyOf(codec.out, codec.length);
    }

    /** How many bytes {@link #encode} gives. */
    public static int size(Value value) {
        if (value instanceof Value.Num num) {
            return sizeOfNumber(num.number());
        }
        if (value instanceof Value.Bytes bytes) {
            return sizeOfBytes(bytes.length());
        }
        if (!(value instanceof Value.Table table)) {
            return 1;
        }
        int size = sizeOfTable(table.listSize(), table.pairCount());
        for (int i = 0; i < table.listSize(); i++) {
            size += size(table.listed(i));
        }
        for (int i = 0; i < table.pairCount(); i++) {
            size += size(table.pairKey(i)) + size(table.pairValue(i));
        }
        return size;
    }

    /** The bytes that a string of this length takes. */
    public static int sizeOfBytes(int length) {
        return 1 + sizeOfVarint(length) + length;
    }

    /** The bytes that a number takes. */
    public static int sizeOfNumber(double number) {
        if (!isInteger(number)) {
            return 1 + Double.BYTES;
        }
        return sizeOfInteger((long) number);
    }

    /** The bytes that a whole number takes. */
    public static int sizeOfInteger(long integer) {
        return integer >= 0 && integer <= SMALL_MAX ? 1 : 1 + sizeOfVarint(zigzag(integer));
    }

    /** The bytes that a table takes beside its elements. */
    public static int sizeOfTable(int listed, int pairs) {
        return 1 + sizeOfVarint(listed) + sizeOfVarint(pairs);
    }

    private static int sizeOfVarint(long number) {
        return (number & -1L << VARINT_BITS) == 0 ? 1 : (63 - Long.numberOfLeadingZeros(number)) / VARINT_BITS + 1;
    }

    private static boolean isInteger(double number) {
        return number == Math.rint(number) && Math.abs(number) <= INTEGER_MAX && (number != 0 || 1 / number > 0);
    }

    private static long zigzag(long integer) {
        return integer << 1 ^ integer >> 63;
    }

    private void write(Value value) {
        if (value instanceof Value.Num num) {
            write(num.number());
        } else if (value instanceof Value.Bytes bytes) {
            put(BYTES);
            varint(bytes.length());
            reserve(bytes.length());
            System.arraycopy(bytes.array(), 0, out, length, bytes.length());
            length += bytes.length();
        } else if (value instanceof Value.Table table) {
            write(table);
        } else {
            put(value == Value.NIL ? NIL : value == Value.Bool.TRUE ? TRUE : FALSE);
        }
    }

    private void write(double number) {
        if (!isInteger(number)) {
            put(NUMBER);
            reserve(Double.BYTES);
            ByteBuffer.wrap(out).putDouble(length, number);
            length += Double.BYTES;
            return;
        }
        long integer = (long) number;
        if (integer >= 0 && integer <= SMALL_MAX) {
            put(SMALL + (int) integer);
        } else {
            put(INTEGER);
            varint(zigzag(integer));
        }
    }

    private void write(Value.Table table) {
        put(TABLE);
        varint(table.listSize());
        varint(table.pairCount());
        for (int i = 0; i < table.listSize(); i++) {
            write(table.listed(i));
        }
        for (int i = 0; i < table.pairCount(); i++) {
            write(table.pairKey(i));
            write(table.pairValue(i));
        }
    }

    private void put(int octet) {
        reserve(1);
        out[length++] = (byte) octet;
    }

    private void varint(long number) {
        long rest = number;
        while ((rest & -1L << VARINT_BITS) != 0) {
            put((int) (rest & 0x7f | 0x80));
            rest >>>= VARINT_BITS;
        }
        put((int) rest);
    }

    private void reserve(int count) {
        if (length + count > out.length) {
            out = Arrays.copyOf(out, Math.max(length + count, 2 * out.length));
        }
    }

    /**
     * The value that these bytes spell, all of them.
     *
     * @throws IllegalArgumentException if they spell none, or one nested deeper than {@link Limits#VALUE_DEPTH}
     */
    public static Value decode(byte[] bytes) {
        return new ValueReader(bytes).read();
    }
}
