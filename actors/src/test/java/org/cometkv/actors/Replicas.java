package org.cometkv.actors;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** Nodes, keys and replies for the tests of operations. */
final class Replicas {

    static final Key KEY = Key.of("key");
    static final ReplicaReply ABSENT = new ReplicaReply.Absent();
    static final ReplicaReply STORED = new ReplicaReply.Stored(Usage.NONE);
    static final ReplicaReply KEPT = new ReplicaReply.Kept(Usage.NONE);
    static final ReplicaReply REMOVED = new ReplicaReply.Removed(Usage.NONE);
    static final Refusal NO = Refusal.of(Refusal.Reason.OBJECT, "no");
    static final ReplicaReply REFUSED = new ReplicaReply.Refused(NO);
    static final Failure BROKEN = Failure.script("script:1: broken");
    static final ReplicaReply FAILED = new ReplicaReply.Failed(BROKEN, Usage.NONE);
    static final ReplicaReply BEHIND = new ReplicaReply.Refused(Refusal.of(Refusal.Reason.VERSION, "older"));
    static final ReplicaReply NOT_READY = new ReplicaReply.Refused(Refusal.of(Refusal.Reason.NOT_READY, "later"));

    private Replicas() {}

    static Contact node(int number) {
        return new Contact(NodeId.of("node-" + number), "host-" + number, 1 + number);
    }

    static List<Contact> nodes(int count) {
        return IntStream.range(0, count).mapToObj(Replicas::node).toList();
    }

    /** A peer with the default settings. */
    static Peer peer(Network.Link link) {
        return new Peer(node(1), link, CometSettings.of(ConfigFactory.load()), 0);
    }

    static Version version(long clock) {
        return new Version(clock, node(0).id());
    }

    static Caller caller() {
        return Caller.local(node(0), "tester");
    }

    static ReplicaReply answered(String value) {
        return new ReplicaReply.Answered(Value.of(value), version(1), Usage.NONE);
    }
}
