package org.cometkv.aso.lua.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.cometkv.aso.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no Lua 5.2 is refused in its words. */
class SyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = | unexpected symbol near <eof>",
                "x = } | unexpected symbol near '}'",
                "f( | unexpected symbol near <eof>",
                "return return | unexpected symbol near 'return'",
                "x = \u0001 1 | unexpected symbol near char(1)",
                "if x the | 'then' expected near 'the'",
                "if x then | 'end' expected near <eof>",
                "f(x y | ')' expected near 'y'",
                "f(x | ')' expected near <eof>",
                "for x do | '=' or 'in' expected near 'do'",
                "for x, do | <name> expected near 'do'",
                "local 5 | <name> expected near '5'",
                "a.b:c = 1 | function arguments expected near '='",
                "x | syntax error near <eof>",
                "f() = 1 | syntax error near '='",
                "x = 'abc | unfinished string near <eof>",
                "x = [[abc | unfinished long string near <eof>",
                "--[[abc | unfinished long comment near <eof>",
                "--[[ab[[c | unfinished long comment near <eof>",
                "x = [[ab[[c] | unfinished long string near <eof>",
                "function f() return ... end | cannot use '...' outside a vararg function near '...'",
                "::a:: ::a:: | label 'a' already defined on line 1",
                "break | <break> at line 1 not inside a loop",
                "x = 3 --[[ 'q' ]] y = 'a\\qb' | invalid escape sequence near '\\q'",
                "x = '\\u{48}' | invalid escape sequence near '\\u'",
                "x = '\\400' | decimal escape too large near '\\400'",
                "x = '\\xZ1' | hexadecimal digit expected near '\\xZ'",
                "x = 0x | malformed number near '0x'",
                "x = 1..2 | malformed number near '1..2'",
                "x = 1e | malformed number near '1e'",
                "x = 1d | malformed number near '1d'",
                "x = 0x1pz | malformed number near '0x1p'",
                "x = 1.2.3 | malformed number near '1.2.3'",
                "x = 1 end | <eof> expected near 'end'",
                "x = ) 1..2 | unexpected symbol near ')'",
                "x = ) '\\q' | unexpected symbol near ')'",
                "x 1..2 | malformed number near '1..2'",
                "x = [[ [[ ]] ) 1..2 | unexpected symbol near ')'",
            })
    void error_hasTheWordsOfLua(String chunk, String message) {
        assertThat(error(chunk)).isEqualTo("script:1: " + message);
    }

    @Test
    void errorTellsItsLine() {
        assertThat(error("x = 1 \n --[[ \n ]] y = [[ \n\n ]] z = 'a\\z \n b\\\n' q = '\\q'"))
                .isEqualTo("script:7: invalid escape sequence near '\\q'");
        assertThat(error("\nlocal t = {1\n\n,2 2"))
                .isEqualTo("script:4: '}' expected (to close '{' at line 2) near '2'");
        assertThat(error("x = 'abc\ny")).isEqualTo("script:1: unfinished string near ''abc'");
    }

    @Test
    void markOfUtf8_isSkippedAtTheBeginningOnly() {
        assertThat(error("\ufeff\nx = '\\q'")).isEqualTo("script:2: invalid escape sequence near '\\q'");
        assertThat(error("\ufeff\ufeffx = 1")).isEqualTo("script:1: unexpected symbol near char(239)");
        assertThat(error("x = 1 \ufeff")).isEqualTo("script:1: unexpected symbol near char(239)");
    }

    @Test
    void tooManyLocals_areToldWithTheirLine() {
        assertThat(error("local x\n" + "local y ".repeat(250)))
                .isEqualTo("script:2: syntax error: the compiler cannot read this script (too many local variables?)");
    }

    /** The cases of the official test suite. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"abc\\x\" | '\\x\"'",
                "\"abc\\x | '\\x'",
                "\"\\x5\" | '\\x5\"'",
                "\"\\x5 | '\\x5'",
                "\"\\xr\" | '\\xr'",
                "\"\\x. | '\\x.'",
                "\"\\x8%\" | '\\x8%'",
                "\"\\xAG | '\\xAG'",
                "\"\\g\" | '\\g'",
                "\"\\. | '\\.'",
                "\"\\999\" | '\\999'",
                "\"xyz\\300\" | '\\300'",
                "\"   \\256\" | '\\256'",
                "[=[alo]] | <eof>",
                "[=[alo]= | <eof>",
                "'alo | <eof>",
                "'alo \\z  | <eof>",
                "'alo \\98 | <eof>",
            })
    void error_tellsWhatItIsNear(String text, String near) {
        assertThat(error("return " + text)).endsWith(" near " + near);
    }

    @Test
    void namesHaveLettersDigitsAndUnderscoresOnly() {
        for (int c = 0; c < 256; c++) {
            boolean letter = c < 128 && (Character.isLetter(c) || c == '_');
            boolean digit = c >= '0' && c <= '9';
            // A script may begin with the line of a Unix shell.
            assertThat(compiles(new byte[] {(byte) c, '=', '1'})).as("%d", c).isEqualTo(letter || c == '#');
            assertThat(compiles(new byte[] {'a', (byte) c, '1', '=', '1'}))
                    .as("a and %d", c)
                    .isEqualTo(letter || digit);
        }
    }

    private static String error(String text) {
        return program(Script.of(text)).error().orElseThrow();
    }

    private static boolean compiles(byte[] text) {
        return program(Script.of(text)).error().isEmpty();
    }

    private static Program program(Script script) {
        return new Programs(1 << 20, UnaryOperator.identity()).get(script, "script");
    }
}
