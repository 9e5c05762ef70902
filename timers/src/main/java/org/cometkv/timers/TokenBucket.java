package org.cometkv.timers;

/**
 * A rate limiter: a steady rate, and a burst that a pause saves up.
 *
 * <p>The amount taken in any interval is at most {@code burst + rate * length}, exactly. Amounts are requests, bytes,
 * or whatever the owner counts. Times are nanoseconds as {@code System.nanoTime} counts them: they never run backwards,
 * their origin is arbitrary, and they may wrap around.
 *
 * <p>Not thread-safe; owned by an actor. The static functions are the same algorithm as one pure step, for a mailbox
 * that keeps its bucket in an {@code AtomicLong}.
 */
public final class TokenBucket {

    /*
     * GCRA, the generic cell rate algorithm (ITU-T I.371, annex A.1), virtual scheduling form.
     * The state is one instant, the theoretical arrival: when all that was taken would have passed at the steady rate.
     * Taking moves it on by amount / rate; it may be ahead of now by burst / rate and no more. Refilling is nothing but
     * time passing.
     *
     * Unlike there, the tolerance includes the amount that is taken, so that it is burst times interval and not one
     * interval less; and the object form keeps the fraction of a nanosecond that a whole division leaves, so that its
     * rate is exact.
     */

    /** The largest rate and the largest burst. */
    public static final long AMOUNT_MAX = 1L << 32;

    private static final long NANOS = 1_000_000_000;

    private final long ratePerSecond;
    private final long burst;
    private final long toleranceNanos;
    private final long toleranceFraction;

    private long arrivalNanos;
    /** What the arrival is later than {@link #arrivalNanos}, in nanoseconds divided by the rate; below the rate. */
    private long arrivalFraction;

    /**
     * A full bucket.
     *
     * @param ratePerSecond what flows in, 1 to {@link #AMOUNT_MAX}
     * @param burst what it holds, 1 to {@link #AMOUNT_MAX}
     * @throws IllegalArgumentException if one is out of range
     */
    public TokenBucket(long ratePerSecond, long burst, long nowNanos) {
        requireAmount("rate", ratePerSecond);
        requireAmount("burst", burst);
        this.ratePerSecond = ratePerSecond;
        this.burst = burst;
        toleranceNanos = burst * NANOS / ratePerSecond;
        toleranceFraction = burst * NANOS % ratePerSecond;
        arrivalNanos = nowNanos;
    }

    /**
     * Takes an amount, whole or not at all.
     *
     * @return 0 if it is taken; else the nanoseconds after which it can be, if nothing else is taken until then;
     *     {@code Long.MAX_VALUE} if it is over the burst and can never be
     * @throws IllegalArgumentException if the amount is negative
     */
    public long tryTake(long nowNanos, long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
        }
        if (amount > burst) {
            return Long.MAX_VALUE;
        }
        boolean full = arrivalNanos - nowNanos < 0;
        long scaled = (full ? 0 : arrivalFraction) + amount * NANOS;
        long arrival = (full ? nowNanos : arrivalNanos) + scaled / ratePerSecond;
        long fraction = scaled % ratePerSecond;
        long wait = arrival - nowNanos - toleranceNanos + (fraction > toleranceFraction ? 1 : 0);
        if (wait > 0) {
            return wait;
        }
        arrivalNanos = arrival;
        arrivalFraction = fraction;
        return 0;
    }

    /** The largest amount that can be taken now. */
    public long available(long nowNanos) {
        long ahead = arrivalNanos - nowNanos;
        if (ahead < 0) {
            return burst;
        }
        // Not behind the tolerance, or time ran backwards, in which case nothing is there.
        long left = (toleranceNanos - ahead) * ratePerSecond + toleranceFraction - arrivalFraction;
        return Math.max(0, left / NANOS);
    }

    /**
     * One step of the algorithm, for single requests: the new theoretical arrival, or {@code theoreticalArrival} itself
     * if the request is refused (an admitted one always moves it).
     *
     * <p>A bucket starts full at its first {@code now}, not at 0: instants are compared by their difference.
     *
     * @param intervalNanos between requests at the steady rate, 1 or more and below 2<sup>62</sup>
     * @param toleranceNanos the interval times the burst, below 2<sup>62</sup>; below one interval nothing passes
     */
    public static long admit(long theoreticalArrival, long now, long intervalNanos, long toleranceNanos) {
        return waitNanos(theoreticalArrival, now, intervalNanos, toleranceNanos) > 0
                ? theoreticalArrival
                : now + ahead(theoreticalArrival, now) + intervalNanos;
    }

    /** How long {@link #admit} goes on to refuse with these arguments, if nothing else is admitted; 0 if it admits. */
    public static long waitNanos(long theoreticalArrival, long now, long intervalNanos, long toleranceNanos) {
        return Math.max(0, ahead(theoreticalArrival, now) - toleranceNanos + intervalNanos);
    }

    private static long ahead(long theoreticalArrival, long now) {
        return Math.max(0, theoreticalArrival - now);
    }

    private static void requireAmount(String what, long amount) {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("the " + what + " is " + amount + "; it is 1 to " + AMOUNT_MAX);
        }
    }
}
