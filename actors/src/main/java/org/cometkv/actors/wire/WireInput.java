package org.cometkv.actors.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.cometkv.aso.Caller;

/**
 * Where a message from outside is read from. Nothing it says about its own size is believed: a declared length is held
 * against its bound, against the bytes that are left and against what was declared before, and only then allocated.
 *
 * <p>Every method throws IllegalArgumentException, or what the reader below throws at the end of input, for anything
 * that {@link WireOutput} cannot have written. Not thread-safe.
 */
interface WireInput {

    int octet();

    long number();

    long word();

    /** This many bytes, which are known to be left. */
    byte[] raw(int length);

    /** How many bytes are left. */
    int left();

    /**
     * Notes that so many elements are about to be allocated for.
     *
     * <p>An element takes a byte at least, so that no honest message declares more elements than it has bytes, however
     * they are nested. Without this, tables that each declare what is left would allocate that much per level.
     *
     * @throws IllegalArgumentException if the message has declared more than it can hold
     */
    void claim(int elements);

    /** An object of a type that has an id and is the wanted one or a subtype. */
    <T> T tagged(Class<T> wanted);

    /** An item within its length; {@link Wire.Unread} if it is of an unknown kind or not as its kind is written. */
    Wire.Item enclosed();

    /** The callers at the head of this frame, for its items. */
    void callers(List<Caller> callers);

    /** The caller at that place among them, counted from 1. */
    Caller caller(int place);

    default boolean flag() {
        return constant(FLAGS);
    }

    default int integer() {
        long value = number();
        if (value >>> Integer.SIZE != 0) {
            throw new IllegalArgumentException("an integer has 32 bits, not as many as " + value);
        }
        return (int) value;
    }

    default double decimal() {
        return Double.longBitsToDouble(word());
    }

    default <E> E constant(E[] constants) {
        int ordinal = octet();
        if (ordinal >= constants.length) {
            throw new IllegalArgumentException("there are " + constants.length + " constants, no number " + ordinal);
        }
        return constants[ordinal];
    }

    default int count(int most) {
        int count = integer();
        if (count < 0 || count > most || count > left()) {
            throw new IllegalArgumentException("a length of " + Integer.toUnsignedString(count) + " is declared; "
                    + left() + " bytes are left and the limit is " + most);
        }
        return count;
    }

    default byte[] bytes(int most) {
        return raw(count(most));
    }

    default String text(int most) {
        return new String(bytes(most), StandardCharsets.UTF_8);
    }

    default <T> List<T> list(int most, Function<WireInput, T> element) {
        int count = count(most);
        claim(count);
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(this));
        }
        return list;
    }

    default <T> Optional<T> optional(Function<WireInput, T> element) {
        return flag() ? Optional.of(element.apply(this)) : Optional.empty();
    }

    default OptionalLong optionalNumber() {
        return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
    }

    /** What the two octets of a flag mean. */
    Boolean[] FLAGS = {false, true};
}
