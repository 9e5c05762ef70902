package org.cometkv.actors.dispatch;

/**
 * A share of the threads' time, measured as it is taken: after taking some, the next is taken when that is paid off.
 *
 * <p>One at a time takes of it; whether it is open may be asked by any thread. Times are monotonic nanoseconds of one
 * clock.
 */
final class CpuShare {

    /*
     * A bucket that is empty when it is full: the instant at which all is paid off moves by what was taken, divided by
     * the share. An idle share saves up nothing, so what was taken over any interval is at most the share of it and the
     * one piece of work that was under way at its begin or end.
     */
    private final double waitPerNano;
    private volatile long paidNanos;
    private volatile boolean isUsed;

    /**
     * A share of which nothing was taken.
     *
     * @param share of all threads' time, over 0 and at most 1
     */
    CpuShare(double share, int threads) {
        this.waitPerNano = 1 / (share * threads);
    }

    /** How long until something may be taken; 0 if now. */
    long waitNanos(long now) {
        return isUsed ? Math.max(0, paidNanos - now) : 0;
    }

    /** The time between these instants was taken. */
    void took(long from, long until) {
        long wait = (long) Math.ceil((until - from) * waitPerNano);
        paidNanos = from + Math.max(until - from, wait);
        isUsed = true;
    }
}
