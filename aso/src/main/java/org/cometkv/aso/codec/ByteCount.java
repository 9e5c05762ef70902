package org.cometkv.aso.codec;

/** A count of the bytes that a buffer would take, without one. Not thread-safe. */
public class ByteCount implements Output {

    /** Most bytes of a number: seven bits in each but the last, which holds eight. */
    static final int NUMBER_MAX = 9;

    static final int NUMBER_BITS = 7;

    private int bytes;

    /** A count from zero. */
    public ByteCount() {}

    /** The bytes of a number: its bits by seven, rounded up, and no division. */
    public static int ofNumber(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number | 1);
        return NUMBER_MAX * bits + 63 >> 6;
    }

    /** The bytes counted so far. */
    public final int bytes() {
        return bytes;
    }

    /** Counts bytes that are known without being written. */
    public final void add(int more) {
        bytes = Math.addExact(bytes, more);
    }

    protected final void restart() {
        bytes = 0;
    }

    @Override
    public final void octet(int value) {
        bytes++;
    }

    @Override
    public final void number(long value) {
        bytes += ofNumber(value);
    }

    @Override
    public final void half(int value) {
        bytes += Integer.BYTES;
    }

    @Override
    public final void word(long value) {
        bytes += Long.BYTES;
    }

    @Override
    public final void raw(byte[] raw, int offset, int length) {
        add(length);
    }
}
