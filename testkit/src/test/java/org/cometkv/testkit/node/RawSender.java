package org.cometkv.testkit.node;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.PlayedPeer;

/** A sender that checks nothing: whatever a test makes up arrives at a node through the network seam. */
public final class RawSender {

    /** It is no member of the cluster. */
    public static final Contact SELF = new Contact(NodeId.of("a sender"), "sender", 10);

    private final CometTestKit kit;
    private final PlayedPeer peer;
    private final Map<Long, ReplicaReply> replies = new HashMap<>();
    private long ids;

    public RawSender(CometTestKit kit) {
        this.kit = kit;
        this.peer = kit.peer(SELF);
    }

    /** A number that no other request of this sender has. */
    public long id() {
        return ++ids;
    }

    /** A version newer than all before. */
    public Version version() {
        long millis = kit.node(0).clock().wallMillis();
        return new Version(millis << Version.COUNTER_BITS | id(), SELF.id());
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
    public void send(Contact to, Wire.Item... items) {
        peer.send(to, items);
    }

    /** The reply of the node to a request. */
    public ReplicaReply ask(Contact to, Wire.Request request) {
        send(to, request);
        return reply(request.id());
    }

    /** The reply to the request of that number, once it came. */
    public ReplicaReply reply(long id) {
        kit.world().until(() -> hasReply(id), Duration.ofMinutes(1), "request " + id + " has no reply");
        return replies.remove(id);
    }

    /** The message of the refusal that the node replies. */
    public String refusal(Contact to, Wire.Request request) {
        ReplicaReply reply = ask(to, request);
        if (reply instanceof ReplicaReply.Refused refused) {
            return refused.refusal().message();
        }
        throw new AssertionError("no refusal: " + reply);
    }

    /** Whether the request of that number has a reply by now. */
    public boolean hasReply(long id) {
        peer.drain().forEach(this::take);
        return replies.containsKey(id);
    }

    private void take(Wire.Item item) {
        if (item instanceof Wire.Reply reply && !(reply.body() instanceof ReplicaReply.Working)) {
            replies.put(reply.id(), reply.body());
        } else if (item instanceof Wire.Refusals refusals) {
            ReplicaReply no = new ReplicaReply.Refused(refusals.refusal());
            refusals.ids().forEach(refused -> replies.put(refused, no));
        }
    }
}
