package org.cometkv.actors.conduct;

import org.cometkv.actors.settings.CometSettings;

/**
 * The budget of one object for sending, in requests and in bytes.
 *
 * <p>Not thread-safe; owned by an AsoActor. Times are monotonic nanoseconds of one clock.
 */
public final class SendBudget {

    /*
     * Two buckets. Requests: a plain token bucket. Bytes: a token bucket whose capacity follows the object's image and
     * into which the bytes of clients' requests are put as well. Neither ever holds more than its capacity, so over any
     * interval the object sends at most capacity + what clients sent it in the interval + rate x its length: whatever
     * it saved up or was given before counts for no more than one capacity. Bytes are kept in billionths, so that a
     * refill of a single nanosecond is not lost.
     */
    private static final long NANOS = 1_000_000_000L;

    private final int requestsPerSecond;
    private final long requestsMax;
    private final int bytesPerSecond;
    private final long bytesFloor;
    private long requestNanos;
    private long byteNanos;
    private long bytesMax;
    private long refilledNanos;
    private long paidBytes;

    /**
     * A state of a budget, to be gone on from later.
     *
     * @param requestNanos requests that could be sent at once, in billionths
     * @param byteNanos bytes likewise
     * @param bytesMax the most of them
     * @param paidBytes so far
     */
    public record Snapshot(long requestNanos, long byteNanos, long bytesMax, long paidBytes) {}

    /** A full budget. */
    public SendBudget(CometSettings.Outgoing settings, long nowNanos) {
        this.requestsPerSecond = settings.requestsPerSecond();
        this.requestsMax = settings.requestsBurst();
        this.bytesPerSecond = settings.bytesPerSecond();
        this.bytesFloor = settings.bytesBurst();
        this.bytesMax = bytesFloor;
        this.requestNanos = requestsMax * NANOS;
        this.byteNanos = bytesMax * NANOS;
        this.refilledNanos = nowNanos;
    }

    /** The budget as it was when a snapshot was taken, at that instant: what it earns since is added. */
    public SendBudget(CometSettings.Outgoing settings, Snapshot snapshot, long takenNanos) {
        this(settings, takenNanos);
        bytesMax = Math.max(bytesFloor, snapshot.bytesMax);
        requestNanos = Math.min(requestNanos, snapshot.requestNanos);
        byteNanos = Math.min(bytesMax * NANOS, snapshot.byteNanos);
        paidBytes = snapshot.paidBytes;
    }

    public Snapshot snapshot(long nowNanos) {
        refill(nowNanos);
        return new Snapshot(requestNanos, byteNanos, bytesMax, paidBytes);
    }

    /** The object's image has this size now: twice as much is what it may send at once, if that is over the floor. */
    public void imageIs(int imageBytes) {
        bytesMax = Math.max(bytesFloor, 2L * imageBytes);
        byteNanos = Math.min(byteNanos, bytesMax * NANOS);
    }

    /** A client's request of this size came in. */
    public void earn(int bytes, long nowNanos) {
        refill(nowNanos);
        byteNanos = Math.min(bytesMax * NANOS, byteNanos + bytes * NANOS);
    }

    /** Pays for messages; false if they cannot be paid, and nothing is taken. */
    public boolean pay(int requests, long bytes, long nowNanos) {
        refill(nowNanos);
        if (requests > requestsMax || bytes > bytesMax) {
            return false;
        }
        if (requestNanos < requests * NANOS || byteNanos < bytes * NANOS) {
            return false;
        }
        requestNanos -= requests * NANOS;
        byteNanos -= bytes * NANOS;
        paidBytes += bytes;
        return true;
    }

    /** All that was paid for so far. */
    public long paidBytes() {
        return paidBytes;
    }

    private void refill(long nowNanos) {
        long passed = nowNanos - refilledNanos;
        if (passed <= 0) {
            return;
        }
        refilledNanos = nowNanos;
        requestNanos = filled(requestNanos, passed, requestsPerSecond, requestsMax);
        byteNanos = filled(byteNanos, passed, bytesPerSecond, bytesMax);
    }

    private static long filled(long held, long passed, int perSecond, long max) {
        long missing = max * NANOS - held;
        return passed > missing / perSecond ? max * NANOS : held + passed * perSecond;
    }
}
