package org.cometkv.node.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cometkv.aso.Value;

/** A value that is printed reads back as the same, whatever the value; and no text makes the reader fail otherwise. */
class ValueJsonPropertyTest {

    @Property
    void printedValue_readsBack(@ForAll("values") Value value) {
        assertThat(ValueJson.parse(ValueJson.print(value))).isEqualTo(value);
    }

    @Property
    void printedNumber_readsBack_inAtMost17Digits(@ForAll("numbers") double number) {
        String text = ValueJson.print(Value.of(number));

        assertThat(ValueJson.parse(text)).isEqualTo(Value.of(number));
        assertThat(text).doesNotEndWith(".0");
        assertThat(text.contains(".") ? new BigDecimal(text).precision() : 0).isLessThanOrEqualTo(17);
    }

    @Property
    void printedBytes_readBack(@ForAll byte[] bytes) {
        assertThat(ValueJson.parse(ValueJson.print(Value.of(bytes)))).isEqualTo(Value.of(bytes));
    }

    @Property
    void anyText_isReadOrRefusedInWords(@ForAll("almostJson") String text) {
        assertThatCode(() -> refusal(text)).doesNotThrowAnyException();
    }

    private static String refusal(String text) {
        try {
            return ValueJson.parse(text).toString();
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    @Provide
    Arbitrary<Double> numbers() {
        // Any bits of a double but those of infinities and NaN.
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of("{", "}", "[", "]", ",", ":", "\"", "\\u", "d800", "1", "-", ".", "e9", "null", "base64")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Value> values() {
        // Depth is unrolled: the edge cases of a recursive arbitrary multiply without end.
        return tables(tables(tables(leaves())));
    }

    private Arbitrary<Value> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(Value::of),
                numbers().map(Value::of),
                Arbitraries.integers().map(Value::of),
                names().map(Value::of));
    }

    /** The given values, and lists and records of them. */
    private static Arbitrary<Value> tables(Arbitrary<Value> values) {
        Arbitrary<Value> lists = values.list().ofMaxSize(3).map(list -> Value.list(list.toArray(Value[]::new)));
        Arbitrary<Value> records =
                Arbitraries.maps(names(), values).ofMaxSize(3).map(ValueJsonPropertyTest::unambiguous);
        return Arbitraries.oneOf(values, lists, records).withoutEdgeCases();
    }

    /** Without the one table that is printed as a pair, because it would read back as bytes. */
    private static Value unambiguous(Map<String, Value> fields) {
        Map<String, Value> table = new LinkedHashMap<>(fields);
        if (table.size() == 1) {
            table.remove(ValueJson.BASE64);
        }
        return Value.table(table);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of("value", ValueJson.BASE64, ""), texts());
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(8)
                .filter(text -> text.chars().noneMatch(unit -> Character.isSurrogate((char) unit)));
    }
}
