package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The effect of one bad moment of the machine on latencies by windows, and on all together. */
class LatencyWindowsTest {

    private final LatencyWindows windows = new LatencyWindows();

    @Test
    void median_isOfTheMiddleWindow_whateverOneSpoiledWindowHolds() {
        windows.add(window(100, 1_000));
        windows.add(window(100, 1_000_000));
        windows.add(window(100, 2_000));

        assertThat(windows.median(99)).isCloseTo(2, within(0.01));
    }

    @Test
    void quartile_isOfTheWindowThatAQuarterIsBetterThan() {
        for (int micros = 8; micros >= 1; micros--) {
            windows.add(window(100, micros * 1_000L));
        }

        assertThat(windows.quartile(99)).isCloseTo(3, within(0.01));
        assertThat(windows.median(99)).isCloseTo(5, within(0.01));
    }

    @Test
    void pooled_isOfAllLatencies_soThatASpoiledWindowCountsByItsLatencies() {
        windows.add(window(150, 1_000));
        windows.add(window(1, 1_000_000));
        windows.add(window(50, 2_000));

        assertThat(windows.pooled(50)).isCloseTo(1, within(0.01));
        assertThat(windows.pooled(99)).isCloseTo(2, within(0.01));
        assertThat(windows.pooled(100)).isCloseTo(1_000, within(1.0));
    }

    @Test
    void windowInWhichNothingWasAnswered_isLeftOut() {
        windows.add(window(0, 0));
        windows.add(window(100, 3_000));
        windows.add(window(0, 0));

        assertThat(windows.median(99)).isCloseTo(3, within(0.01));
    }

    private static Histogram window(int count, long nanos) {
        Histogram window = new Histogram(3);
        IntStream.range(0, count).forEach(each -> window.recordValue(nanos));
        return window;
    }
}
