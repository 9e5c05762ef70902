package org.cometkv.actors.peers;

import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/**
 * What a node asks of a peer's request before it serves it, in this order: may the peer send so many bytes and so many
 * requests, did this one come before, is there room for its kind.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class PeerAdmission {

    /** What becomes of a request: it is served, or why not. */
    sealed interface Decision permits InboundRequests.Asked, OverRate, Repeated, Busy {}

    record OverRate(Refusal refusal) implements Decision {}

    /** @param before the request that it repeats */
    record Repeated(InboundRequests.Asked before) implements Decision {}

    record Busy(Refusal refusal) implements Decision {}

    /** What the items of one frame share: where they came from, when, and whether there was room for their bytes. */
    static final class Arrival {
        final Contact from;
        final boolean isMember;
        private final PeerRateLimiter rate;
        final long nowNanos;
        final long nowMillis;
        final Optional<Refusal> overBytes;
        final int bytesEach;

        /** @param rate that it is charged to */
        Arrival(Contact from, boolean isMember, PeerRateLimiter rate, int bytes, int items, long nowNanos) {
            this.from = from;
            this.isMember = isMember;
            this.rate = rate;
            this.nowNanos = nowNanos;
            this.nowMillis = Clock.millis(nowNanos);
            this.overBytes = rate.bytes(bytes, nowNanos);
            this.bytesEach = bytes / Math.max(1, items);
        }

        /** One request of it; the refusal if its sender has sent more than it may. */
        Optional<Refusal> request() {
            return overBytes.isPresent() ? overBytes : rate.request(nowNanos);
        }
    }

    private final ActorRef<GatewayMessage> gateway;
    private final InboundRequests serving;
    private final LoadShedder load;

    /** @param gateway told the replies to what is admitted */
    PeerAdmission(ActorRef<GatewayMessage> gateway, CometSettings settings) {
        CometSettings.Requests requests = settings.requests();
        this.gateway = gateway;
        this.serving = new InboundRequests(
                requests.workingAfter().toMillis(),
                requests.workingEvery().toMillis(),
                2 * requests.timeout().toMillis(),
                settings.peers().answers());
        this.load = new LoadShedder(settings.peers().load());
    }

    /** What was admitted. */
    InboundRequests serving() {
        return serving;
    }

    /** @param bytes what the request takes on the wire */
    Decision decide(Wire.Request request, int bytes, Arrival arrival) {
        Optional<Refusal> overRate = arrival.request();
        if (overRate.isPresent()) {
            return new OverRate(overRate.get());
        }
        InboundRequests.Asked asked =
                new InboundRequests.Asked(gateway, arrival.from, request, bytes, arrival.nowMillis);
        Optional<Refusal> busy = load.refusal(request, serving.inProgress(), serving.bytesInProgress());
        // What came before is answered even where there is no room for what did not.
        Optional<InboundRequests.Asked> before = busy.isPresent() ? serving.known(asked) : serving.begin(asked);
        if (before.isPresent()) {
            return new Repeated(before.get());
        }
        return busy.isPresent() ? new Busy(busy.get()) : asked;
    }
}
