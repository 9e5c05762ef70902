package org.cometkv.aso;

/**
 * How many bytes a {@link Value} takes where it travels, which is what limits and charges count.
 *
 * <pre>
 *   1 for nil, a boolean, and the whole numbers 0 to {@link #SMALL_MAX}
 *   tag, varint         other whole numbers up to 2^53, zigzag
 *   tag, 8 bytes        all other numbers
 *   tag, length, bytes  strings
 *   tag, two counts     tables, and then their elements
 * </pre>
 */
public final class ValueSize {

    /** Largest whole number that takes one byte. */
    public static final int SMALL_MAX = 239;

    private static final long INTEGER_MAX = 1L << 53;

    private ValueSize() {}

    /** The bytes of a value; its depth is the caller's to bound. */
    public static int of(Value value) {
        if (value instanceof Value.Num num) {
            return ofNumber(num.number());
        }
        if (value instanceof Value.Bytes bytes) {
            return ofBytes(bytes.length());
        }
        if (!(value instanceof Value.Table table)) {
            return 1;
        }
        int size = ofTable(table.listSize(), table.pairCount());
        for (int i = 0; i < table.listSize(); i++) {
            size += of(table.listed(i));
        }
        for (int i = 0; i < table.pairCount(); i++) {
            size += of(table.pairKey(i)) + of(table.pairValue(i));
        }
        return size;
    }

    /** The bytes that a string of this length takes. */
    public static int ofBytes(int length) {
        return 1 + ofVarint(length) + length;
    }

    /** The bytes that a number takes. */
    public static int ofNumber(double number) {
        return isWhole(number) ? ofInteger((long) number) : 1 + Double.BYTES;
    }

    /** The bytes that a whole number takes. */
    public static int ofInteger(long integer) {
        return integer >= 0 && integer <= SMALL_MAX ? 1 : 1 + ofVarint(integer << 1 ^ integer >> 63);
    }

    /** The bytes that a table takes beside its elements. */
    public static int ofTable(int listed, int pairs) {
        return 1 + ofVarint(listed) + ofVarint(pairs);
    }

    /** Whether a number travels as a whole number: -0 does not, to keep its sign. */
    public static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= INTEGER_MAX && (number != 0 || 1 / number > 0);
    }

    /** A byte for every seven bits: up to 63 of them this is their seventh, rounded up, and no division. */
    private static int ofVarint(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number | 1);
        return 9 * bits + 63 >> 6;
    }
}
