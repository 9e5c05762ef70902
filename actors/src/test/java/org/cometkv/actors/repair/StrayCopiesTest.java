package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class StrayCopiesTest {

    private static final Key ONE = Key.of("one");
    private static final Key TWO = Key.of("two");

    private final StrayCopies strays = new StrayCopies(100);

    @Test
    void copy_isOverAtItsTime_andToldOnce() {
        strays.found(7, List.of(ONE), 1_000);
        assertThat(strays.takeOver(1_099)).isEmpty();
        assertThat(strays.takeOver(1_100)).containsExactly(ONE);
        assertThat(strays.takeOver(9_999)).isEmpty();
    }

    @Test
    void timeOfWhatWasFoundBefore_runsOn_andOneThatIsNeighborAgainBeginsAnew() {
        strays.found(7, List.of(ONE, TWO), 1_000);
        strays.found(7, List.of(ONE), 1_050);
        strays.found(8, List.of(), 1_050);
        strays.found(7, List.of(ONE, TWO), 1_090);

        assertThat(strays.takeOver(1_100)).containsExactly(ONE);
        assertThat(strays.takeOver(1_190)).containsExactly(TWO);
    }
}
