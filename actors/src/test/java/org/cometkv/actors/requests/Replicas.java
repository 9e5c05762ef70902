package org.cometkv.actors.requests;

import java.util.List;
import java.util.stream.IntStream;
import org.cometkv.actors.wire.ReplicaReply;
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
public final class Replicas {

    /** The incarnation of every node. */
    public static final long INCARNATION = 1;

    public static final Key KEY = Key.of("key");
    public static final ReplicaReply ABSENT = new ReplicaReply.Absent();
    public static final ReplicaReply STORED = new ReplicaReply.Stored(Usage.NONE);
    public static final ReplicaReply KEPT = new ReplicaReply.Kept(Usage.NONE);
    public static final ReplicaReply REMOVED = new ReplicaReply.Removed(Usage.NONE);
    public static final Refusal NO = Refusal.of(Refusal.Reason.OBJECT, "no");
    public static final ReplicaReply REFUSED = new ReplicaReply.Refused(NO);
    public static final Failure BROKEN = Failure.script("script:1: broken");
    public static final ReplicaReply FAILED = new ReplicaReply.Failed(BROKEN, Usage.NONE);
    public static final ReplicaReply BEHIND = new ReplicaReply.Refused(Refusal.of(Refusal.Reason.VERSION, "older"));
    public static final ReplicaReply NOT_READY =
            new ReplicaReply.Refused(Refusal.of(Refusal.Reason.NOT_READY, "later"));

    private Replicas() {}

    public static Contact node(int number) {
        return new Contact(NodeId.of("node-" + number), "host-" + number, 1 + number);
    }

    public static List<Contact> nodes(int count) {
        return IntStream.range(0, count).mapToObj(Replicas::node).toList();
    }

    public static Version version(long clock) {
        return new Version(clock, node(0).id());
    }

    public static Caller caller() {
        return Caller.local(node(0), "tester");
    }

    public static ReplicaReply answered(String value) {
        return new ReplicaReply.Answered(Value.of(value), version(1), Usage.NONE);
    }
}
