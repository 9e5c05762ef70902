package org.cometkv.actors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cometkv.aso.Value;

class WireValuePropertyTest {

    private final WireSerializer serializer = new WireSerializer(770_001, new LongAdder());

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyValue_comesBackInTheSameOrder(@ForAll("values") Value value) throws Exception {
        Wire.Get get = new Wire.Get(1, WireSamples.KEY, WireSamples.PLAIN, value);

        Wire.Get back = (Wire.Get) serializer.fromBinary(serializer.toBinary(get), "");

        assertThat(back).isEqualTo(get);
        assertThat(back.request()).hasToString(value.toString());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyValue_hasTheSizeThatIsCounted(@ForAll("values") Value value) {
        Wire get = new Wire.Get(1, WireSamples.KEY, WireSamples.PLAIN, value);

        assertThat(serializer.toBinary(get)).hasSize(1 + WireSize.ofTagged(get));
    }

    @Provide
    Arbitrary<Value> values() {
        return Arbitraries.oneOf(Arbitraries.just(Value.NIL), present(3));
    }

    private Arbitrary<Value> present(int depth) {
        return depth == 0 ? leaves() : Arbitraries.oneOf(leaves(), tables(depth - 1));
    }

    private Arbitrary<Value> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.of(Value.of(true), Value.of(false)),
                Arbitraries.doubles().map(Value::of),
                Arbitraries.integers().map(Value::of),
                Arbitraries.integers().between(-70, 300).map(Value::of),
                Arbitraries.longs().between(-(1L << 54), 1L << 54).map(Value::of),
                Arbitraries.of(Value.of(-0.0), Value.of(0x1p53), Value.of(-0x1p53), Value.of(0x1p53 + 2)),
                Arbitraries.strings().ofMaxLength(40).map(Value::of),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Value::of));
    }

    private Arbitrary<Value> tables(int depth) {
        Arbitrary<Value> entry = present(depth);
        Arbitrary<Value> name = Arbitraries.strings().ofMaxLength(8).map(Value::of);
        Arbitrary<List<Value>> list = entry.list().ofMaxSize(4);
        Arbitrary<Map<Value, Value>> pairs = Arbitraries.maps(name, entry).ofMaxSize(4);
        return Combinators.combine(list, pairs).as((listed, paired) -> {
            List<Value> flat = new ArrayList<>();
            paired.forEach((key, value) -> {
                flat.add(key);
                flat.add(value);
            });
            return Value.Table.wrap(listed.toArray(Value[]::new), flat.toArray(Value[]::new));
        });
    }
}
