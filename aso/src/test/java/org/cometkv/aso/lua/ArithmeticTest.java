package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.aso.lua.text.Numbers;
import org.cometkv.aso.lua.text.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

    @ParameterizedTest
    @CsvSource({
        "2, 10, 1024", "2, 0.5, 1.4142135623730951", "1, NaN, 1", "1, Infinity, 1", "-1, Infinity, 1", "NaN, 0, 1",
        "-1, -Infinity, 1", "0, 0, 1", "-8, 0.3333333333333333, NaN", "2, -1, 0.5", "3, 2, 9", "Infinity, 0, 1"
    })
    void powerIsThatOfC(double base, double exponent, double expected) {
        assertThat(ArithmeticOps.power(base, exponent)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "3.5, 3, 0.5",
        "-3.5, -3, -0.5",
        "3, 3, 0",
        "0.25, 0, 0.25",
        "Infinity, Infinity, 0",
        "-Infinity, -Infinity, -0.0",
        "-3, -3, -0.0",
        "1e300, 1e300, 0",
        "NaN, NaN, NaN"
    })
    void numberFallsIntoWholeAndFraction(double number, double whole, double fraction) {
        assertThat(Numbers.whole(number)).isEqualTo(Double.valueOf(whole));
        assertThat(ArithmeticOps.fraction(number)).isEqualTo(Double.valueOf(fraction));
    }

    @ParameterizedTest
    @CsvSource({"1000, 10, 3", "8, 2, 3", "0, 10, -Infinity", "1, 5, 0"})
    void logarithmTakesABase(double number, double base, double expected) {
        assertThat(ArithmeticOps.logarithm(number, base)).isEqualTo(expected);
    }

    @Test
    void randomNumbersStayInTheirIntervalAndReachItsEnds() {
        RandomState state = new RandomState(42);
        int[] seen = new int[7];
        for (int i = 0; i < 10_000; i++) {
            assertThat(state.next()).isBetween(0.0, Math.nextDown(1.0));
            seen[(int) ArithmeticOps.random(state, -3, 3) + 3]++;
        }
        for (int count : seen) {
            assertThat(count).isBetween(1_200, 1_700);
        }
    }

    @Test
    void storedWordGoesOnWhereTheOriginalWas() {
        RandomState original = new RandomState(7);
        original.next();
        RandomState copy = new RandomState(original.word());
        for (int i = 0; i < 100; i++) {
            assertThat(copy.next()).isEqualTo(original.next());
        }
        assertThat(new RandomState(0).next()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1", "-1, 4294967295", "4294967295, 4294967295", "4294967296, 0", "4294967297, 1", "-4294967296, 0",
        "1.9, 1", "-0.5, 4294967295", "9007199254740993, 0", "1e300, 0", "NaN, 0", "Infinity, 0",
                "2147483648, 2147483648",
        "-2147483648, 2147483648", "-1.8446744073709552e19, 0"
    })
    void numberIsAWordModulo2To32(double number, double word) {
        assertThat(BitFunctions.number(BitFunctions.word(number))).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "1, 4, 16",
        "1, 31, 2147483648",
        "1, 32, 0",
        "1, 99, 0",
        "16, -4, 1",
        "2147483648, -31, 1",
        "2147483648, -32, 0",
        "-1, -1, 2147483647",
        "-1, 1, 4294967294"
    })
    void shiftLosesWhatLeavesTheWord(double word, long left, double expected) {
        assertThat(BitFunctions.number(BitFunctions.shift(BitFunctions.word(word), left)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 2, 4",
        "-16, 2, 4294967292",
        "-1, 40, 4294967295",
        "1, 40, 0",
        "1, -4, 16",
        "-1, -4, 4294967280",
        "-1, -40, 0"
    })
    void arithmeticShiftKeepsTheSign(double word, long right, double expected) {
        assertThat(BitFunctions.number(BitFunctions.arithmeticShift(BitFunctions.word(word), right)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2",
        "2147483648, 1, 1",
        "1, -1, 2147483648",
        "305419896, 4, 591751041",
        "305419896, 32, 305419896",
        "305419896, 36, 591751041",
        "305419896, -4, 2166572391"
    })
    void rotationLosesNothing(double word, long left, double expected) {
        assertThat(BitFunctions.number(BitFunctions.rotate(BitFunctions.word(word), left)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "305419896, 0, 4, 8",
        "305419896, 4, 4, 7",
        "305419896, 28, 4, 1",
        "305419896, 0, 32, 305419896",
        "-1, 31, 1, 1"
    })
    void fieldIsExtracted(double word, int field, int width, double expected) {
        assertThat(BitFunctions.number(BitFunctions.extract(BitFunctions.word(word), field, width)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 255, 4, 4, 240", "-1, 0, 0, 32, 0", "-1, 0, 31, 1, 2147483647", "0, 1, 31, 1, 2147483648"})
    void fieldIsReplaced(double word, double value, int field, int width, double expected) {
        assertThat(BitFunctions.number(
                        BitFunctions.replace(BitFunctions.word(word), BitFunctions.word(value), field, width)))
                .isEqualTo(expected);
    }
}
