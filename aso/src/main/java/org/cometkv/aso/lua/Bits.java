package org.cometkv.aso.lua;

/** The 32-bit arithmetic of {@code bit32}: words are ints, and numbers become words modulo 2^32. */
final class Bits {

    private static final double MODULUS = 0x1p32;

    private Bits() {}

    /** The word of a number: its floor modulo 2^32; 0 for NaN and the infinities. */
    static int word(double number) {
        double floor = Math.floor(number);
        if (Math.abs(floor) < 0x1p62) {
            return (int) (long) floor;
        }
        // Beyond this, all numbers are multiples of the modulus; the rest of NaN is NaN, which is 0 as a long.
        return Math.abs(floor) >= 0x1p85 ? 0 : (int) (long) (floor % MODULUS);
    }

    /** A word as the number from 0 to 2^32 - 1 that scripts see. */
    static double number(int word) {
        return word & 0xFFFF_FFFFL;
    }

    /** Shifts left, or right for a negative distance; what leaves the word is lost. */
    static int shift(int word, long left) {
        if (left <= -Integer.SIZE || left >= Integer.SIZE) {
            return 0;
        }
        return left < 0 ? word >>> -left : word << left;
    }

    /** Shifts right with copies of the sign bit, or left for a negative distance. */
    static int arithmeticShift(int word, long right) {
        if (right < 0) {
            return shift(word, -right);
        }
        return word >> Math.min(right, Integer.SIZE - 1);
    }

    static int rotate(int word, long left) {
        return Integer.rotateLeft(word, (int) (left & (Integer.SIZE - 1)));
    }

    /** The lowest {@code width} bits set, 1 to 32. */
    static int mask(int width) {
        return -1 >>> Integer.SIZE - width;
    }

    static int extract(int word, int field, int width) {
        return word >>> field & mask(width);
    }

    static int replace(int word, int value, int field, int width) {
        int mask = mask(width) << field;
        return word & ~mask | value << field & mask;
    }
}
