package org.cometkv.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void fullBucket_passesTheBurstAndRefusesOneMore() {
        TokenBucket bucket = new TokenBucket(10, 5, 0);

        for (int i = 1; i <= 5; i++) {
            assertThat(bucket.tryTake(0, 1)).as("request %d", i).isZero();
        }
        assertThat(bucket.tryTake(0, 1)).isEqualTo(SECOND / 10);
    }

    @Test
    void refused_passesAfterTheWaitAndNotANanosecondBefore() {
        TokenBucket bucket = new TokenBucket(3, 7, 0);
        bucket.tryTake(0, 7);

        long wait = bucket.tryTake(0, 2);

        assertThat(wait).isEqualTo(666_666_667);
        assertThat(bucket.tryTake(wait - 1, 2)).isOne();
        assertThat(bucket.tryTake(wait, 2)).isZero();
    }

    @Test
    void wholeBurstAtOnce_passesAndOneOverItNeverDoes() {
        TokenBucket bucket = new TokenBucket(10, 5, 0);

        assertThat(bucket.tryTake(0, 6)).isEqualTo(Long.MAX_VALUE);
        assertThat(bucket.tryTake(0, 5)).isZero();
        assertThat(bucket.tryTake(1_000 * SECOND, 6)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void available_isWhatCanBeTaken() {
        TokenBucket bucket = new TokenBucket(10, 5, 0);
        assertThat(bucket.available(0)).isEqualTo(5);

        bucket.tryTake(0, 3);

        assertThat(bucket.available(0)).isEqualTo(2);
        assertThat(bucket.available(SECOND / 10 - 1)).isEqualTo(2);
        assertThat(bucket.available(SECOND / 10)).isEqualTo(3);
        assertThat(bucket.available(1_000 * SECOND)).isEqualTo(5);
    }

    @Test
    void amountZero_alwaysPasses() {
        TokenBucket bucket = new TokenBucket(10, 5, 0);
        bucket.tryTake(0, 5);

        assertThat(bucket.tryTake(0, 0)).isZero();
    }

    @Test
    void rateOfManyMebibytes_isNotRoundedToWholeNanoseconds() {
        // 256 MiB/s is a byte each 3.7 ns; byte by byte, a second must still pass 256 Mi of them.
        long rate = 256L << 20;
        TokenBucket bucket = new TokenBucket(rate, 64, 0);
        bucket.tryTake(0, 64);
        long taken = 0;
        for (long now = 0; now <= 1_000_000; now += 10) {
            while (bucket.tryTake(now, 1) == 0) {
                taken++;
            }
        }
        assertThat(taken).isEqualTo(rate / 1_000);
    }

    @Test
    void largestRateAndBurst_doNotOverflow() {
        TokenBucket slow = new TokenBucket(1, TokenBucket.AMOUNT_MAX, Long.MAX_VALUE);
        assertThat(slow.tryTake(Long.MAX_VALUE, TokenBucket.AMOUNT_MAX)).isZero();
        assertThat(slow.tryTake(Long.MAX_VALUE, TokenBucket.AMOUNT_MAX)).isEqualTo(TokenBucket.AMOUNT_MAX * SECOND);
        assertThat(slow.available(Long.MAX_VALUE + 3 * SECOND)).isEqualTo(3);

        TokenBucket fast = new TokenBucket(TokenBucket.AMOUNT_MAX, TokenBucket.AMOUNT_MAX, 0);
        assertThat(fast.tryTake(0, TokenBucket.AMOUNT_MAX)).isZero();
        assertThat(fast.available(SECOND / 2)).isEqualTo(TokenBucket.AMOUNT_MAX / 2);
    }

    @Test
    void clockWrapsAround_takesOnAsBefore() {
        TokenBucket bucket = new TokenBucket(10, 5, Long.MAX_VALUE - SECOND / 20);
        assertThat(bucket.tryTake(Long.MAX_VALUE - SECOND / 20, 5)).isZero();

        long before = Long.MAX_VALUE;
        assertThat(bucket.tryTake(before, 1)).isEqualTo(SECOND / 20);
        assertThat(bucket.available(before + SECOND / 20)).isOne();
        assertThat(bucket.tryTake(before + SECOND / 20, 1)).isZero();
        assertThat(bucket.available(before + 10 * SECOND)).isEqualTo(5);
    }

    @Test
    void timeRunsBackwards_givesNothingExtra() {
        TokenBucket bucket = new TokenBucket(10, 5, 0);
        bucket.tryTake(SECOND, 5);

        assertThat(bucket.available(0)).isZero();
        assertThat(bucket.tryTake(0, 1)).isEqualTo(SECOND + SECOND / 10);
    }

    @Test
    void argumentsOutOfRange_areRefusedWithTheirValue() {
        assertThat(new TokenBucket(1, 1, 0).available(0)).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBucket(0, 1, 0))
                .withMessageContaining("rate is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBucket(1, 0, 0))
                .withMessageContaining("burst is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenBucket(TokenBucket.AMOUNT_MAX + 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenBucket(1, TokenBucket.AMOUNT_MAX + 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBucket(1, 1, 0).tryTake(0, -1))
                .withMessageContaining("-1");
    }

    @Test
    void stepFunction_admitsTheBurstThenOneAnInterval() {
        long interval = 100;
        long tolerance = 5 * interval;
        long arrival = Long.MAX_VALUE - 20;
        long now = arrival;
        for (int i = 1; i <= 5; i++) {
            long next = TokenBucket.admit(arrival, now, interval, tolerance);
            assertThat(next).as("request %d", i).isNotEqualTo(arrival);
            arrival = next;
        }
        assertThat(TokenBucket.admit(arrival, now, interval, tolerance)).isEqualTo(arrival);
        assertThat(TokenBucket.waitNanos(arrival, now, interval, tolerance)).isEqualTo(interval);
        assertThat(TokenBucket.admit(arrival, now + interval - 1, interval, tolerance))
                .isEqualTo(arrival);
        assertThat(TokenBucket.admit(arrival, now + interval, interval, tolerance))
                .isEqualTo(arrival + interval);
    }

    @Test
    void stepFunctionAfterALongPause_countsFromNow() {
        assertThat(TokenBucket.admit(-7, 1_000_000, 100, 500)).isEqualTo(1_000_100);
    }

    @Test
    void stepFunctionWithToleranceBelowTheInterval_refusesAll() {
        assertThat(TokenBucket.admit(0, 1_000, 100, 99)).isZero();
        assertThat(TokenBucket.admit(0, 1_000, 100, 100)).isEqualTo(1_100);
    }
}
