package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.aso.lua.text.Latin.fault;
import static org.cometkv.aso.lua.text.Latin.java;
import static org.cometkv.aso.lua.text.Latin.lua;

import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.text.Budgets;
import org.cometkv.aso.lua.text.Latin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

class GsubRunTest {

    private static String gsub(String subject, String pattern, String template, long max, Meter meter) {
        GsubRun run = new GsubRun(lua(subject), lua(pattern), LuaValue.NIL, max, meter);
        while (run.advance()) {
            run.expand(lua(template), meter);
        }
        return java(run.finish()) + " " + run.count;
    }

    @ParameterizedTest
    @CsvSource({
        "hello, l, L, 'heLLo 2'",
        "hello, x, y, 'hello 0'",
        "hello, '', -, '-h-e-l-l-o- 6'",
        "hello, l*, x, 'xhxexxox 5'",
        "hello, .*, x, 'xx 2'",
        "'', '', x, 'x 1'",
        "'', x*, y, 'y 1'",
        "abc, ^a, x, 'xbc 1'",
        "aaa, ^a, x, 'xaa 1'",
        "aaa, ^b, x, 'aaa 0'",
        "aaa, a$, x, 'aax 1'",
        "abc, %w, %0%0, 'aabbcc 3'",
        "abc, %w, %%, '%%% 3'",
        "'hello world', (%w+) (%w+), %2 %1, 'world hello 1'",
        "abc, (a)(b)(c), %3%2%1, 'cba 1'",
        "abc, b, %1, 'abc 1'",
        "abc, (), %1, '1a2b3c4 4'",
        "abc, $, x, 'abcx 1'",
        "abc, ^, x, 'xabc 1'",
        "'a b c', %s, '', 'abc 2'",
        "abc, b, '', 'ac 1'",
        "'', '^', x, 'x 1'",
        "abab, (ab), <%1>, '<ab><ab> 2'"
    })
    void templateReplacesEachMatch(String subject, String pattern, String template, String expected) {
        assertThat(gsub(subject, pattern, template, Long.MAX_VALUE, Meters.event()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 'aaaa 0'", "1, 'xaaa 1'", "3, 'xxxa 3'", "4, 'xxxx 4'", "9, 'xxxx 4'", "-1, 'aaaa 0'"})
    void atMostSoManyMatchesAreReplaced(long max, String expected) {
        assertThat(gsub("aaaa", "a", "x", max, Meters.event())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "%, invalid use of '%' in replacement string", "%a, invalid use of '%' in replacement string",
        "%2, invalid capture index", "x%, invalid use of '%' in replacement string"
    })
    void malformedTemplateIsAnError(String template, String message) {
        assertThatThrownBy(() -> gsub("abc", "b", template, 9, Meters.event())).satisfies(fault(message));
    }

    @Test
    void matchMayBeKeptOrReplaced() {
        GsubRun run = new GsubRun(lua("a1b2"), lua("%d"), LuaValue.NIL, 9, Meters.event());
        assertThat(run.advance()).isTrue();
        assertThat(Latin.shown(run.matcher.value(0))).isEqualTo("\"1\"");
        run.answer(LuaValue.FALSE, Meters.event());
        assertThat(run.advance()).isTrue();
        run.answer(lua("two"), Meters.event());
        assertThat(run.advance()).isFalse();
        assertThat(java(run.finish())).isEqualTo("a1btwo");
    }

    @Test
    void explosionIsStoppedByAllocation() {
        Meter meter = Meters.of(Integer.MAX_VALUE, Budgets.ALLOCATION);
        assertThatExceptionOfType(LimitExceeded.class)
                .isThrownBy(() -> gsub("a".repeat(1_000), ".", "%0".repeat(10_000), 1_000_000, meter));
        assertThat(meter.allocation).isNotNegative();
    }

    @Test
    void longTemplateIsCharged() {
        Meter meter = Meters.event();
        gsub("aaaaaaaaaa", "a", "x".repeat(8_000), 99, meter);
        assertThat(Budgets.FUEL - meter.fuel).isGreaterThan(10 * 8_000 / 8);
        assertThat(Budgets.ALLOCATION - meter.allocation).isGreaterThan(80_000);
    }
}
