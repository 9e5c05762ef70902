package org.cometkv.actors.wire;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.ByteBufferInput;
import com.esotericsoftware.kryo.kryo5.io.ByteBufferOutput;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.KryoBufferOverflowException;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.util.DefaultClassResolver;
import com.esotericsoftware.kryo.kryo5.util.Pool;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.ByteBufferSerializer;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.MalformedInput;

/**
 * A serializer of {@link Wire} messages, for Pekko: a byte with the protocol's version, then the message. Thread-safe.
 *
 * <p>Kryo gives the ids and the registration; what stands behind an id is written by {@link MessageCodecs}. An item of
 * a frame that cannot be decoded is {@link Wire.Unread}; any other message that cannot be is counted and thrown as
 * {@link MalformedMessage}, and as nothing else.
 */
public final class WireSerializer extends SerializerWithStringManifest implements ByteBufferSerializer {

    private static final String IDENTIFIER =
            "pekko.actor.serialization-identifiers.\"" + WireSerializer.class.getName() + '"';

    /** Instances that are kept: at most this many threads decode at a time without creating one. */
    private static final int POOLED_MAX = 32;

    /** Tagged objects within each other: a frame, its item, its reply, and one to spare. */
    private static final int DEPTH_MAX = 4;

    /** What Kryo adds to an id: its own marks for null and for a class by name come first. */
    private static final int KRYO_OFFSET = 2;

    /** Items of one message that may be broken; beyond that the whole message is. */
    private static final int BROKEN_MAX = 16;

    /** One for all: a message of nothing else must not take many times its size. */
    private static final Refusal UNKNOWN =
            Refusal.of(Refusal.Reason.UNKNOWN, "this node knows no message of that kind");

    private final int identifier;
    private final LongAdder undecodable;
    private final Pool<Kryo> kryos = new Pool<>(true, false, POOLED_MAX) {
        @Override
        protected Kryo create() {
            return kryo();
        }
    };

    /** The form of constructor that Pekko looks for; it need not be public. */
    public WireSerializer(ExtendedActorSystem system) {
        this(system.settings().config().getInt(IDENTIFIER), MalformedMessage.count(system));
    }

    public WireSerializer(int identifier, LongAdder undecodable) {
        this.identifier = identifier;
        this.undecodable = undecodable;
    }

    @Override
    public int identifier() {
        return identifier;
    }

    /** The ids within the bytes say all: no manifest. */
    @Override
    public String manifest(Object message) {
        return "";
    }

    @Override
    public byte[] toBinary(Object message) {
        byte[] bytes = new byte[1 + WireSize.ofTagged(message)];
        toBinary(message, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /**
     * Writes at the buffer's position.
     *
     * @throws BufferOverflowException if it does not fit, by which Artery knows an oversized message
     * @throws IllegalArgumentException if the message holds what the protocol does not carry
     */
    @Override
    public void toBinary(Object message, ByteBuffer buffer) {
        Kryo kryo = kryos.obtain();
        try {
            Writer out = new Writer(kryo, buffer);
            out.octet(Wire.PROTOCOL);
            out.tagged(message);
            buffer.position(out.end());
        } catch (KryoBufferOverflowException e) {
            BufferOverflowException overflow = new BufferOverflowException();
            overflow.initCause(e);
            throw overflow;
        } finally {
            kryos.free(kryo);
        }
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) throws MalformedMessage {
        return fromBinary(ByteBuffer.wrap(bytes), manifest);
    }

    /** Reads one message that ends where the buffer ends. */
    @Override
    public Object fromBinary(ByteBuffer buffer, String manifest) throws MalformedMessage {
        Kryo kryo = kryos.obtain();
        try {
            Wire message = message(new Reader(kryo, buffer));
            buffer.position(buffer.limit());
            return message;
        } catch (IllegalArgumentException e) {
            undecodable.increment();
            throw new MalformedMessage(e.getMessage());
        } finally {
            kryos.free(kryo);
        }
    }

    private static Wire message(Reader in) {
        int protocol = in.octet();
        if (protocol != Wire.PROTOCOL) {
            throw new MalformedInput("a message of protocol " + protocol + "; this node speaks " + Wire.PROTOCOL);
        }
        Wire message = in.tagged(Wire.class);
        in.end();
        return message;
    }

    private static Kryo kryo() {
        Kryo kryo = new Kryo(new ClosedResolver(), null);
        kryo.setRegistrationRequired(true);
        kryo.setReferences(false);
        kryo.setMaxDepth(DEPTH_MAX);
        for (MessageCodec<?> codec : MessageCodecs.ALL) {
            kryo.register(codec.type(), new CodecSerializer<>(codec), codec.id());
        }
        return kryo;
    }

    /** Knows ids and nothing else. */
    private static final class ClosedResolver extends DefaultClassResolver {

        /*
         * Kryo reads a class by its name before it asks whether it is registered: a string of whatever length is
         * declared, and then Class.forName on it.
         */
        @Override
        protected Registration readName(Input input) {
            throw new MalformedInput("a message names a class");
        }
    }

    private static final class CodecSerializer<T> extends Serializer<T> {

        private final MessageCodec<T> codec;

        CodecSerializer(MessageCodec<T> codec) {
            super(false, true);
            this.codec = codec;
        }

        @Override
        public void write(Kryo kryo, Output output, T object) {
            codec.write().accept(((WriterView) output).writer, object);
        }

        @Override
        public T read(Kryo kryo, Input input, Class<? extends T> type) {
            return codec.read().apply(((ReaderView) input).reader);
        }
    }

    private static final class Writer extends ByteOutput implements WireOutput {

        private final Kryo kryo;
        private final WriterView view = new WriterView(this);
        private List<Caller> callers = List.of();

        Writer(Kryo kryo, ByteBuffer buffer) {
            super(buffer);
            this.kryo = kryo;
        }

        /** The position behind what was written. */
        int end() {
            return buffer().position();
        }

        @Override
        public void callers(List<Caller> all) {
            callers = all;
        }

        @Override
        public int caller(Caller caller) {
            return WireSize.place(callers, caller);
        }

        @Override
        public void enclosed(Object object) {
            int begin = end();
            half(0);
            tagged(object);
            buffer().putInt(begin, end() - begin - Integer.BYTES);
        }

        @Override
        public void tagged(Object object) {
            view.setBuffer(buffer());
            kryo.writeObject(
                    view, object, kryo.writeClass(view, object.getClass()).getSerializer());
        }
    }

    /** Kryo's view of a writer's buffer: it writes ids there, and hands the writer to those who write on. */
    private static final class WriterView extends ByteBufferOutput {

        private final Writer writer;

        WriterView(Writer writer) {
            this.writer = writer;
        }
    }

    /** Kryo's view of a reader's buffer. */
    private static final class ReaderView extends ByteBufferInput {

        private final Reader reader;

        ReaderView(Reader reader) {
            this.reader = reader;
        }
    }

    private static final class Reader extends WireInput {

        private final Kryo kryo;
        private final ReaderView view = new ReaderView(this);
        private int broken;

        Reader(Kryo kryo, ByteBuffer buffer) {
            super(buffer);
            this.kryo = kryo;
        }

        @Override
        <T> T tagged(Class<T> wanted) {
            view.setBuffer(buffer());
            try {
                Registration registration = kryo.readClass(view);
                if (registration == null || !wanted.isAssignableFrom(registration.getType())) {
                    throw new MalformedInput("a message holds something else than a " + wanted.getSimpleName());
                }
                Class<?> type = registration.getType();
                return wanted.cast(kryo.readObject(view, type));
            } catch (KryoException e) {
                throw new MalformedInput(e.getMessage());
            }
        }

        /*
         * The end of a broken item is known, so that the items behind it are read all the same. What is told of one
         * costs memory, hence few of them in one message; an id that is not known costs none.
         */
        @Override
        Wire.Item enclosed() {
            int length = half();
            if (length < 1 || length > left()) {
                throw new MalformedInput("an item of " + Integer.toUnsignedString(length) + " bytes is declared; "
                        + left() + " bytes are left");
            }
            int begin = buffer().position();
            int end = begin + length;
            int endOfAll = buffer().limit();
            buffer().limit(end);
            try {
                return item(begin);
            } finally {
                buffer().limit(endOfAll).position(end);
            }
        }

        private Wire.Item item(int begin) {
            if (!MessageCodecs.isKnown(id())) {
                return unread(begin, UNKNOWN);
            }
            buffer().position(begin);
            try {
                Wire.Item item = tagged(Wire.Item.class);
                end();
                return item;
            } catch (IllegalArgumentException e) {
                if (++broken > BROKEN_MAX) {
                    throw e;
                }
                return unread(
                        begin, Refusal.of(Refusal.Reason.INVALID, "the message cannot be read: " + e.getMessage()));
            }
        }

        private Wire.Item unread(int begin, Refusal why) {
            buffer().position(begin);
            Waiting waiting = MessageCodecs.waiting(id());
            if (waiting == Waiting.NOBODY) {
                return new Wire.Unread(waiting, 0, why);
            }
            try {
                return new Wire.Unread(waiting, number(), why);
            } catch (MalformedInput e) {
                // It ends within its number: nobody can be told.
                return new Wire.Unread(Waiting.NOBODY, 0, why);
            }
        }

        private int id() {
            return integer() - KRYO_OFFSET;
        }
    }
}
