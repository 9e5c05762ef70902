package org.cometkv.actors.peers;

/**
 * An estimate of the time that a peer takes to answer, and the timeout that follows from it.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class RoundTripEstimate {

    /*
     * Smoothed round trip and its mean deviation after Jacobson and Karels (1988), with their gains of 1/8 and 1/4;
     * the timeout is srtt + 4 * rttvar within bounds. A peer that never answered gets the upper bound.
     */
    private final long minMillis;
    private final long maxMillis;
    private double smoothed = -1;
    private double deviation;

    RoundTripEstimate(long minMillis, long maxMillis) {
        this.minMillis = minMillis;
        this.maxMillis = maxMillis;
    }

    void observe(long millis) {
        if (smoothed < 0) {
            smoothed = millis;
            deviation = millis / 2.0;
            return;
        }
        deviation += (Math.abs(millis - smoothed) - deviation) / 4;
        smoothed += (millis - smoothed) / 8;
    }

    /** The smoothed round trip; negative before the first answer. */
    long smoothedMillis() {
        return Math.round(smoothed);
    }

    long timeoutMillis() {
        if (smoothed < 0) {
            return maxMillis;
        }
        return Math.max(minMillis, Math.min(maxMillis, Math.round(smoothed + 4 * deviation)));
    }
}
