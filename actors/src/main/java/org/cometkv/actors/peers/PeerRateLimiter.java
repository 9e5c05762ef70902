package org.cometkv.actors.peers;

import java.util.Optional;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.aso.Refusal;
import org.cometkv.timers.TokenBucket;

/**
 * What one peer, or all strangers together, may ask of this node: requests and bytes a second. Not thread-safe; owned
 * by the Gateway.
 */
final class PeerRateLimiter {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final PeerSettings.Rate settings;
    private final String senders;
    private final TokenBucket requests;
    private final TokenBucket bytes;

    private PeerRateLimiter(PeerSettings.Rate settings, String senders, long nowNanos) {
        this.settings = settings;
        this.senders = senders;
        this.requests = new TokenBucket(settings.requestsPerSecond(), settings.requestsBurst(), nowNanos);
        this.bytes = new TokenBucket(settings.bytesPerSecond(), settings.bytesBurst(), nowNanos);
    }

    /** The rate of one peer. */
    static PeerRateLimiter ofPeer(PeerSettings.Rate settings, long nowNanos) {
        return new PeerRateLimiter(settings, "each other node", nowNanos);
    }

    /** The rate that all share who are no members: one who takes a new name for each frame gains nothing by it. */
    static PeerRateLimiter ofStrangers(PeerSettings.Rate settings, long nowNanos) {
        return new PeerRateLimiter(settings, "all nodes that it does not know", nowNanos);
    }

    /** One request; its refusal if the peer has sent more than it may. */
    Optional<Refusal> request(long nowNanos) {
        long waitNanos = requests.tryTake(nowNanos, 1);
        return waitNanos == 0
                ? Optional.empty()
                : refusal(settings.requestsPerSecond() + " requests/s", settings.requestsBurst() + "", waitNanos);
    }

    /** The bytes of a frame; the refusal of the requests in it if the peer has sent more than it may. */
    Optional<Refusal> bytes(int count, long nowNanos) {
        long waitNanos = bytes.tryTake(nowNanos, count);
        return waitNanos == 0
                ? Optional.empty()
                : refusal(settings.bytesPerSecond() + " bytes/s", settings.bytesBurst() + " bytes", waitNanos);
    }

    private Optional<Refusal> refusal(String rate, String burst, long waitNanos) {
        return Optional.of(Refusal.retry(
                Refusal.Reason.RATE_LIMITED,
                "a node takes " + rate + " and a burst of " + burst + " from " + senders,
                1 + (waitNanos - 1) / NANOS_PER_MILLI));
    }
}
