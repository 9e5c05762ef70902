package org.cometkv.actors.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;

/**
 * How many bytes a message takes, counted by the same code that writes it. Not thread-safe.
 *
 * <p>One pass over the message without a buffer: a string or a blob costs its length prefix, whatever its size.
 */
public final class WireSize implements WireOutput {

    private static final Map<Class<?>, MessageCodec<?>> CODECS =
            MessageCodecs.ALL.stream().collect(Collectors.toUnmodifiableMap(MessageCodec::type, codec -> codec));

    /** Whatever is not 0: the caller need not be written. */
    private static final int COUNTED = 1;

    /** Stands for the bytes of what was not counted, or cannot be. */
    public static final int UNCOUNTED = -1;

    private int bytes;
    private List<Caller> callers = List.of();
    private Caller last;
    private int lastBytes;

    public WireSize() {}

    /**
     * The encoded bytes of an item within a frame.
     *
     * @throws IllegalArgumentException if it cannot be sent at all: better found here than in a frame with others
     */
    public static int of(Wire.Item item) {
        return new WireSize().item(item);
    }

    /** As {@link #of(Wire.Item)}; {@link #UNCOUNTED} if it cannot be sent at all. */
    public static int orUncounted(Wire.Item item) {
        try {
            return of(item);
        } catch (IllegalArgumentException unsendable) {
            return UNCOUNTED;
        }
    }

    /** As {@link #of(Wire.Item)}, one item after the other. */
    public int item(Wire.Item item) {
        bytes = 0;
        enclosed(item);
        return bytes;
    }

    /**
     * The encoded bytes of a value.
     *
     * @throws IllegalArgumentException if it cannot be sent at all
     */
    public static int of(Value value) {
        WireSize size = new WireSize();
        WireValue.write(size, value);
        return size.bytes;
    }

    /** The encoded bytes of an image, whatever the size of its state. */
    public static int of(Image image) {
        WireSize size = new WireSize();
        WireFields.image(size, new Image(image.header(), image.script(), new byte[0], image.timers()));
        size.integer(image.state().length);
        return Math.addExact(size.bytes, image.state().length);
    }

    /** The encoded bytes of whatever has an id. */
    public static int ofTagged(Object object) {
        WireSize size = new WireSize();
        size.tagged(object);
        return size.bytes;
    }

    @Override
    public void octet(int value) {
        bytes++;
    }

    @Override
    public void number(long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        // Seven bits in each byte but the ninth, which holds eight.
        bytes += Math.min((bits + 6) / 7, 9);
    }

    @Override
    public void word(long value) {
        bytes += Long.BYTES;
    }

    @Override
    public void raw(byte[] raw) {
        bytes = Math.addExact(bytes, raw.length);
    }

    @Override
    public void tagged(Object object) {
        MessageCodec<?> codec = CODECS.get(object.getClass());
        if (codec == null) {
            throw new IllegalArgumentException("this has no id on the wire: " + object.getClass());
        }
        bytes++;
        count(codec, object);
    }

    @Override
    public void enclosed(Object object) {
        bytes += Integer.BYTES;
        tagged(object);
    }

    @Override
    public void callers(List<Caller> all) {
        callers = all;
    }

    /** Counts a caller at its place, too; once, if it calls again and again. */
    @Override
    public int caller(Caller caller) {
        int place = place(callers, caller);
        if (place > 0) {
            return place;
        }
        if (caller != last) {
            WireSize full = new WireSize();
            WireFields.callerInFull(full, caller);
            last = caller;
            lastBytes = full.bytes;
        }
        bytes += lastBytes;
        return COUNTED;
    }

    /** The place of this very caller, counted from 1; or 0. */
    static int place(List<Caller> callers, Caller caller) {
        for (int i = 0; i < callers.size(); i++) {
            if (callers.get(i) == caller) {
                return i + 1;
            }
        }
        return 0;
    }

    private <T> void count(MessageCodec<T> codec, Object object) {
        codec.write().accept(this, codec.type().cast(object));
    }
}
