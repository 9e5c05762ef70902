package org.cometkv.actors.peers;

import com.typesafe.config.Config;
import java.util.ArrayDeque;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * What a node does with each request of a peer before it is served and with its answer after it, alone: rates, numbers
 * seen before, load. For {@code comet bench}; applications have no use for it. Not thread-safe.
 */
public final class AdmissionBenchmark {

    private static final long SPACING_NANOS = 1_500;
    private static final int FRAME = 100;
    private static final int ITEM_BYTES = 150;

    private final Key key = Key.of("key");
    private final Peer peer;
    private final Caller caller;
    private final PeerAdmission admission;
    private final ArrayDeque<InboundRequests.Asked> asked = new ArrayDeque<>();
    private long nowNanos;
    private long id;
    private long refused;

    /** @param config a resolved configuration that has {@code comet} */
    public AdmissionBenchmark(Config config) {
        CometSettings settings = CometSettings.of(config);
        Contact contact = new Contact(NodeId.of("peer"), "127.0.0.1", 1);
        this.peer = new Peer(contact, frame -> {}, settings, nowNanos);
        this.caller = Caller.local(contact, "bench");
        this.admission = new PeerAdmission(null, settings);
    }

    /** How many were refused so far: none, because they come within the rates. */
    public long refused() {
        return refused;
    }

    /** Admits so many requests, in frames of a hundred, each answered before the next frame comes. */
    public void admit(int requests) {
        for (int done = 0; done < requests; done += FRAME) {
            int count = Math.min(FRAME, requests - done);
            nowNanos += count * SPACING_NANOS;
            PeerAdmission.Arrival arrival =
                    new PeerAdmission.Arrival(peer.contact(), true, peer.rate(), count * ITEM_BYTES, count, nowNanos);
            for (int i = 0; i < count; i++) {
                admit(arrival);
            }
            answer(arrival.nowMillis);
        }
    }

    private void admit(PeerAdmission.Arrival arrival) {
        Wire.Get get = new Wire.Get(++id, key, caller, Value.NIL);
        if (admission.decide(get, arrival.bytesEach, arrival) instanceof InboundRequests.Asked admitted) {
            asked.add(admitted);
        } else {
            refused++;
        }
    }

    private void answer(long nowMillis) {
        InboundRequests serving = admission.serving();
        while (!asked.isEmpty()) {
            InboundRequests.Asked done = asked.poll();
            serving.ended(done);
            serving.answered(done, new Wire.Reply(done.id(), new ReplicaReply.Absent()), ITEM_BYTES, nowMillis);
        }
        serving.overdue(nowMillis, Integer.MAX_VALUE);
    }
}
