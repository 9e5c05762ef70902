package org.cometkv.aso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueConversionTest {

    @Test
    void ofEachKind_givesItsJavaType() {
        assertThat(Value.of("häuser").asText()).isEqualTo("häuser");
        assertThat(Value.of(-3).asLong()).isEqualTo(-3);
        assertThat(Value.of(0.5).asDouble()).isEqualTo(0.5);
        assertThat(Value.of(true).asBoolean()).isTrue();
        assertThat(Value.of(false).asBoolean()).isFalse();
        assertThat(Value.list(Value.of(1), Value.of("x")).asList()).containsExactly(Value.of(1), Value.of("x"));
        assertThat(Value.table(Map.of("a", Value.of(1))).asMap()).isEqualTo(Map.of("a", Value.of(1)));
    }

    @Test
    void anEmptyTable_isAnEmptyListAndAnEmptyMap() {
        assertThat(Value.table().asList()).isEmpty();
        assertThat(Value.table().asMap()).isEmpty();
    }

    @Test
    void ofAnotherKind_throwsASentence() {
        assertThatThrownBy(() -> Value.of(1).asText())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the value is no text: 1");
        assertThatThrownBy(() -> Value.of("1").asLong()).hasMessage("the value is no number: \"1\"");
        assertThatThrownBy(() -> Value.NIL.asDouble()).hasMessage("the value is no number: nil");
        assertThatThrownBy(() -> Value.NIL.asBoolean()).hasMessage("the value is no boolean: nil");
        assertThatThrownBy(() -> Value.of(true).asList()).hasMessage("the value is no list: true");
        assertThatThrownBy(() -> Value.of("x".repeat(100)).asMap())
                .hasMessage("the value is no map: \"" + "x".repeat(79) + "…");
    }

    @Test
    void bytesThatAreNotUtf8_areNoText() {
        assertThatThrownBy(() -> Value.of(new byte[] {(byte) 0xff, 1}).asText())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the value is no text: its 2 bytes are not UTF-8; take Value.Bytes.array()");
    }

    @Test
    void asLong_isExactOrThrows() {
        assertThat(Value.of(-0x1p63).asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(Value.of(Math.nextDown(0x1p63)).asLong()).isEqualTo(Long.MAX_VALUE - 1023);
        for (double number : new double[] {
            0x1p63, Math.nextDown(-0x1p63), 0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        }) {
            assertThatThrownBy(() -> Value.of(number).asLong())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the number " + number + " is no long; take asDouble()");
        }
    }

    @Test
    void aTableOfBothParts_isNeitherListNorMap() {
        Value both = Value.Table.wrap(new Value[] {Value.of("first")}, new Value[] {Value.of("k"), Value.of("v")});

        assertThatThrownBy(both::asList)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table is no list: it has the key \"k\"; take asMap() or entries()");
        assertThatThrownBy(both::asMap)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table is no map of texts: it has the key 1; take asList() or entries()");
    }

    @Test
    void from_takesWhatJavaHas() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("list", Arrays.asList(1, 2L, 2.5f, (short) 3, new BigDecimal("0.25"), BigInteger.TEN));
        map.put("array", new Object[] {"x", 'y', new StringBuilder("z")});
        map.put("bytes", new byte[] {0, 1});
        map.put("left out", null);
        map.put("full", Optional.of(true));

        assertThat(Value.from(map))
                .isEqualTo(Value.table(Map.of(
                        "list",
                        Value.list(Value.of(1), Value.of(2), Value.of(2.5), Value.of(3), Value.of(0.25), Value.of(10)),
                        "array",
                        Value.list(Value.of("x"), Value.of("y"), Value.of("z")),
                        "bytes",
                        Value.of(new byte[] {0, 1}),
                        "full",
                        Value.of(true))));
        assertThat(Value.from(null)).isEqualTo(Value.NIL);
        assertThat(Value.from(Optional.empty())).isEqualTo(Value.NIL);
        assertThat(Value.from(Value.of("same"))).isEqualTo(Value.of("same"));
        assertThat(Value.from(Double.NaN)).isEqualTo(Value.of(Double.NaN));
    }

    @Test
    void from_aNumberThatADoubleHoldsPasses_oneMoreIsRefused() {
        assertThat(Value.from(1L << 53).asLong()).isEqualTo(1L << 53);
        for (Number number : List.of((1L << 53) + 1, new BigDecimal("0.1"), BigInteger.TEN.pow(400))) {
            assertThatThrownBy(() -> Value.from(number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the number " + number + " is no double, as every number of a value is; take its text");
        }
    }

    @Test
    void from_nestedAtTheLimitPasses_oneDeeperIsRefused() {
        assertThat(Value.from(nested(Limits.VALUE_DEPTH))).isInstanceOf(Value.Table.class);

        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        for (Object object : List.of(nested(Limits.VALUE_DEPTH + 1), itself)) {
            assertThatThrownBy(() -> Value.from(object))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no value is nested more than 32 deep; this object is, or contains itself");
        }
    }

    @Test
    void from_whatIsNoValue_isNamed() {
        assertThatThrownBy(() -> Value.from(Thread.State.NEW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value can be made of a java.lang.Thread$State;"
                        + " take a text, a boolean, a number, bytes, a list or a map");
        assertThatThrownBy(() -> Value.from(Map.of(1, "x"))).hasMessage("a map's keys are texts; this one has 1");
        assertThatThrownBy(() -> Value.from(Arrays.asList("x", null))).hasMessage("a list holds no nil: [\"x\", nil]");
    }

    private static Object nested(int depth) {
        Object object = List.of();
        for (int i = 1; i < depth; i++) {
            object = List.of(object);
        }
        return object;
    }
}
