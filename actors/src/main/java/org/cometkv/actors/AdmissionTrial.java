package org.cometkv.actors;

import com.typesafe.config.Config;
import java.util.ArrayDeque;
import java.util.Optional;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * What a node does with each request of a peer before it is served and with its answer after it, alone: rates, numbers
 * seen before, load. For {@code comet bench}; applications have no use for it. Not thread-safe.
 */
public final class AdmissionTrial {

    private static final long SPACING_NANOS = 1_500;
    private static final int FRAME = 100;
    private static final int ITEM_BYTES = 150;

    private final Contact peer = new Contact(NodeId.of("peer"), "127.0.0.1", 1);
    private final Key key = Key.of("key");
    private final Caller caller = Caller.local(peer, "bench");
    private final PeerRate rate;
    private final Serving serving;
    private final Load load;
    private final ArrayDeque<Serving.Asked> asked = new ArrayDeque<>();
    private long nowNanos;
    private long id;
    private long refused;

    /** @param config a resolved configuration that has {@code comet} */
    public AdmissionTrial(Config config) {
        CometSettings settings = CometSettings.of(config);
        PeerSettings peers = settings.peers();
        this.rate = new PeerRate(peers.rate(), nowNanos);
        this.serving = new Serving(settings.requests().workingAfter().toMillis(), Long.MAX_VALUE, peers.answers());
        this.load = new Load(peers.load());
    }

    /** How many were refused so far: none, because they come within the rates. */
    public long refused() {
        return refused;
    }

    /** Admits so many requests, in frames of a hundred, each answered before the next frame comes. */
    public void admit(int requests) {
        for (int done = 0; done < requests; done += FRAME) {
            int count = Math.min(FRAME, requests - done);
            Optional<Refusal> overBytes = rate.bytes(count * ITEM_BYTES, nowNanos);
            for (int i = 0; i < count; i++) {
                admit(overBytes);
            }
            answer();
        }
    }

    private void admit(Optional<Refusal> overBytes) {
        nowNanos += SPACING_NANOS;
        long nowMillis = nowNanos / 1_000_000;
        Wire.Get get = new Wire.Get(++id, key, caller, Value.NIL);
        Optional<Refusal> over = overBytes.isPresent() ? overBytes : rate.request(nowNanos);
        Serving.Asked next = new Serving.Asked(null, peer, get, ITEM_BYTES, nowMillis);
        if (over.isPresent()
                || serving.known(next).isPresent()
                || load.refusal(get, serving.inProgress(), serving.bytesInProgress())
                        .isPresent()) {
            refused++;
            return;
        }
        serving.began(next);
        asked.add(next);
    }

    private void answer() {
        long nowMillis = nowNanos / 1_000_000;
        while (!asked.isEmpty()) {
            Serving.Asked done = asked.poll();
            serving.ended(done);
            serving.answered(done, new Wire.Reply(done.id(), new ReplicaReply.Absent()), ITEM_BYTES, nowMillis);
        }
        serving.overdue(nowMillis, Integer.MAX_VALUE);
    }
}
