package org.cometkv.aso.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * An output of encoded bytes; the mirror of {@link Input}, method by method. Not thread-safe.
 *
 * <p>Methods with a bound throw IllegalArgumentException for what is over it, and no reader would take.
 */
public interface Output {

    /** One byte, 0 to 255. */
    void octet(int value);

    /** A long in 1 to 9 bytes, small ones in fewer; negative ones take 9. */
    void number(long value);

    /** An int in 4 bytes. */
    void half(int value);

    /** A long in 8 bytes. */
    void word(long value);

    /** Bytes without their length. */
    void raw(byte[] bytes, int offset, int length);

    default void raw(byte[] bytes) {
        raw(bytes, 0, bytes.length);
    }

    default void flag(boolean flag) {
        octet(flag ? 1 : 0);
    }

    default void integer(int value) {
        number(Integer.toUnsignedLong(value));
    }

    default void decimal(double value) {
        word(Double.doubleToRawLongBits(value));
    }

    /** A constant by its order, which is therefore fixed. */
    default void constant(Enum<?> constant) {
        octet(constant.ordinal());
    }

    /** A number of elements or bytes. */
    default void count(int count, int most) {
        if (count > most) {
            throw new IllegalArgumentException(count + " elements or bytes are not sent; the limit is " + most);
        }
        integer(count);
    }

    default void bytes(byte[] bytes, int most) {
        count(bytes.length, most);
        raw(bytes);
    }

    /** Text, its bound in bytes of UTF-8. */
    default void text(String text, int most) {
        bytes(text.getBytes(StandardCharsets.UTF_8), most);
    }

    default <T> void list(List<T> list, int most, BiConsumer<Output, T> element) {
        count(list.size(), most);
        for (T each : list) {
            element.accept(this, each);
        }
    }

    default <T> void optional(Optional<T> optional, BiConsumer<Output, T> element) {
        flag(optional.isPresent());
        optional.ifPresent(present -> element.accept(this, present));
    }

    default void optionalNumber(OptionalLong optional) {
        flag(optional.isPresent());
        optional.ifPresent(this::number);
    }
}
