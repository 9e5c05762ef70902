package org.cometkv.aso.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** The canonical encoding of values: one for each value, and no two values share one. */
class CanonicalValueTest {

    @Test
    void theOrderOfEntriesAndTheFormOfAListDoNotMatter() {
        Map<String, Value> one = new LinkedHashMap<>();
        one.put("a", Value.of(1));
        one.put("b", Value.list(Value.of(true)));
        Map<String, Value> other = new LinkedHashMap<>();
        other.put("b", Value.Table.wrap(new Value[0], new Value[] {Value.of(1), Value.of(true)}));
        other.put("a", Value.of(1));

        assertThat(hex(Value.table(one))).isEqualTo(hex(Value.table(other)));
    }

    @Test
    void thereIsOneNanAndTwoZeros_asForAScript() {
        double otherNan = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);
        assertThat(hex(Value.of(otherNan))).isEqualTo(hex(Value.of(Double.NaN))).isEqualTo("037ff8000000000000");
        assertThat(hex(Value.of(-0.0))).isNotEqualTo(hex(Value.of(0.0)));
        assertThat(hex(Value.Table.wrap(new Value[0], new Value[] {Value.of(-0.0), Value.of(1)})))
                .isEqualTo(hex(Value.Table.wrap(new Value[0], new Value[] {Value.of(0.0), Value.of(1)})));
    }

    /** A change here makes signatures void that authors have made. */
    @Test
    void theEncodingIsTheContractOfSignatures() {
        Value.Table table = Value.Table.wrap(
                new Value[] {Value.of("é"), Value.of(false)}, new Value[] {Value.of("k"), Value.of(-1.5)});

        assertThat(hex(Value.NIL) + hex(Value.of(true))).isEqualTo("00" + "02");
        assertThat(hex(table))
                .isEqualTo("05" + "00000003" + "033ff0000000000000" + "0400000002c3a9" + "034000000000000000" + "01"
                        + "04000000016b" + "03bff8000000000000");
    }

    @Test
    void differentValuesDiffer() {
        Value[] values = {
            Value.NIL,
            Value.of(false),
            Value.of(true),
            Value.of(0),
            Value.of(1),
            Value.of(""),
            Value.of("0"),
            Value.of("\0"),
            Value.table(),
            Value.list(Value.of("")),
            Value.list(Value.of("ab"), Value.of("c")),
            Value.list(Value.of("a"), Value.of("bc")),
            Value.list(Value.table()),
            Value.table(Map.of("a", Value.of("b"))),
            Value.table(Map.of("b", Value.of("a")))
        };
        assertThat(values).extracting(CanonicalValueTest::hex).doesNotHaveDuplicates();
    }

    @Test
    void aKeyThatComesTwice_andTooDeepANesting_areRefused() {
        Value.Table twice = Value.Table.wrap(new Value[] {Value.of("x")}, new Value[] {Value.of(1), Value.of("y")});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalValue.encode(twice))
                .withMessage("a table has the key 1 twice");
        Value.Table nested = Value.table();
        for (int i = 1; i < Limits.VALUE_DEPTH; i++) {
            nested = Value.list(nested);
        }
        assertThat(CanonicalValue.encode(nested)).isNotEmpty();
        Value.Table deeper = Value.list(nested);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalValue.encode(deeper));
    }

    private static String hex(Value value) {
        return HexFormat.of().formatHex(CanonicalValue.encode(value));
    }
}
