package org.cometkv.node.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of values, and the mistakes that are named in JSON that is none. */
class ValueJsonTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-0.0, -0",
        "0.1, 0.1",
        "9007199254740993, 9007199254740992",
        "9223372036854775807, 9.223372036854776E+18",
        "1e300, 1E+300",
        "2e-3, 0.002",
        "4.9e-324, 5E-324",
        "Infinity, '\"inf\"'",
        "-Infinity, '\"-inf\"'",
        "NaN, '\"nan\"'"
    })
    void numbers_areShort(double number, String json) {
        assertThat(ValueJson.print(Value.of(number))).isEqualTo(json);
    }

    @Test
    void bytesThatAreNoText_areBase64() {
        Value bytes = Value.of(new byte[] {(byte) 0xff, 0});

        assertThat(ValueJson.print(bytes)).isEqualTo("{\"base64\":\"/wA=\"}");
        assertThat(ValueJson.parse("{\"base64\":\"/wA=\"}")).isEqualTo(bytes);
    }

    @Test
    void tableThatWouldReadAsBytes_isAListOfPairs() {
        assertThat(ValueJson.print(Value.table(Map.of("base64", Value.of("eA==")))))
                .isEqualTo("[[\"base64\",\"eA==\"]]");
        assertThat(ValueJson.print(Value.table(Map.of("base64", Value.of(1))))).isEqualTo("{\"base64\":1}");
    }

    @Test
    void tables_areListsObjectsOrPairs() {
        assertThat(ValueJson.print(Value.table())).isEqualTo("{}");
        assertThat(ValueJson.print(Value.list(Value.of(1), Value.of("a")))).isEqualTo("[1,\"a\"]");
        assertThat(ValueJson.print(fields("b", "a"))).isEqualTo("{\"b\":1,\"a\":1}");
        Value[] list = {Value.of("first")};
        Value[] pairs = {Value.of(true), Value.of(2)};
        assertThat(ValueJson.print(Value.Table.wrap(list, pairs))).isEqualTo("[[1,\"first\"],[true,2]]");
    }

    @Test
    void nullMembersAreAbsent_nullElementsAreHoles() {
        assertThat(ValueJson.parse("null")).isEqualTo(Value.NIL);
        assertThat(ValueJson.parse("{\"a\":null}")).isEqualTo(Value.table());
        Value.Table holed = (Value.Table) ValueJson.parse("[1,null,3]");
        assertThat(holed.listSize()).isEqualTo(1);
        assertThat(holed.get(Value.of(3))).isEqualTo(Value.of(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the JSON text is empty",
                "hello|at line 1, column 1: Unrecognized token 'hello'",
                "[1,]|at line 1, column 4: Unexpected character (']'",
                "{\"a\":1,\"a\":2}|at line 1, column 11: Duplicate field 'a'",
                "1 2|at line 1, column 3: there is more after the end of the value",
                "1e999|at line 1, column 1: the number is too large for a double",
                "\"\\ud800\"|at line 1, column 1: the text holds half of a surrogate pair",
                "{\"base64\":\"?\"}|the member base64 is not Base64",
                "[|at line 1, column 2: Unexpected end-of-input"
            })
    void textThatIsNoJson_isRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> ValueJson.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN|at line 1, column 4: Non-standard token 'NaN'",
                "1 // one|at line 1, column 3: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?"
            })
    void settingsOfTheParser_areNotTold(String text, String message) {
        assertThatThrownBy(() -> ValueJson.parse(text)).hasMessage(message);
    }

    @Test
    void nesting_hasABound() {
        int bound = Limits.VALUE_DEPTH;
        assertThat(ValueJson.parse(nested(bound))).isInstanceOf(Value.Table.class);
        assertThatThrownBy(() -> ValueJson.parse(nested(bound + 1)))
                .hasMessage("at line 1, column 33: the value is nested deeper than 32");
        assertThatThrownBy(() -> ValueJson.parse(nested(100_000))).hasMessageContaining("nested deeper");
    }

    @Test
    void digitsOfANumber_haveABound() {
        assertThat(ValueJson.parse("0." + "1".repeat(998))).isEqualTo(Value.of(1.0 / 9));
        assertThatThrownBy(() -> ValueJson.parse("1".repeat(1_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Number value length (1001) exceeds the maximum allowed (1000)");
    }

    @Test
    void length_hasABound() {
        String atTheBound = "\"" + "x".repeat(ValueJson.TEXT_MAX - 2) + "\"";
        assertThat(ValueJson.parse(atTheBound)).isInstanceOf(Value.Bytes.class);
        assertThatThrownBy(() -> ValueJson.parse(atTheBound + " "))
                .hasMessage("the JSON text has 1048577 characters; the limit is 1048576");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static Value fields(String... names) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, Value.of(1));
        }
        return Value.table(fields);
    }
}
