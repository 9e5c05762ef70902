package org.cometkv.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The bound that the bucket promises, over every interval between two takings, with clocks of any origin. */
class TokenBucketPropertyTest {

    private static final long SECOND = 1_000_000_000;

    /** A run ends well within it: slow rates fill large bursts in a century, and the intervals are added up. */
    private static final double ONE_TURN_OF_THE_CLOCK = 0x1p64;

    private record Taken(long sinceStart, long amount) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyInterval_takesAtMostBurstAndRate(
            @ForAll @LongRange(min = 1, max = TokenBucket.AMOUNT_MAX) long rate,
            @ForAll @LongRange(min = 1, max = TokenBucket.AMOUNT_MAX) long burst,
            @ForAll long start,
            @ForAll long seed) {
        Random random = new Random(seed);
        TokenBucket bucket = new TokenBucket(rate, burst, start);
        List<Taken> takings = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 100 && now < ONE_TURN_OF_THE_CLOCK / 8; i++) {
            now += pause(random, rate, burst);
            long amount = random.nextInt(4) == 0
                    ? bucket.available(start + now) + random.nextInt(2)
                    : random.nextLong(burst) / (1 + random.nextInt(10));
            boolean fits = amount <= bucket.available(start + now);
            long wait = bucket.tryTake(start + now, amount);
            assertThat(wait == 0)
                    .as("%s of %s", amount, bucket.available(start + now))
                    .isEqualTo(fits);
            if (wait > 0 && wait < Long.MAX_VALUE && random.nextBoolean()) {
                assertThat(bucket.tryTake(start + now + wait - 1, amount)).isOne();
                now += wait;
                assertThat(bucket.tryTake(start + now, amount)).isZero();
                wait = 0;
            }
            if (wait == 0) {
                takings.add(new Taken(now, amount));
            }
        }
        assertBound(takings, rate, burst);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyInterval_admitsAtMostBurstAndOneAnInterval(
            @ForAll @LongRange(min = 1, max = 1 << 20) long interval,
            @ForAll @LongRange(min = 1, max = 50) long burst,
            @ForAll long start,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Long> admitted = new ArrayList<>();
        long arrival = start;
        long now = 0;
        for (int i = 0; i < 300; i++) {
            now += random.nextInt(4) == 0 ? random.nextLong(2 * interval * burst) : random.nextLong(interval);
            long wait = TokenBucket.waitNanos(arrival, start + now, interval, burst * interval);
            long next = TokenBucket.admit(arrival, start + now, interval, burst * interval);
            assertThat(next == arrival).isEqualTo(wait > 0);
            if (next != arrival) {
                admitted.add(now);
            }
            arrival = next;
        }
        for (int from = 0; from < admitted.size(); from++) {
            for (int to = from; to < admitted.size(); to++) {
                long length = admitted.get(to) - admitted.get(from);
                assertThat(to - from + 1L).isLessThanOrEqualTo(burst + length / interval);
            }
        }
    }

    private static long pause(Random random, long rate, long burst) {
        long fill = burst * SECOND / rate;
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong(1_000);
            case 2 -> random.nextLong(1 + fill / 10);
            default -> random.nextLong(1 + Math.min(fill, 1_000 * SECOND));
        };
    }

    private static void assertBound(List<Taken> takings, long rate, long burst) {
        for (int from = 0; from < takings.size(); from++) {
            long sum = 0;
            for (int to = from; to < takings.size(); to++) {
                sum += takings.get(to).amount();
                long length = takings.get(to).sinceStart() - takings.get(from).sinceStart();
                BigInteger allowed = BigInteger.valueOf(rate)
                        .multiply(BigInteger.valueOf(length))
                        .divide(BigInteger.valueOf(SECOND))
                        .add(BigInteger.valueOf(burst));
                assertThat(BigInteger.valueOf(sum)).isLessThanOrEqualTo(allowed);
            }
        }
    }
}
