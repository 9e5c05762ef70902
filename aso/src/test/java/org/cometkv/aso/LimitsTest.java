package org.cometkv.aso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cometkv.aso.Limits.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    @ParameterizedTest
    @EnumSource
    void with_changesTheBoundOfThisNameAlone(Name name) {
        Limits changed = Limits.DEFAULTS.with(name, 77);

        for (Name each : Name.values()) {
            assertThat(changed.get(each)).as(each.label()).isEqualTo(each == name ? 77 : Limits.DEFAULTS.get(each));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bound_isAtLeastOne(Name name) {
        assertThat(Limits.DEFAULTS.with(name, 1).get(name)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.DEFAULTS.with(name, 0))
                .withMessage("limit " + name.label() + " is 0; it must be 1 or more");
    }

    @ParameterizedTest
    @CsvSource({"FUEL, fuel", "LIVE_HEAP, live-heap", "SHORTEST_TIMER, shortest-timer", "VALUE, value"})
    void label_isTheWordOfTheCommandLine(Name name, String label) {
        assertThat(name.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"65537, 524296", "65536, 524288", "10, 524288", "2147483647, 2147483647"})
    void stateOfMoreBytes_hasEightTimesTheHeap(int bytes, int heap) {
        Limits limits = Limits.DEFAULTS.withState(bytes);

        assertThat(limits.liveBytes()).isEqualTo(bytes);
        assertThat(limits.liveHeap()).isEqualTo(heap);
    }

    @Test
    void lowestAndHighest_takeEachBoundByItself_andKeepTheSlice() {
        Limits one = Limits.DEFAULTS.with(Limits.Name.FUEL, 10).with(Limits.Name.SLICE, 7);
        Limits other = Limits.DEFAULTS.with(Limits.Name.DEPTH, 20).with(Limits.Name.SHORTEST_TIMER, 3_000);

        Limits lowest = one.lowest(other);
        assertThat(lowest).isEqualTo(one.with(Limits.Name.DEPTH, 20).with(Limits.Name.SHORTEST_TIMER, 3_000));
        assertThat(one.highest(other)).isEqualTo(Limits.DEFAULTS.with(Limits.Name.SLICE, 7));
        assertThat(other.lowerThan(one)).containsExactly(Limits.Name.DEPTH, Limits.Name.SHORTEST_TIMER);
        assertThat(one.lowerThan(other)).containsExactly(Limits.Name.FUEL);
        assertThat(one.lowest(one)).isSameAs(one);
    }
}
