package org.cometkv.aso.lua.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.aso.lua.text.Latin.fault;
import static org.cometkv.aso.lua.text.Latin.java;
import static org.cometkv.aso.lua.text.Latin.lua;

import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaString;

class LuaStringsTest {

    @ParameterizedTest
    @CsvSource({
        "1, -1, hello", "1, 5, hello", "2, 4, ell", "-3, -1, llo", "-3, -2, ll", "0, 2, he", "-100, 2, he",
                "2, 100, ello",
        "4, 2, ''", "6, 9, ''", "-9, -6, ''", "5, 5, o", "3, 3, l", "1, 0, ''", "-1, -1, o", "0, 0, ''",
        "-9223372036854775808, 9223372036854775807, hello", "9223372036854775807, -1, ''", "1, -9223372036854775808, ''"
    })
    void sliceTakesPositionsFromEitherEnd(long from, long to, String expected) {
        assertThat(java(LuaStrings.sub(lua("hello"), from, to, Budgets.event())))
                .isEqualTo(expected);
    }

    @Test
    void sliceDoesNotShareItsSource() {
        LuaString source = lua("x".repeat(1_000));
        assertThat(LuaStrings.sub(source, 2, 900, Budgets.event()).m_bytes)
                .hasSize(899)
                .isNotSameAs(source.m_bytes);
    }

    @Test
    void caseIsThatOfAscii() {
        assertThat(java(LuaStrings.mapped(lua("aZ09_\u00e9\0i"), CharClass::upper, Budgets.event())))
                .isEqualTo("AZ09_\u00e9\0I");
        assertThat(java(LuaStrings.mapped(lua("AzI_\u00c9\0@[`{"), CharClass::lower, Budgets.event())))
                .isEqualTo("azi_\u00c9\0@[`{");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "a, a", "ab, ba", "abc, cba", "'a b', 'b a'"})
    void reverseTurnsBytesAround(String string, String expected) {
        assertThat(java(LuaStrings.reverse(lua(string), Budgets.event()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ab, 0, '', ''", "ab, -1, '', ''", "ab, 1, '', ab", "ab, 3, '', ababab", "ab, 1, -, ab", "ab, 3, -, ab-ab-ab",
        "'', 3, -, --", "'', 1, -, ''", "'', 3, '', ''", "a, 2, '---', a---a", "'', 1000000000000, '', ''",
                "a, 7, '', aaaaaaa"
    })
    void repetitionTakesASeparator(String string, long count, String separator, String expected) {
        assertThat(java(LuaStrings.rep(lua(string), count, lua(separator), Budgets.event())))
                .isEqualTo(expected);
    }

    @Test
    void repetitionIsExactAtEveryLength() {
        for (int count = 1; count < 70; count++) {
            assertThat(java(LuaStrings.rep(lua("abc"), count, lua("-+"), Budgets.event())))
                    .isEqualTo(String.join("-+", java.util.Collections.nCopies(count, "abc")));
        }
    }

    @ParameterizedTest
    @CsvSource({"x, 2000000000", "x, 9223372036854775807", "xyz, 9223372036854775807", "xx, 4611686018427387904"})
    void repetitionTooLongIsAnErrorAndCostsNothing(String string, long count) {
        Budget budget = Budgets.event();
        assertThatThrownBy(() -> LuaStrings.rep(lua(string), count, lua(""), budget))
                .satisfies(fault("resulting string too large"));
        assertThat(budget.allocation).isEqualTo(Budgets.ALLOCATION);
    }

    @Test
    void longRepetitionIsALimit() {
        assertThatExceptionOfType(LimitExceeded.class)
                .isThrownBy(() -> LuaStrings.rep(lua("x"), 1_000_000_000, lua(""), Budgets.event()));
        int most = Budgets.ALLOCATION - 48;
        assertThat(LuaStrings.rep(lua("x"), most, lua(""), Budgets.event()).m_length)
                .isEqualTo(most);
        assertThatExceptionOfType(LimitExceeded.class)
                .isThrownBy(() -> LuaStrings.rep(lua("x"), most + 1, lua(""), Budgets.event()));
    }

    @Test
    void newStringsAreCharged() {
        Budget budget = Budgets.event();
        LuaStrings.mapped(lua("x".repeat(800)), CharClass::upper, budget);
        assertThat(Budgets.FUEL - budget.fuel).isEqualTo(1 + 100);
        assertThat(Budgets.ALLOCATION - budget.allocation).isEqualTo(48 + 800);
    }

    @ParameterizedTest
    @CsvSource({
        "hello, l, 0, 2", "hello, l, 3, 3", "hello, l, 4, -1", "hello, '', 0, 0", "hello, '', 5, 5",
                "hello, hello, 0, 0",
        "hello, hellos, 0, -1", "hello, lo, 0, 3", "aaab, aab, 0, 1", "ababac, abac, 0, 2", "'', x, 0, -1",
                "'', '', 0, 0",
        "a.b, ., 0, 1", "hello, o, 4, 4", "hello, o, 5, -1"
    })
    void plainSearchGivesTheFirstPlace(String source, String sought, int start, int expected) {
        assertThat(LuaStrings.find(lua(source), lua(sought), start, Budgets.event()))
                .isEqualTo(expected);
    }

    @Test
    void nearMissesAreChargedByWhatTheyCompare() {
        Budget budget = Budgets.event();
        assertThatExceptionOfType(LimitExceeded.class)
                .isThrownBy(() -> LuaStrings.find(lua("a".repeat(50_000)), lua("a".repeat(25_000) + "b"), 0, budget));
        Budget cheap = Budgets.event();
        LuaStrings.find(lua("a".repeat(8_000)), lua("b"), 0, cheap);
        assertThat(Budgets.FUEL - cheap.fuel).isLessThan(1_010);
    }

    @Test
    void searchStaysInsideASliceOfALargerArray() {
        LuaString source = LuaString.valueUsing(Numbers.latin("xxabcxx"), 2, 3);
        assertThat(LuaStrings.find(source, lua("x"), 0, Budgets.event())).isEqualTo(-1);
        assertThat(LuaStrings.find(source, lua("c"), 0, Budgets.event())).isEqualTo(2);
        assertThat(java(LuaStrings.sub(source, 2, -1, Budgets.event()))).isEqualTo("bc");
        assertThat(java(LuaStrings.rep(source, 2, source, Budgets.event()))).isEqualTo("abcabcabc");
    }
}
