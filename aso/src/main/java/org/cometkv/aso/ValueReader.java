package org.cometkv.aso;

import java.nio.ByteBuffer;

/**
 * Reads what {@link ValueCodec} wrote, or anything else that came from outside.
 *
 * <p>All elements that tables declare are paid from the length of the input, so that no input makes the reader allocate
 * much more than itself.
 */
final class ValueReader {

    private static final Value[] NONE = {};
    private static final Value[] SMALL = new Value[256 - ValueCodec.SMALL];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = Value.of(i);
        }
    }

    private final ByteBuffer in;
    private long elementsLeft;

    ValueReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        elementsLeft = bytes.length;
    }

    /** The one value that the whole input spells. */
    Value read() {
        Value value = read(0);
        if (in.hasRemaining()) {
            throw malformed(in.remaining() + " bytes follow the value");
        }
        return value;
    }

    private Value read(int depth) {
        int tag = octet();
        switch (tag) {
            case ValueCodec.NIL:
                return Value.NIL;
            case ValueCodec.FALSE:
                return Value.Bool.FALSE;
            case ValueCodec.TRUE:
                return Value.Bool.TRUE;
            case ValueCodec.INTEGER:
                long coded = varint();
                return Value.of((double) (coded >>> 1 ^ -(coded & 1)));
            case ValueCodec.NUMBER:
                require(Double.BYTES);
                return Value.of(in.getDouble());
            case ValueCodec.BYTES:
                byte[] text = new byte[require(varint())];
                in.get(text);
                return Value.Bytes.wrap(text);
            case ValueCodec.TABLE:
                return table(depth);
            default:
                if (tag < ValueCodec.SMALL) {
                    throw malformed("there is no tag " + tag);
                }
                return SMALL[tag - ValueCodec.SMALL];
        }
    }

    private Value table(int depth) {
        if (depth >= Limits.VALUE_DEPTH) {
            throw malformed("nested more than " + Limits.VALUE_DEPTH + " deep");
        }
        long listed = varint();
        long paired = varint();
        Value[] list = elements(listed, 1);
        Value[] pairs = elements(paired, 2);
        for (int i = 0; i < list.length; i++) {
            list[i] = element(depth);
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = element(depth);
            if (i % 2 == 0 && pairs[i] instanceof Value.Num key && Double.isNaN(key.number())) {
                throw malformed("a key that is not a number");
            }
        }
        return Value.Table.wrap(list, pairs);
    }

    private Value[] elements(long count, int each) {
        if (count < 0 || count > elementsLeft / each) {
            throw malformed(count + " elements are declared, and at most " + elementsLeft + " can follow");
        }
        elementsLeft -= each * count;
        return count == 0 ? NONE : new Value[(int) count * each];
    }

    private Value element(int depth) {
        Value value = read(depth + 1);
        if (value == Value.NIL) {
            throw malformed("nil within a table");
        }
        return value;
    }

    private int octet() {
        require(1);
        return in.get() & 0xff;
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += ValueCodec.VARINT_BITS) {
            int octet = octet();
            number |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        throw malformed("a number of more than 64 bits");
    }

    private int require(long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw malformed(bytes + " bytes are declared and " + in.remaining() + " are left");
        }
        return (int) bytes;
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("malformed value at byte " + in.position() + ": " + what);
    }
}
