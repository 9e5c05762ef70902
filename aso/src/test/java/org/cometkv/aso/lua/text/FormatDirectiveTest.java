package org.cometkv.aso.lua.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.aso.lua.text.Latin.fault;
import static org.cometkv.aso.lua.text.Latin.java;
import static org.cometkv.aso.lua.text.Latin.lua;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaString;

class FormatDirectiveTest {

    @ParameterizedTest
    @CsvSource({
        "d, 42, '42'",
        "d, -42, '-42'",
        "i, 42, '42'",
        "5d, 42, '   42'",
        "-5d, 42, '42   '",
        "05d, 42, '00042'",
        "05d, -42, '-0042'",
        "+d, 42, '+42'",
        "' d', 42, ' 42'",
        "'+ d', 42, '+42'",
        "+05d, 42, '+0042'",
        "-05d, 42, '42   '",
        ".3d, 7, '007'",
        "5.3d, 7, '  007'",
        "05.3d, 7, '  007'",
        ".0d, 0, ''",
        "3.0d, 0, '   '",
        "d, 3.99, '3'",
        "d, -3.99, '-3'",
        "d, 1099511627776, '1099511627776'",
        "d, -9223372036854775808, '-9223372036854775808'",
        "u, 18446744073709549568, '18446744073709549568'",
        "u, 42, '42'",
        "x, 255, 'ff'",
        "X, 255, 'FF'",
        "#x, 255, '0xff'",
        "#X, 255, '0XFF'",
        "#x, 0, '0'",
        "08x, 255, '000000ff'",
        "#08x, 255, '0x0000ff'",
        "#8x, 255, '    0xff'",
        "o, 8, '10'",
        "#o, 8, '010'",
        "#o, 0, '0'",
        "#.0o, 0, '0'",
        ".4x, 255, '00ff'",
        "x, 0.5, '0'",
        "x, 9223372036854775808, '8000000000000000'"
    })
    void wholeNumbersAreShown(String directive, double number, String shown) {
        assertThat(java(parse(directive).integer(number))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "d, 9223372036854775808",
        "d, -1e19",
        "d, NaN",
        "d, Infinity",
        "i, -Infinity",
        "x, -1",
        "x, -1e300",
        "u, -5",
        "o, 18446744073709551616",
        "X, NaN"
    })
    void wholeNumbersOutOfRangeAreNotShown(String directive, double number) {
        assertThat(parse(directive).integer(number)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "f, 1.5, '1.500000'",
        ".2f, 1.23456, '1.23'",
        ".0f, 0.5, '0'",
        ".0f, 1.5, '2'",
        ".0f, 2.5, '2'",
        "#.0f, 2.5, '2.'",
        ".1f, 0.25, '0.2'",
        ".1f, 0.35, '0.3'",
        "8.3f, 3.14159, '   3.142'",
        "08.3f, -3.14159, '-003.142'",
        "+.1f, 1, '+1.0'",
        "' .1f', 1, ' 1.0'",
        "-8.1f, 1, '1.0     '",
        ".20f, 0.1, '0.10000000000000000555'",
        ".3f, 1e15, '1000000000000000.000'",
        "f, 0, '0.000000'",
        "f, -0.0, '-0.000000'",
        ".0f, 1e22, '10000000000000000000000'",
        "5.1f, Infinity, '  inf'",
        "05f, Infinity, '  inf'",
        "+f, Infinity, '+inf'",
        "f, -Infinity, '-inf'",
        "F, NaN, 'NAN'",
        "5f, NaN, '  nan'",
        "e, 12345.678, '1.234568e+04'",
        "E, 12345.678, '1.234568E+04'",
        ".0e, 12345, '1e+04'",
        "#.0e, 12345, '1.e+04'",
        ".2e, 0, '0.00e+00'",
        "e, 1e-300, '1.000000e-300'",
        ".3e, 9.9996, '1.000e+01'",
        "12.2e, 1.5, '    1.50e+00'",
        "g, 100000, '100000'",
        "g, 1000000, '1e+06'",
        "g, 0.0001, '0.0001'",
        "g, 0.00001, '1e-05'",
        "G, 1e-10, '1E-10'",
        "#g, 1, '1.00000'",
        ".3g, 1234.5, '1.23e+03'",
        "#.3g, 1, '1.00'",
        ".0g, 1.5, '2'",
        ".14g, 0.1, '0.1'",
        ".17g, 0.1, '0.10000000000000001'",
        "10g, 1.5, '       1.5'",
        "g, 0, '0'",
        "G, Infinity, 'INF'",
        "a, 1, '0x1p+0'",
        "a, 0.5, '0x1p-1'",
        "a, -1.5, '-0x1.8p+0'",
        "A, 1.5, '0X1.8P+0'",
        "a, 0, '0x0p+0'",
        ".0a, 1.5, '0x2p+0'",
        ".1a, 1.03125, '0x1.0p+0'",
        ".2a, 1, '0x1.00p+0'",
        "a, 4.9e-324, '0x0.0000000000001p-1022'",
        "#.0a, 1, '0x1.p+0'",
        "10.1a, 1, '  0x1.0p+0'",
        "010.1a, 1, '0x001.0p+0'",
        ".16a, 1, '0x1.0000000000000000p+0'"
    })
    void realNumbersAreShown(String directive, double number, String shown) {
        assertThat(java(parse(directive).real(number))).isEqualTo(shown);
    }

    @Test
    void largestNumberFitsItsBound() {
        assertThat(parse("99.99f").real(-Double.MAX_VALUE)).hasSize(1 + 309 + 1 + 99);
    }

    @ParameterizedTest
    @CsvSource({
        "s, abc, 'abc'",
        "5s, abc, '  abc'",
        "-5s, abc, 'abc  '",
        ".2s, abc, 'ab'",
        "5.1s, abc, '    a'",
        ".0s, abc, ''",
        ".s, abc, ''",
        ".9s, abc, 'abc'",
        "2s, abc, 'abc'"
    })
    void stringsAreCutAndPadded(String directive, String string, String shown) {
        LuaStringBuilder out = new LuaStringBuilder(Budgets.event());
        parse(directive).text(lua(string), out);
        assertThat(java(out.finish())).isEqualTo(shown);
    }

    @Test
    void bytesAreShownWhateverTheyAre() {
        LuaStringBuilder out = new LuaStringBuilder(Budgets.event());
        parse("c").character(0, out);
        parse("3c").character('x', out);
        parse("-3c").character(255, out);
        assertThat(java(out.finish())).isEqualTo("\0  x\u00ff  ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "abc, `\"abc\"`", "`a\"b`, `\"a\\\"b\"`", "`a\\b`, `\"a\\\\b\"`", "`a\nb`, `\"a\\\nb\"`",
                "`a\rb`, `\"a\\13b\"`", "`a\0b`, `\"a\\0b\"`", "`a\0001`, `\"a\\0001\"`", "`\u0001x`, `\"\\1x\"`",
                "`\u007f`, `\"\\127\"`", "`\u007f5`, `\"\\1275\"`", "`\t`, `\"\\9\"`", "`\t7`, `\"\\0097\"`",
                "`\u00e9`, `\"\u00e9\"`", "``, `\"\"`"
            })
    void stringsAreQuotedSoThatLuaReadsThemBack(String string, String shown) {
        LuaStringBuilder out = new LuaStringBuilder(Budgets.event());
        FormatDirective.quote(lua(string), out, Budgets.event());
        assertThat(java(out.finish())).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100d", "1.100d", ".123f", "000123d"})
    void threeDigitsAreTooLong(String directive) {
        assertThatThrownBy(() -> parse(directive)).satisfies(fault("invalid format (width or precision too long)"));
    }

    @Test
    void sixFlagsAreTooMany() {
        assertThat(parse("-----d").conversion()).isEqualTo('d');
        assertThatThrownBy(() -> parse("------d")).satisfies(fault("invalid format (repeated flags)"));
    }

    @Test
    void endIsAfterTheConversion() {
        FormatDirective directive = parse("-5.2fxyz");
        assertThat(directive.conversion()).isEqualTo('f');
        assertThat(directive.end()).isEqualTo(5);
        assertThat(java((LuaString) parse("y").unknown().value)).isEqualTo("invalid option '%y' to 'format'");
    }

    @Test
    void costGrowsWithExponentAndPrecision() {
        assertThat(parse("d").cost(5)).isLessThan(12);
        assertThat(parse(".99f").cost(1e-300)).isGreaterThan(200);
    }

    private static FormatDirective parse(String directive) {
        byte[] bytes = Numbers.latin(directive);
        return FormatDirective.of(bytes, 0, bytes.length);
    }
}
