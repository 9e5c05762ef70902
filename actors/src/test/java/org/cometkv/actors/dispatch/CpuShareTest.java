package org.cometkv.actors.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuShareTest {

    private static final long MILLI = 1_000_000;

    /** Ten percent of two threads: a fifth of one. */
    private final CpuShare share = new CpuShare(0.1, 2);

    @Test
    void untouched_isOpen_whateverTheOriginOfTheClock() {
        assertThat(share.waitNanos(Long.MIN_VALUE)).isZero();
        assertThat(share.waitNanos(0)).isZero();
        assertThat(share.waitNanos(Long.MAX_VALUE)).isZero();
    }

    @Test
    void whatWasTaken_isPaidOffAtTheInstant_andNotOneBefore() {
        share.took(100, 100 + MILLI);

        assertThat(share.waitNanos(100 + MILLI)).isEqualTo(4 * MILLI);
        assertThat(share.waitNanos(100 + 5 * MILLI - 1)).isEqualTo(1);
        assertThat(share.waitNanos(100 + 5 * MILLI)).isZero();
    }

    @Test
    void idleTimeIsNotSavedUp() {
        share.took(0, MILLI);
        share.took(1_000 * MILLI, 1_001 * MILLI);

        assertThat(share.waitNanos(1_001 * MILLI)).isEqualTo(4 * MILLI);
    }

    @Test
    void aShareOfMoreThanOneThread_isAlwaysOpenToOne() {
        CpuShare large = new CpuShare(1, 4);

        large.took(0, MILLI);

        assertThat(large.waitNanos(MILLI)).isZero();
    }

    @Test
    void greedyTaker_getsItsShareAndNoMore() {
        long now = 0;
        long taken = 0;
        while (now < 10_000 * MILLI) {
            now += share.waitNanos(now);
            long work = 30_000 + now % 7_919;
            share.took(now, now + work);
            now += work;
            taken += work;
        }
        assertThat(taken / (double) now).isBetween(0.195, 0.2001);
    }
}
