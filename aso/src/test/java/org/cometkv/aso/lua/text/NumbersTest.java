package org.cometkv.aso.lua.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.aso.lua.text.Latin.java;
import static org.cometkv.aso.lua.text.Latin.lua;

import java.util.List;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaValue;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "9, 9",
        "10, 10",
        "-10, -10",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "99999999999999, 99999999999999",
        "-99999999999999, -99999999999999",
        "100000000000000, 1e+14",
        "9007199254740992, 9.007199254741e+15",
        "3.14159265358979, 3.1415926535898",
        "0.1, 0.1",
        "-0.1, -0.1",
        "0.30000000000000004, 0.3",
        "1e100, 1e+100",
        "-1e100, -1e+100",
        "1e-5, 1e-05",
        "0.0001, 0.0001",
        "123456.789, 123456.789",
        "1e15, 1e+15",
        "4.9e-324, 4.9406564584125e-324",
        "1.7976931348623157e308, 1.7976931348623e+308",
        "2.2250738585072014e-308, 2.2250738585072e-308",
        "0.5, 0.5",
        "1.5, 1.5",
        "99999999999999.5, 1e+14",
        "12345678901234.5, 12345678901234",
        "12345678901235.5, 12345678901236",
        "-0.0, -0",
        "1e14, 1e+14",
        "1e13, 10000000000000",
        "0.33333333333333331, 0.33333333333333",
        "66666.666666666672, 66666.666666667"
    })
    void numberBecomesTextAsCPrintsIt(double number, String text) {
        assertThat(java(Numbers.bytes(number))).isEqualTo(text);
    }

    @Test
    void whatIsNotFiniteHasAName() {
        assertThat(java(Numbers.bytes(Double.POSITIVE_INFINITY))).isEqualTo("inf");
        assertThat(java(Numbers.bytes(Double.NEGATIVE_INFINITY))).isEqualTo("-inf");
        assertThat(java(Numbers.bytes(Double.NaN))).isEqualTo("nan");
        assertThat(java(Numbers.bytes(Double.longBitsToDouble(0xFFF8000000000000L))))
                .isEqualTo("nan");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "-7, -7",
        "+7, 7",
        "' 7 ', 7",
        "'\t\n7\r', 7",
        "007, 7",
        "3.25, 3.25",
        ".5, 0.5",
        "5., 5",
        "-.5, -0.5",
        "1e2, 100",
        "1E2, 100",
        "1e+2, 100",
        "1e-2, 0.01",
        ".5e1, 5",
        "5.e1, 50",
        "1e400, Infinity",
        "-1e400, -Infinity",
        "1e-400, 0",
        "0x10, 16",
        "0X10, 16",
        "0xff, 255",
        "0xFF, 255",
        "-0xff, -255",
        "0x.8, 0.5",
        "0x8., 8",
        "0xA.8p0, 10.5",
        "0x1p4, 16",
        "0x1P4, 16",
        "0x1p-4, 0.0625",
        "0x1p+4, 16",
        "0xffffffffffffffff, 18446744073709551615",
        "0x0.0000000000000000000001p88, 1",
        "0x1p5000, Infinity",
        "0x1p-5000, 0",
        "0x00000000000000000000000001, 1",
        "0x1fffffffffffff, 9007199254740991",
        "0x20000000000001, 9007199254740992",
        "0x200000000000010, 144115188075855872",
        "0x200000000000011, 144115188075855904",
        "0x8000000000000400, 9223372036854775808",
        "0x8000000000000401, 9223372036854777856",
        "9007199254740993, 9007199254740992",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "0.1, 0.1",
        "1e99999999999999999999, Infinity",
        "1e-99999999999999999999, 0",
        "0e99999999999999, 0",
        "2147483648, 2147483648",
        "99999999999999999, 99999999999999999"
    })
    void textThatIsANumberIsRead(String text, double number) {
        assertThat(read(text).todouble()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "e",
                "e1",
                "1e",
                "1e+",
                "1e-",
                "--1",
                "+-1",
                "- 1",
                "1 2",
                "1x",
                "x1",
                "0x",
                "0X",
                "-0x",
                "0x.",
                "0xp1",
                "0x1p",
                "0x1p+",
                "0xg",
                "0x1.2.3",
                "1.2.3",
                "nan",
                "inf",
                "NaN",
                "INF",
                "-inf",
                "infinity",
                "0xinf",
                "1e1.5",
                "1f",
                "1d",
                "1L",
                "0x1p1f",
                "1\0",
                "\0",
                "1_000",
                "1,5",
                "0b1",
                "1e 2",
                "0x 1",
                "\u00a01",
                "0x1p1.0",
                "..1",
                "1..",
                "ten"
            })
    void otherTextIsNotANumber(String text) {
        assertThat(read(text).isnil()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 2, 2",
        "-10, 2, -2",
        "' 11 ', 2, 3",
        "ff, 16, 255",
        "FF, 16, 255",
        "zz, 36, 1295",
        "ZZ, 36, 1295",
        "777, 8, 511",
        "10, 10, 10",
        "+10, 10, 10",
        "-7f, 16, -127",
        "fffffffff, 16, 68719476735",
        "0, 2, 0"
    })
    void textIsReadInItsBase(String text, int base, double number) {
        assertThat(Numbers.parse(lua(text), base, Budgets.event()).todouble()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "'', 10", "'-', 10", "1.5, 10", "1e1, 10", "0x10, 16", "g, 16", "'1 1', 2", "8, 8", "--1, 10"})
    void digitsOutsideTheBaseAreRefused(String text, int base) {
        assertThat(Numbers.parse(lua(text), base, Budgets.event()).isnil()).isTrue();
    }

    @Test
    void wholeNumbersAreLuaIntegers() {
        for (String text : List.of("5", "5.0", "0x5", "50e-1", "0x.ap3")) {
            assertThat(read(text)).as(text).isEqualTo(LuaInteger.valueOf(5));
        }
    }

    @Test
    void textOfANumberIsCharged() {
        Budget budget = Budgets.event();
        Numbers.text(LuaValue.valueOf(12345), budget);
        assertThat(Budgets.FUEL - budget.fuel).isEqualTo(1);
        assertThat(Budgets.ALLOCATION - budget.allocation).isEqualTo(48 + 5);
        Numbers.text(LuaValue.valueOf(1e-300), budget);
        assertThat(Budgets.FUEL - budget.fuel).isGreaterThan(200);
    }

    @Test
    void readingIsChargedByLength() {
        Budget budget = Budgets.event();
        Numbers.parse(lua("0".repeat(4000) + "x"), budget);
        assertThat(Budgets.FUEL - budget.fuel).isEqualTo(1 + 4001 / 4 + Prices.NUMERAL + 4001 / 4);
    }

    private static LuaValue read(String text) {
        return Numbers.parse(lua(text), Budgets.event());
    }
}
