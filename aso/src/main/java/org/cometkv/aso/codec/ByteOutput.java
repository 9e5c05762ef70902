package org.cometkv.aso.codec;

import java.nio.ByteBuffer;

/** An output into a buffer: one of its own, which grows, or a given one, which does not. Not thread-safe. */
public class ByteOutput implements Output {

    private static final int CAPACITY = 128;

    private final boolean grows;
    private ByteBuffer buffer;

    /** An output into a buffer that grows. */
    public ByteOutput() {
        grows = true;
        buffer = ByteBuffer.allocate(CAPACITY);
    }

    /**
     * An output into this buffer, from its position on; its position and order stay as they are.
     *
     * <p>What does not fit is a {@link java.nio.BufferOverflowException}.
     */
    public ByteOutput(ByteBuffer given) {
        grows = false;
        buffer = given.duplicate();
    }

    /** The buffer, at the position where the next byte goes. */
    protected final ByteBuffer buffer() {
        return buffer;
    }

    /** A copy of what was written into a buffer that grows. */
    public final byte[] toBytes() {
        byte[] bytes = new byte[buffer.position()];
        buffer.duplicate().flip().get(bytes);
        return bytes;
    }

    @Override
    public final void octet(int value) {
        room(1).put((byte) value);
    }

    @Override
    public final void number(long value) {
        long rest = value;
        for (int i = 1; i < ByteCount.NUMBER_MAX && rest >>> ByteCount.NUMBER_BITS != 0; i++) {
            octet((int) rest | 0x80);
            rest >>>= ByteCount.NUMBER_BITS;
        }
        octet((int) rest);
    }

    @Override
    public final void half(int value) {
        room(Integer.BYTES).putInt(value);
    }

    @Override
    public final void word(long value) {
        room(Long.BYTES).putLong(value);
    }

    @Override
    public final void raw(byte[] bytes, int offset, int length) {
        room(length).put(bytes, offset, length);
    }

    private ByteBuffer room(int bytes) {
        if (grows && buffer.remaining() < bytes) {
            int wanted = Math.addExact(buffer.position(), bytes);
            int doubled = 2 * Math.min(buffer.capacity(), Integer.MAX_VALUE / 2);
            buffer = ByteBuffer.allocate(Math.max(wanted, doubled)).put(buffer.flip());
        }
        return buffer;
    }
}
