package org.cometkv.actors.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.cometkv.aso.Caller;

/** An output of messages to the wire; the mirror of {@link WireInput}, method by method. Not thread-safe. */
interface WireOutput {

    /** One byte, 0 to 255. */
    void octet(int value);

    /** A long in 1 to 9 bytes, small ones in fewer; negative ones take 9. */
    void number(long value);

    /** A long in 8 bytes. */
    void word(long value);

    /** Bytes without their length. */
    void raw(byte[] bytes);

    /**
     * An object of a type that has an id, after that id.
     *
     * @throws IllegalArgumentException if its class has none
     */
    void tagged(Object object);

    /** An object as {@link #tagged}, after its length in 4 bytes: a reader that does not know it goes on behind it. */
    void enclosed(Object object);

    /** The callers at the head of this frame, for its items. */
    void callers(List<Caller> callers);

    /** The place of this very caller among them, counted from 1; or 0. */
    int caller(Caller caller);

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

    /** A number of elements. */
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

    default <T> void list(List<T> list, int most, BiConsumer<WireOutput, T> element) {
        count(list.size(), most);
        for (T each : list) {
            element.accept(this, each);
        }
    }

    default <T> void optional(Optional<T> optional, BiConsumer<WireOutput, T> element) {
        flag(optional.isPresent());
        optional.ifPresent(present -> element.accept(this, present));
    }

    default void optionalNumber(OptionalLong optional) {
        flag(optional.isPresent());
        optional.ifPresent(this::number);
    }
}
