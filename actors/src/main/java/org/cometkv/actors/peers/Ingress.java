package org.cometkv.actors.peers;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.RequestTable;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.MalformedMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Waiting;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/**
 * The inbound side of a node: checks the sender, the rate and the repetition of each item from other nodes.
 *
 * <pre>
 *   frame → forged? → item ┬ greeting → member, or within the strangers' rate? → answered
 *                          ├ part → whole? ┐
 *                          ├ request ◀─────┤ → peer's rate → known number? → node's load → served
 *                          ├ reply   ◀─────┘ → request table
 *                          └ unread, refusals → whoever waits
 * </pre>
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class Ingress {

    private final NodeContext node;
    private final RequestTable<?> table;
    private final Egress egress;
    private final Inbound inbound;
    private final BiConsumer<Contact, Wire.Hello> greeted;
    private final PeerAdmission admission;
    private final PeerRateLimiter strangers;
    private final InboundRequests requests;
    private final Reassembly reassembly;
    private final IngressCounters strays = new IngressCounters();

    /**
     * An inbound side that nothing came to yet.
     *
     * @param inbound told of all else that may come in
     * @param greeted told of each greeting
     */
    Ingress(
            NodeContext node,
            ActorRef<GatewayMessage> gateway,
            RequestTable<?> table,
            Egress egress,
            Inbound inbound,
            BiConsumer<Contact, Wire.Hello> greeted) {
        this.node = node;
        this.table = table;
        this.egress = egress;
        this.inbound = inbound;
        this.greeted = greeted;
        this.admission = new PeerAdmission(gateway, node.settings());
        this.strangers = PeerRateLimiter.ofStrangers(
                node.settings().peers().rate(), node.clock().nanos());
        this.requests = admission.serving();
        this.reassembly = new Reassembly(node.settings().peers().bodies());
    }

    /** What came in and was not taken. */
    Map<IngressCounters.Kind, Long> strays() {
        return strays.counts();
    }

    /** Requests of peers that were not answered yet. */
    int inProgress() {
        return requests.inProgress();
    }

    long bytesInProgress() {
        return requests.bytesInProgress();
    }

    /** When the next thing happens by itself, in milliseconds of the clock. */
    long nextDue() {
        return Math.min(requests.nextDue(), reassembly.nextDue());
    }

    void frame(Wire.Frame frame) {
        Contact from = frame.from();
        Contact member = node.member(from.id()).orElse(null);
        boolean isMember = from.equals(member);
        // Such a one may greet, because it may be that member, started again; it is listened to once that is gone.
        boolean isForged = member != null && !isMember;
        if (isForged) {
            strays.count(IngressCounters.Kind.FORGED);
        } else {
            node.observe(frame.clock());
        }
        if (isMember) {
            egress.peer(from).heardMillis = nowMillis();
        }
        PeerAdmission.Arrival arrival = new PeerAdmission.Arrival(
                from,
                isMember,
                isMember ? egress.peer(from).rate() : strangers,
                frame.size(),
                frame.items().size(),
                node.clock().nanos());
        boolean hasGreeted = false;
        for (Wire.Item item : frame.items()) {
            if (item instanceof Wire.Hello hello) {
                if (hasGreeted) {
                    strays.count(IngressCounters.Kind.REPEATED);
                } else {
                    hasGreeted = true;
                    takeGreeting(hello, arrival);
                }
            } else if (!isForged) {
                take(item, arrival);
            }
        }
    }

    /** This node has a reply to a peer's request. */
    void replied(Gateway.PeerReply replied) {
        InboundRequests.Asked asked = replied.asked();
        ReplicaReply body = replied.reply().body();
        if (body instanceof ReplicaReply.Refused refused && refused.refusal().reason() == Refusal.Reason.RATE_LIMITED) {
            if (requests.refused(asked)) {
                egress.refuse(
                        egress.peer(asked.peer()),
                        Optional.of(asked.key()),
                        asked.id(),
                        refused.refusal(),
                        node.settings().rate().object().perSecond());
            }
        } else if (requests.ended(asked)) {
            if (isNotAllowed(body)) {
                strays.count(IngressCounters.Kind.NOT_ALLOWED);
            }
            OutboundMessage sent = egress.reply(egress.peer(asked.peer()), replied.reply(), replied.bytes());
            requests.answered(asked, (Wire.Reply) sent.item, sent.bytes, nowMillis());
        }
    }

    private static boolean isNotAllowed(ReplicaReply body) {
        return body instanceof ReplicaReply.Refused refused && refused.refusal().reason() == Refusal.Reason.NOT_ALLOWED;
    }

    /** Lets time pass. */
    void advance() {
        int limit = node.settings().requests().expiriesPerTick();
        for (InboundRequests.Asked asked : requests.overdue(nowMillis(), limit)) {
            egress.reply(egress.peer(asked.peer()), new Wire.Reply(asked.id(), new ReplicaReply.Working()));
        }
        requests.forgetOld(nowMillis());
        reassembly.overdue(nowMillis(), limit).forEach(this::broken);
    }

    /** The peer is gone: nobody waits there, and nothing is finished that it began to send. */
    void forget(Contact peer) {
        requests.forget(peer);
        reassembly.forget(peer);
    }

    /** Each is answered by a frame of its own, to an address that is only said to be the sender's. */
    private void takeGreeting(Wire.Hello hello, PeerAdmission.Arrival arrival) {
        if (arrival.isMember || arrival.request().isEmpty()) {
            greeted.accept(arrival.from, hello);
        } else {
            strays.count(IngressCounters.Kind.GREETING);
        }
    }

    private void take(Wire.Item item, PeerAdmission.Arrival arrival) {
        if (item instanceof Wire.Request request) {
            takeRequest(request, arrival.bytesEach, arrival);
        } else if (item instanceof Wire.Reply reply) {
            accept(arrival.from, reply.id(), reply.body(), arrival.nowMillis);
        } else if (item instanceof Wire.Refusals refusals) {
            takeRefusals(arrival, refusals);
        } else if (item instanceof Wire.Leaving announced) {
            if (arrival.isMember) {
                inbound.leaving(arrival.from, announced);
            }
        } else if (item instanceof Wire.Deliver || item instanceof Wire.StreamEnded || item instanceof Wire.Credit) {
            if (arrival.isMember) {
                inbound.streamed(arrival.from, item);
            }
        } else if (item instanceof Wire.Part part) {
            takePart(part, arrival);
        } else if (item instanceof Wire.Unread unread) {
            strays.count(IngressCounters.Kind.UNREAD);
            if (unread.waiting() != Waiting.SENDER || pays(arrival, unread.id())) {
                refuse(arrival.from, unread.waiting(), unread.id(), unread.why());
            }
        }
    }

    private void takeRequest(Wire.Request request, int bytes, PeerAdmission.Arrival arrival) {
        PeerAdmission.Decision decision = admission.decide(request, bytes, arrival);
        if (decision instanceof InboundRequests.Asked asked) {
            inbound.serve(request, asked, arrival.nowNanos);
        } else if (decision instanceof PeerAdmission.OverRate over) {
            overRate(arrival, request.id(), over.refusal());
        } else if (decision instanceof PeerAdmission.Repeated repeated) {
            strays.count(IngressCounters.Kind.REPEATED);
            requests.again(repeated.before()).ifPresent(reply -> egress.reply(egress.peer(arrival.from), reply));
        } else if (decision instanceof PeerAdmission.Busy busy) {
            strays.count(IngressCounters.Kind.BUSY);
            egress.reply(egress.peer(arrival.from), new Wire.Reply(request.id(), no(busy.refusal())));
        }
    }

    /** Whether the sender may ask once more; if not, it is told that instead of what it would have been. */
    private boolean pays(PeerAdmission.Arrival arrival, long id) {
        Optional<Refusal> over = arrival.request();
        over.ifPresent(refusal -> overRate(arrival, id, refusal));
        return over.isEmpty();
    }

    private void overRate(PeerAdmission.Arrival arrival, long id, Refusal refusal) {
        strays.count(IngressCounters.Kind.RATE_LIMITED);
        long perSecond = node.settings().peers().rate().requestsPerSecond();
        egress.refuse(egress.peer(arrival.from), Optional.empty(), id, refusal, perSecond);
    }

    private void takeRefusals(PeerAdmission.Arrival arrival, Wire.Refusals refusals) {
        Peer peer = egress.peer(arrival.from);
        // Who was asked nothing has nothing to refuse, and could fill this node with what it says.
        if (peer.out() > 0) {
            peer.denials().note(refusals.key(), refusals.refusal(), arrival.nowMillis);
        }
        ReplicaReply no = no(refusals.refusal());
        for (long id : refusals.ids()) {
            accept(arrival.from, id, no, arrival.nowMillis);
        }
    }

    private void takePart(Wire.Part part, PeerAdmission.Arrival arrival) {
        if (!part.isReply() && arrival.overBytes.isPresent()) {
            // Not only when the last one comes: the others are most of what the message takes.
            if (reassembly.drop(arrival.from, part)) {
                overRate(arrival, part.id(), arrival.overBytes.get());
            } else {
                strays.count(IngressCounters.Kind.PART);
            }
            return;
        }
        Reassembly.Step step = reassembly.take(arrival.from, arrival.isMember, part, arrival.nowMillis);
        if (step.isStray()) {
            strays.count(IngressCounters.Kind.PART);
        }
        step.broken().ifPresent(broken -> broken(broken, arrival));
        step.whole().ifPresent(whole -> takeWhole(whole, part, arrival));
    }

    private void takeWhole(byte[] whole, Wire.Part last, PeerAdmission.Arrival arrival) {
        try {
            Wire.Item item = egress.whole(whole);
            if (item instanceof Wire.Request request && !last.isReply() && request.id() == last.id()) {
                takeRequest(request, whole.length, arrival);
            } else if (item instanceof Wire.Reply reply && last.isReply() && reply.id() == last.id()) {
                accept(arrival.from, reply.id(), reply.body(), arrival.nowMillis);
            } else {
                throw new MalformedMessage("it is not what its parts were said to be");
            }
        } catch (MalformedMessage e) {
            broken(
                    new Reassembly.Broken(
                            new Reassembly.Id(arrival.from, last.isReply(), last.id()),
                            Refusal.of(Refusal.Reason.INVALID, "the message cannot be read: " + e.getMessage())),
                    arrival);
        }
    }

    /** What is answered is paid, or a part that means nothing would be cheaper than a request. */
    private void broken(Reassembly.Broken broken, PeerAdmission.Arrival arrival) {
        if (broken.id().isReply() || pays(arrival, broken.id().id())) {
            broken(broken);
        }
    }

    private void broken(Reassembly.Broken broken) {
        strays.count(IngressCounters.Kind.PART);
        Reassembly.Id id = broken.id();
        refuse(id.from(), id.isReply() ? Waiting.RECEIVER : Waiting.SENDER, id.id(), broken.why());
    }

    /** Whoever waits for what this node did not take need not wait longer. */
    private void refuse(Contact from, Waiting waiting, long id, Refusal why) {
        if (waiting == Waiting.SENDER) {
            egress.reply(egress.peer(from), new Wire.Reply(id, no(why)));
        } else if (waiting == Waiting.RECEIVER) {
            accept(from, id, no(why), nowMillis());
        }
    }

    private void accept(Contact from, long id, ReplicaReply body, long nowMillis) {
        if (table.reply(from.id(), id, body, nowMillis) == RequestTable.Matched.UNASKED) {
            strays.count(IngressCounters.Kind.UNASKED);
        }
        long roundTripMillis = table.lastRoundTripMillis();
        if (roundTripMillis >= 0) {
            egress.peer(from).roundTrip().observe(roundTripMillis);
        }
    }

    private static ReplicaReply no(Refusal refusal) {
        return new ReplicaReply.Refused(refusal);
    }

    private long nowMillis() {
        return node.clock().millis();
    }
}
