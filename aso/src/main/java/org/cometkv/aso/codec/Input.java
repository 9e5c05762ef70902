package org.cometkv.aso.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * An input of encoded bytes from outside. Nothing they say about their own size is believed: a declared length is held
 * against its bound, against the bytes that are left and against what was declared before, and only then allocated.
 *
 * <p>Every method throws {@link MalformedInput} for anything that {@link Output} cannot have written. Not thread-safe.
 */
public class Input {

    private static final Boolean[] FLAGS = {false, true};
    private static final char REPLACEMENT = '\ufffd';
    private static final int REPLACEMENT_UTF8 = 0xefbfbd;

    private final ByteBuffer buffer;
    private int claimable;

    public Input(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    /** An input of what is left of this buffer, whose position and order stay as they are. */
    public Input(ByteBuffer bytes) {
        buffer = bytes.duplicate();
        claimable = buffer.remaining();
    }

    /** The buffer, at the position of the next byte. */
    protected final ByteBuffer buffer() {
        return buffer;
    }

    /** How many bytes are left. */
    public final int left() {
        return buffer.remaining();
    }

    /** Requires that all has been read. */
    public final void end() {
        if (left() > 0) {
            throw new MalformedInput(left() + " bytes are left behind the end");
        }
    }

    public final int octet() {
        if (!buffer.hasRemaining()) {
            throw new MalformedInput("it ends midway");
        }
        return buffer.get() & 0xff;
    }

    /** Whether this is the next octet; it is read if so. */
    public final boolean isNext(int octet) {
        boolean isNext = buffer.hasRemaining() && (buffer.get(buffer.position()) & 0xff) == octet;
        if (isNext) {
            buffer.get();
        }
        return isNext;
    }

    public final long number() {
        long number = 0;
        for (int i = 1; i < ByteCount.NUMBER_MAX; i++) {
            int octet = octet();
            number |= (long) (octet & 0x7f) << ByteCount.NUMBER_BITS * (i - 1);
            if (octet < 0x80) {
                return number;
            }
        }
        return number | (long) octet() << ByteCount.NUMBER_BITS * (ByteCount.NUMBER_MAX - 1);
    }

    public final int half() {
        return next(Integer.BYTES).getInt();
    }

    public final long word() {
        return next(Long.BYTES).getLong();
    }

    /** This many bytes, in a new array. */
    public final byte[] raw(int length) {
        ByteBuffer next = next(length);
        byte[] raw = new byte[length];
        next.get(raw);
        return raw;
    }

    private ByteBuffer next(int bytes) {
        if (bytes < 0 || bytes > buffer.remaining()) {
            throw new MalformedInput("it ends midway: " + bytes + " bytes are expected and " + left() + " are left");
        }
        return buffer;
    }

    /**
     * Notes that so many elements are about to be allocated for.
     *
     * <p>An element takes a byte at least, so that nothing honest declares more elements than it has bytes, however
     * they are nested. Without this, tables that each declare what is left would allocate that much per level.
     */
    public final void claim(int elements) {
        if (elements > claimable) {
            throw new MalformedInput("more elements are declared than there are bytes");
        }
        claimable -= elements;
    }

    public final boolean flag() {
        return constant(FLAGS);
    }

    public final int integer() {
        long value = number();
        if (value >>> Integer.SIZE != 0) {
            throw new MalformedInput("an integer has 32 bits, not as many as " + value);
        }
        return (int) value;
    }

    public final double decimal() {
        return Double.longBitsToDouble(word());
    }

    public final <E> E constant(E[] constants) {
        int ordinal = octet();
        if (ordinal >= constants.length) {
            throw new MalformedInput("there are " + constants.length + " constants, no number " + ordinal);
        }
        return constants[ordinal];
    }

    /** A number of elements or bytes that can still follow. */
    public final int count(int most) {
        int count = integer();
        if (count < 0 || count > most || count > left()) {
            throw new MalformedInput("a length of " + Integer.toUnsignedString(count) + " is declared; " + left()
                    + " bytes are left and the limit is " + most);
        }
        return count;
    }

    public final byte[] bytes(int most) {
        return raw(count(most));
    }

    /** Text in UTF-8: replacing what is none would make it longer than its bound. */
    public final String text(int most) {
        byte[] bytes = bytes(most);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && replacements(text) != replacements(bytes)) {
            throw new MalformedInput("a text is not in UTF-8");
        }
        return text;
    }

    private static long replacements(String text) {
        long count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == REPLACEMENT ? 1 : 0;
        }
        return count;
    }

    private static long replacements(byte[] utf8) {
        long count = 0;
        int three = 0;
        for (byte each : utf8) {
            three = (three << 8 | each & 0xff) & 0xffffff;
            count += three == REPLACEMENT_UTF8 ? 1 : 0;
        }
        return count;
    }

    public final <T> List<T> list(int most, Function<Input, T> element) {
        int count = count(most);
        claim(count);
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(this));
        }
        return list;
    }

    public final <T> Optional<T> optional(Function<Input, T> element) {
        return flag() ? Optional.of(element.apply(this)) : Optional.empty();
    }

    public final OptionalLong optionalNumber() {
        return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
    }
}
