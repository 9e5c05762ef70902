package org.cometkv.aso.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** A thing with a codec, and both directions of it. */
record Sample<T>(T thing, BiConsumer<Output, T> write, Function<Input, T> read) {

    byte[] encoded() {
        return encoded(thing);
    }

    byte[] encoded(T other) {
        ByteOutput out = new ByteOutput();
        write.accept(out, other);
        return out.toBytes();
    }

    int counted() {
        ByteCount count = new ByteCount();
        write.accept(count, thing);
        return count.bytes();
    }

    /** The thing that these bytes spell, to their end. */
    T decoded(byte[] bytes) {
        Input in = new Input(bytes);
        T read = this.read.apply(in);
        in.end();
        return read;
    }

    /** All kinds there are. */
    static Arbitrary<Sample<?>> any() {
        return Arbitraries.oneOf(
                values().map(value -> new Sample<>(value, ValueCodec::write, ValueCodec::read)),
                keys().map(key -> new Sample<>(key, PartyCodec::key, PartyCodec::key)),
                nodeIds().map(id -> new Sample<>(id, PartyCodec::nodeId, PartyCodec::nodeId)),
                contacts().map(contact -> new Sample<>(contact, PartyCodec::contact, PartyCodec::contact)),
                coordinates().map(each -> new Sample<>(each, PartyCodec::coordinates, PartyCodec::coordinates)),
                inboxes().map(inbox -> new Sample<>(inbox, PartyCodec::inbox, PartyCodec::inbox)),
                nodes().map(node -> new Sample<>(node, PartyCodec::node, PartyCodec::node)),
                callers().map(caller -> new Sample<>(caller, PartyCodec::caller, PartyCodec::caller)));
    }

    static Arbitrary<Value> values() {
        return Arbitraries.oneOf(Arbitraries.just(Value.NIL), present(3));
    }

    private static Arbitrary<Value> present(int depth) {
        return depth == 0 ? leaves() : Arbitraries.oneOf(leaves(), tables(depth - 1));
    }

    private static Arbitrary<Value> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.of(Value.of(true), Value.of(false)),
                Arbitraries.doubles().map(Value::of),
                Arbitraries.integers().map(Value::of),
                Arbitraries.integers().between(-70, 300).map(Value::of),
                Arbitraries.longs().between(-(1L << 54), 1L << 54).map(Value::of),
                Arbitraries.of(Value.of(-0.0), Value.of(0x1p53), Value.of(-0x1p53), Value.of(0x1p53 + 2)),
                Arbitraries.of(Value.of(Double.NaN), Value.of(Double.POSITIVE_INFINITY), Value.of(Double.MIN_VALUE)),
                Arbitraries.strings().ofMaxLength(30).map(Value::of),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(140).map(Value::of));
    }

    private static Arbitrary<Value> tables(int depth) {
        Arbitrary<Value> key = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(Value::of),
                Arbitraries.integers().map(each -> Value.of(each + 0.5)),
                Arbitraries.of(Value.of(true), Value.of(-7)));
        Arbitrary<Map<Value, Value>> pairs =
                Arbitraries.maps(key, present(depth)).ofMaxSize(3);
        return Combinators.combine(present(depth).list().ofMaxSize(3), pairs).as((listed, paired) -> {
            List<Value> flat = new ArrayList<>();
            paired.forEach((name, value) -> {
                flat.add(name);
                flat.add(value);
            });
            return Value.Table.wrap(listed.toArray(Value[]::new), flat.toArray(Value[]::new));
        });
    }

    private static Arbitrary<Key> keys() {
        Arbitrary<Long> word = Arbitraries.longs();
        return Combinators.combine(word, word, word, word).as(Key::new);
    }

    private static Arbitrary<NodeId> nodeIds() {
        return keys().map(NodeId::new);
    }

    private static Arbitrary<String> texts(int least) {
        return Arbitraries.strings().withChars("azé€\ufffd").ofMinLength(least).ofMaxLength(20);
    }

    private static Arbitrary<Integer> ports() {
        return Arbitraries.integers().between(0, 65_535);
    }

    private static Arbitrary<Contact> contacts() {
        return Combinators.combine(nodeIds(), texts(1), ports()).as(Contact::new);
    }

    private static Arbitrary<Coordinates> coordinates() {
        Arbitrary<Double> each = Arbitraries.doubles();
        return Combinators.combine(each, each, each).as(Coordinates::new);
    }

    private static Arbitrary<Inbox> inboxes() {
        return Combinators.combine(nodeIds(), Arbitraries.longs(), Arbitraries.longs())
                .as(Inbox::new);
    }

    private static Arbitrary<NodeHandle> nodes() {
        return Combinators.combine(contacts(), coordinates().optional()).as(NodeHandle::new);
    }

    private static Arbitrary<Caller> callers() {
        return Combinators.combine(
                        texts(0),
                        texts(0),
                        ports(),
                        coordinates().optional(),
                        texts(0),
                        keys().optional(),
                        inboxes().optional(),
                        nodeIds())
                .as((id, ip, port, coordinates, writer, key, inbox, node) ->
                        new Caller(id, ip, port, coordinates, writer, key, inbox, node, Optional.empty()));
    }
}
