package org.cometkv.actors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A sender that checks nothing: whatever a test makes up arrives at a node through the network seam. */
public final class RawSender {

    /** It is no member of the cluster. */
    static final Contact SELF = Replicas.node(9);

    private final FakeCluster cluster;
    private final TestProbe<GatewayMessage> frames;
    private final Map<Long, ReplicaReply> replies = new HashMap<>();
    private long ids;

    public RawSender(FakeCluster cluster) {
        this.cluster = cluster;
        this.frames = cluster.kit.createTestProbe();
        cluster.network.at(SELF).bind(frames.ref());
    }

    /** A number that no other request of this sender has. */
    public long id() {
        return ++ids;
    }

    /** A version newer than all before. */
    public Version version() {
        return new Version(cluster.clock.wallMillis() << Version.COUNTER_BITS | id(), SELF.id());
    }

    /** A client that came in through this sender. */
    public static Caller client(String writer) {
        return Caller.local(SELF, writer);
    }

    /** An object that lives at this sender. */
    public static Caller object(Key key, String writer) {
        return client(writer).withKey(key);
    }

    /** Sends items in one frame. */
    void send(Contact to, Wire.Item... items) {
        cluster.network.deliver(new Wire.Frame(SELF, 0, List.of(items), 0), to.address());
    }

    /** What the node replies to a request. */
    public ReplicaReply ask(Contact to, Wire.Request request) {
        send(to, request);
        return reply(request.id());
    }

    /** What is replied to the request of that number, once it is. */
    ReplicaReply reply(long id) {
        while (!replies.containsKey(id)) {
            Wire.Frame frame = (Wire.Frame) frames.receiveMessage();
            for (Wire.Item item : frame.items()) {
                if (item instanceof Wire.Reply reply && !(reply.body() instanceof ReplicaReply.Working)) {
                    replies.put(reply.id(), reply.body());
                } else if (item instanceof Wire.Refusals refusals) {
                    ReplicaReply no = new ReplicaReply.Refused(refusals.refusal());
                    refusals.ids().forEach(refused -> replies.put(refused, no));
                }
            }
        }
        return replies.remove(id);
    }

    /** The message of the refusal that the node replies. */
    String refusal(Contact to, Wire.Request request) {
        ReplicaReply reply = ask(to, request);
        if (reply instanceof ReplicaReply.Refused refused) {
            return refused.refusal().message();
        }
        throw new AssertionError("no refusal: " + reply);
    }
}
