package org.cometkv.actors.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.ByteCount;
import org.cometkv.aso.codec.ValueCodec;

/**
 * A count of the bytes that a message takes, by the same code that writes it. Not thread-safe.
 *
 * <p>One pass over the message without a buffer: a string or a blob costs its length prefix, whatever its size.
 */
public final class WireSize extends ByteCount implements WireOutput {

    private static final Map<Class<?>, MessageCodec<?>> CODECS =
            MessageCodecs.ALL.stream().collect(Collectors.toUnmodifiableMap(MessageCodec::type, codec -> codec));

    /** Whatever is not 0: the caller need not be written. */
    private static final int COUNTED = 1;

    /** Stands for the bytes of what was not counted, or cannot be. */
    public static final int UNCOUNTED = -1;

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
        restart();
        enclosed(item);
        return bytes();
    }

    /**
     * The encoded bytes of a value.
     *
     * @throws IllegalArgumentException if it cannot be sent at all
     */
    public static int of(Value value) {
        return ValueCodec.size(value);
    }

    /** The encoded bytes of an image, whatever the size of its state. */
    public static int of(Image image) {
        WireSize size = new WireSize();
        WireFields.image(size, new Image(image.header(), image.script(), new byte[0], image.timers(), image.recent()));
        // Its length stands for the 0 of the state left out; the state itself may be over its bound.
        size.add(ByteCount.ofNumber(image.state().length) - 1);
        size.add(image.state().length);
        return size.bytes();
    }

    /** The encoded bytes of whatever has an id. */
    public static int ofTagged(Object object) {
        WireSize size = new WireSize();
        size.tagged(object);
        return size.bytes();
    }

    @Override
    public void tagged(Object object) {
        MessageCodec<?> codec = CODECS.get(object.getClass());
        if (codec == null) {
            throw new IllegalArgumentException("this has no id on the wire: " + object.getClass());
        }
        octet(codec.id());
        count(codec, object);
    }

    @Override
    public void enclosed(Object object) {
        half(0);
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
            ByteCount full = new ByteCount();
            WireFields.callerInFull(full, caller);
            last = caller;
            lastBytes = full.bytes();
        }
        add(lastBytes);
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
