package org.cometkv.aso.lua.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.aso.lua.text.Latin.fault;
import static org.cometkv.aso.lua.text.Latin.lua;

import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternMatcherTest {

    /** What {@code string.match} gives, values in quotes and separated by blanks. */
    private static String match(String subject, String pattern) {
        return match(subject, pattern, Budgets.event());
    }

    private static String match(String subject, String pattern, Budget budget) {
        boolean anchored = PatternMatcher.isAnchored(lua(pattern));
        PatternMatcher matcher = new PatternMatcher(lua(subject), lua(pattern), anchored ? 1 : 0, budget);
        for (int from = 0; from <= (anchored ? 0 : subject.length()); from++) {
            int to = matcher.match(from);
            if (to >= 0) {
                StringBuilder values = new StringBuilder();
                for (int i = 0; i < matcher.valueCount(); i++) {
                    values.append(i == 0 ? "" : " ").append(Latin.shown(matcher.value(i)));
                }
                return values.toString();
            }
        }
        return "nil";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "hello, hello, `\"hello\"`",
                "hello, l+, `\"ll\"`",
                "hello, x, nil",
                "hello, ``, `\"\"`",
                "hello, ^h, `\"h\"`",
                "hello, ^e, nil",
                "hello, o$, `\"o\"`",
                "hello, l$, nil",
                "hello, ^hello$, `\"hello\"`",
                "hello, h.l, `\"hel\"`",
                "hello, l*, `\"\"`",
                "hello, l-o, `\"llo\"`",
                "hello, l?o, `\"lo\"`",
                "hello, he?l, `\"hel\"`",
                "hllo, he?l, `\"hl\"`",
                "aaa, a-$, `\"aaa\"`",
                "aaa, ^a-, `\"\"`",
                "key = val, (%w+)%s*=%s*(%w+), `\"key\" \"val\"`",
                "hello, ()ll(), 3 5",
                "hello, (h)(e)(l), `\"h\" \"e\" \"l\"`",
                "hello, (h(e)l), `\"hel\" \"e\"`",
                "hello, (), 1",
                "abab, (ab)%1, `\"ab\"`",
                "abba, (a)(b)%2%1, `\"a\" \"b\"`",
                "abc, (a)%1, nil",
                "f(a(b)c)d, %b(), `\"(a(b)c)\"`",
                "f(a(b c, %b(), nil",
                "xx, %bxx, `\"xx\"`",
                "THE (quick) fox, %f[%a]%a+%f[%A], `\"THE\"`",
                "THE (quick) fox, %f[%l]%a+, `\"quick\"`",
                "abc, %f[a]a, `\"a\"`",
                "abc, c%f[%z], `\"c\"`",
                "abc, %f[%z], `\"\"`",
                "a1b2, %d, `\"1\"`",
                "a1b2, %D+, `\"a\"`",
                "a_b, [%w_]+, `\"a_b\"`",
                "a-b, [a%-]+, `\"a-\"`",
                "a-b, [a-]+, `\"a-\"`",
                "a-b, [-a]+, `\"a-\"`",
                "a]b, []]+, `\"]\"`",
                "a]b, [^]]+, `\"a\"`",
                "a^b, [b^]+, `\"^b\"`",
                "abc, [^a-b], `\"c\"`",
                "x.y, %., `\".\"`",
                "x%y, %%, `\"%\"`",
                "x$y, %$, `\"$\"`",
                "x$y, x$y, `\"x$y\"`",
                "a^b, a^b, `\"a^b\"`",
                "x, [a-%%], nil",
                "%, [a-%], nil",
                "2024-05-06, (%d+)-(%d+)-(%d+), `\"2024\" \"05\" \"06\"`",
                "`  trim  `, ^%s*(.-)%s*$, `\"trim\"`",
                "aXb, %u, `\"X\"`",
                "aXb, %l+, `\"a\"`",
                "g0h, %x, `\"0\"`",
                "abc, .-b, `\"ab\"`",
                "abc, .*b, `\"ab\"`",
                "abcabc, .*b, `\"abcab\"`",
                "a.b, [.]b, `\".b\"`",
                "a*b, a%*b, `\"a*b\"`",
                "aab, a+b, `\"aab\"`",
                "b, a+b, nil",
                "alo, ^a.*o$, `\"alo\"`",
                "alo, (a)?, nil",
                "a?, (a)?, `\"a\"`",
                "))(), %b(), `\"()\"`",
                "-, [+--], `\"-\"`",
                "x, (x)*, nil",
                "x*, (x)*, `\"x\"`",
                "`\u000b`, %s, `\"\u000b\"`",
                "`a\nb`, a.b, `\"a\nb\"`",
                "`a\0b`, a%zb, `\"a\0b\"`",
                "`a\0b`, `a\0b`, `\"a\0b\"`",
                "`\u00e9`, %a, nil",
                "`\u00e9`, [\u00e0-\u00ff], `\"\u00e9\"`",
                "`\u007f`, %c, `\"\u007f\"`",
                "`a b`, %g+, `\"a\"`",
                "`!?`, %p+, `\"!?\"`",
                "ab12, %w+, `\"ab12\"`"
            })
    void matchGivesItsCaptures(String subject, String pattern, String expected) {
        String wanted = pattern.equals("[a-%]") ? null : expected;
        if (wanted == null) {
            assertThatThrownBy(() -> match(subject, pattern)).satisfies(fault("malformed pattern (missing ']')"));
        } else {
            assertThat(match(subject, pattern)).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a|%|malformed pattern (ends with '%')",
                "a|a%|malformed pattern (ends with '%')",
                "a|[|malformed pattern (missing ']')",
                "a|[^|malformed pattern (missing ']')",
                "a|[a|malformed pattern (missing ']')",
                "a|[]|malformed pattern (missing ']')",
                "a|[^]|malformed pattern (missing ']')",
                "a|[a%]|malformed pattern (missing ']')",
                "a|[a%|malformed pattern (missing ']')",
                "a|(a|unfinished capture",
                "a|(|unfinished capture",
                "a|(()a|unfinished capture",
                "a|a)|invalid pattern capture",
                "a|)|invalid pattern capture",
                "a|(a))|invalid pattern capture",
                "a|%1|invalid capture index %1",
                "a|(a)%2|invalid capture index %2",
                "a|(%1)|invalid capture index %1",
                "a|%0|invalid capture index %0",
                "a|%f|missing '[' after '%f' in pattern",
                "a|%fa|missing '[' after '%f' in pattern",
                "a|%b|malformed pattern (missing arguments to '%b')",
                "a|%ba|malformed pattern (missing arguments to '%b')",
                "a|%f[|malformed pattern (missing ']')"
            })
    void malformedPatternIsAnError(String subject, String pattern, String message) {
        assertThatThrownBy(() -> match(subject, pattern)).satisfies(fault(message));
    }

    @Test
    void malformedTailGoesUnseenIfNothingReachesIt() {
        assertThat(match("a", "b[")).isEqualTo("nil");
    }

    @Test
    void thirtyTwoCaptures_areEnough() {
        assertThat(match("a".repeat(40), "(a)".repeat(32))).hasSize(32 * 4 - 1);
        assertThatThrownBy(() -> match("a".repeat(40), "(a)".repeat(33))).satisfies(fault("too many captures"));
    }

    @Test
    void twoHundredNestedAttempts_areEnough() {
        assertThat(match("a".repeat(300), "a?".repeat(199))).hasSize(201);
        assertThatThrownBy(() -> match("a".repeat(300), "a?".repeat(200))).satisfies(fault("pattern too complex"));
        assertThatThrownBy(() -> match("a", "a?".repeat(10_000) + "b")).isInstanceOf(Throwable.class);
    }

    @Test
    void longMatch_needsNoDepth() {
        assertThat(match("a".repeat(20_000), "^.-b")).isEqualTo("nil");
        assertThat(match("a".repeat(30_000), "^a*$")).hasSize(30_002);
        assertThat(match("a".repeat(5_000), "a".repeat(5_000))).hasSize(5_002);
    }

    @Test
    void everyTestIsCharged() {
        Budget budget = Budgets.event();
        match("a".repeat(1000), "^a*b", budget);
        // 1,001 bytes tested by the star, then an attempt and a test of b at each of 1,001 places.
        assertThat(Budgets.FUEL - budget.fuel).isBetween(3_000, 3_010);
    }

    @Test
    void explodingPatternRunsOutOfFuel() {
        for (String pattern : new String[] {"a*a*a*a*a*b", ".-.-.-.-b", "(a*)(a*)(a*)%1%2%3b", "%b()a*a*a*b"}) {
            Budget budget = Budgets.event();
            assertThatExceptionOfType(LimitExceeded.class)
                    .isThrownBy(() -> match("(".repeat(500) + "a".repeat(5_000), pattern, budget));
            assertThat(budget.fuel).isLessThan(Budgets.FUEL / 10).isNotNegative();
        }
    }

    @Test
    void longSetIsChargedByItsLength() {
        Budget budget = Budgets.event();
        match("b".repeat(100), "[" + "a".repeat(800) + "]", budget);
        assertThat(Budgets.FUEL - budget.fuel).isGreaterThan(100 * 2 * 800 / 8);
    }

    @Test
    void longCaptureIsCharged() {
        Budget budget = Budgets.event();
        match("b".repeat(10_000), "^.*", budget);
        assertThat(Budgets.ALLOCATION - budget.allocation).isBetween(10_000, 10_500);
    }

    @Test
    void sliceOfALargerArrayIsASubjectOfItsOwn() {
        byte[] bytes = Numbers.latin("xxabcxx");
        PatternMatcher matcher = new PatternMatcher(
                org.luaj.vm2.LuaString.valueUsing(bytes, 2, 3), lua("%f[%w]()abc()%f[%z]"), 0, Budgets.event());
        assertThat(matcher.match(0)).isEqualTo(3);
        assertThat(matcher.value(0).toint()).isEqualTo(1);
        assertThat(matcher.value(1).toint()).isEqualTo(4);
    }
}
