package org.cometkv.actors.context;

/**
 * The rule by which versions follow the wall clock: wherever it goes, but for a jump ahead, of which they follow a part
 * until it has lasted. All times are milliseconds. Not thread-safe; owned by the {@link HybridClock}.
 */
final class WallFence {

    /** A wall clock that stays ahead for so long was set right; one that was wrong has been noticed by then. */
    static final long LASTING_MILLIS = 600_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final long jumpMillisMax;
    /** How far the wall time is ahead of the monotonic time, when it was last believed. */
    private long offset;

    private long aheadSince = NEVER;

    /**
     * @param jumpMillisMax how much of a jump ahead is followed at once
     * @param millis monotonic, now
     */
    WallFence(long jumpMillisMax, long wallMillis, long millis) {
        this.jumpMillisMax = jumpMillisMax;
        this.offset = wallMillis - millis;
    }

    /**
     * The wall time as far as it is followed.
     *
     * @param millis monotonic, now
     */
    long follow(long wallMillis, long millis) {
        long followed = offset + millis + jumpMillisMax;
        if (wallMillis > followed) {
            if (aheadSince == NEVER) {
                aheadSince = millis;
            }
            if (millis - aheadSince < LASTING_MILLIS) {
                return followed;
            }
        }
        aheadSince = NEVER;
        offset = wallMillis - millis;
        return wallMillis;
    }
}
