package org.cometkv.actors.peers;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.StallWatch;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.requests.RequestTable;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.UnderWay;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/** The one address of a node that other nodes send to, and where its own requests to them are kept and timed. */
public final class Gateway extends AbstractBehavior<GatewayMessage> {

    /** What its own node can tell it. */
    public sealed interface Command extends GatewayMessage {}

    /** Greets the node at this address. */
    public record Greet(String host, int port) implements Command {}

    /** Tells the node that this one leaves, or that this one knows that it does. */
    public record Announce(Contact node, Wire.Leaving leaving) implements Command {}

    /** The node is no member any more: nothing is awaited from it. */
    public record Forget(Contact node) implements Command {}

    /**
     * The member is suspect: whatever it was asked counts as unanswered, as long as it does not answer. Or it is
     * suspect no more.
     */
    public record Suspect(Contact node, boolean isSuspect) implements Command {}

    /** The system of the node's address says that nobody listens there; it was asked at that instant. */
    record Refused(Contact node, long sinceMillis) implements Command {}

    /** The node stood still so long that a new epoch began. */
    private record Stalled(long millis) implements Command {}

    /** This node's own reply to its own request of that number. */
    private record LocalReply(long id, ReplicaReply body) implements Command {}

    /**
     * This node's reply to a peer's request.
     *
     * @param bytes what it takes on the wire; {@link WireSize#UNCOUNTED} if it was not counted or cannot be sent
     */
    record PeerReply(InboundRequests.Asked asked, Wire.Reply reply, int bytes) implements Command {}

    /** The node closes: what is under way is broken, and nothing is begun any more. */
    public enum Close implements Command {
        CLOSE
    }

    /** The request of that number could not be sent. */
    record Unsent(Contact peer, long id, ReplicaReply why) implements Command {}

    /** What waits to be sent is to go. */
    enum Flush implements Command {
        FLUSH
    }

    /** Tells what came in and was not taken since the node started. */
    public record Report(ActorRef<Map<IngressCounters.Kind, Long>> replyTo) implements Command {}

    /** Tells what is under way; for the TestKit. */
    public record Inspect(Consumer<UnderWay> reader) implements Command {}

    private enum Tick implements Command {
        TICK
    }

    /** The pause after which a refused request, or what one tick could not do, is tried again. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final NodeContext node;
    private final Inbound inbound;
    private final CometSettings.Requests settings;
    private final RequestTable<OutboundMessage> table;
    private final Egress egress;
    private final Ingress ingress;
    private final ActorRef<GatewayMessage> self;
    private final DeadlineTask deadline;
    private final StallWatch stall;

    /** @param inbound takes what may come in; called on this actor's thread */
    public static Behavior<GatewayMessage> create(NodeContext node, Inbound inbound) {
        return Behaviors.setup(context -> new Gateway(context, node, inbound));
    }

    private Gateway(ActorContext<GatewayMessage> context, NodeContext node, Inbound inbound) {
        super(context);
        this.node = node;
        this.inbound = inbound;
        this.settings = node.settings().requests();
        this.self = context.getSelf();
        this.egress = new Egress(node, self, this::left);
        this.deadline = new DeadlineTask(node.clock(), PAUSE, () -> self.tell(Tick.TICK));
        this.table = new RequestTable<>(
                new Sending(),
                settings.operationsMax(),
                Math.min(settings.answeredMax(), settings.operationsMax() / 2),
                settings.answerMax().toMillis(),
                node.clock().millis(),
                firstUse(node.clock().wallMillis()));
        this.ingress = new Ingress(node, self, table, egress, inbound, this::greeted);
        this.stall = new StallWatch(node, millis -> self.tell(new Stalled(millis)));
        stall.start();
    }

    @Override
    public Receive<GatewayMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(Wire.Frame.class, this::onFrame)
                .onMessage(PeerReply.class, this::onPeerReply)
                .onMessage(LocalReply.class, this::onLocalReply)
                .onMessage(Requester.Begin.class, this::onBegin)
                .onMessage(Requester.Send.class, this::onSend)
                .onMessage(Flush.class, this::onFlush)
                .onMessage(Tick.class, this::onTick)
                .onMessage(Greet.class, this::onGreet)
                .onMessage(Announce.class, this::onAnnounce)
                .onMessage(Forget.class, this::onForget)
                .onMessage(Suspect.class, this::onSuspect)
                .onMessage(Refused.class, this::onRefused)
                .onMessage(Stalled.class, this::onStalled)
                .onMessage(Unsent.class, this::onUnsent)
                .onMessage(Report.class, this::onReport)
                .onMessage(Inspect.class, this::onInspect)
                .onMessage(Close.class, this::onClose)
                .onSignal(PostStop.class, this::onStopped)
                .build();
    }

    private Behavior<GatewayMessage> onFrame(Wire.Frame frame) {
        // Before anything of the frame, which may be the first after a pause of this process.
        stall.check();
        ingress.frame(frame);
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onPeerReply(PeerReply reply) {
        ingress.replied(reply);
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onLocalReply(LocalReply reply) {
        table.reply(node.self().id(), reply.id(), reply.body(), node.clock().millis());
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onBegin(Requester.Begin<?> begin) {
        try {
            begin(begin);
        } finally {
            // Also of an operation that met a bug as it began.
            deadline.set(nextDue());
        }
        return Behaviors.same();
    }

    private <R> void begin(Requester.Begin<R> begin) {
        long millis = begin.timeout().orElse(settings.timeout()).toMillis();
        if (!table.begin(
                begin.operation(), begin.promise(), millis, node.clock().millis())) {
            Refusal busy = Requester.busy(settings.operationsMax());
            begin.promise().done(begin.operation().refused(busy, node.self()));
        }
    }

    private Behavior<GatewayMessage> onSend(Requester.Send send) {
        egress.sendItem(send.peer(), send.item());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onFlush(Flush flush) {
        egress.flush();
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onTick(Tick tick) {
        try {
            long now = node.clock().millis();
            table.advance(now, settings.expiriesPerTick());
            ingress.advance();
            egress.advance();
        } finally {
            // Whatever goes wrong with one operation, the others' deadlines come.
            deadline.ran(nextDue());
        }
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onGreet(Greet greet) {
        egress.greet(greet.host(), greet.port(), false);
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onAnnounce(Announce announce) {
        egress.sendAlone(announce.node().host(), announce.node().port(), announce.leaving());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onForget(Forget forget) {
        ingress.forget(forget.node());
        egress.forget(forget.node());
        table.forget(forget.node(), node.clock().millis());
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onSuspect(Suspect suspect) {
        long now = node.clock().millis();
        egress.suspect(suspect.node(), suspect.isSuspect(), now);
        if (suspect.isSuspect()) {
            table.suspect(suspect.node(), now);
        }
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onRefused(Refused refused) {
        if (!egress.isHeardSince(refused.node(), refused.sinceMillis())) {
            inbound.ended(refused.node());
        }
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onStalled(Stalled stalled) {
        getContext().getLog().warn("{} stood still for {} ms; a new epoch begins", node.self(), stalled.millis());
        return Behaviors.same();
    }

    private void left(long id) {
        table.left(id, node.clock().millis());
    }

    private Behavior<GatewayMessage> onUnsent(Unsent unsent) {
        table.reply(unsent.peer().id(), unsent.id(), unsent.why(), node.clock().millis());
        deadline.set(nextDue());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onReport(Report report) {
        report.replyTo().tell(ingress.strays());
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onInspect(Inspect inspect) {
        inspect.reader()
                .accept(new UnderWay(
                        table.operations(),
                        egress.out(),
                        egress.waiting(),
                        ingress.inProgress(),
                        ingress.bytesInProgress()));
        return Behaviors.same();
    }

    private Behavior<GatewayMessage> onClose(Close close) {
        return Behaviors.stopped();
    }

    private Behavior<GatewayMessage> onStopped(PostStop stopped) {
        node.closing().close("the node is closed");
        deadline.cancel();
        stall.stop();
        table.close(NoReply.CLOSED, "the node is closed");
        getContext().getLog().info("{}: not taken from other nodes: {}", node.self(), ingress.strays());
        return Behaviors.same();
    }

    private void greeted(Contact from, Wire.Hello hello) {
        inbound.greeted(from, hello);
        if (!hello.isAnswer()) {
            egress.greet(from.host(), from.port(), true);
        }
    }

    /** Sends what the table asks, to peers by the egress, to this node itself without a detour. */
    private final class Sending implements RequestTable.Sender<OutboundMessage> {

        @Override
        public OutboundMessage send(Contact replica, Wire.Request request, long nowMillis) {
            if (isHere(replica)) {
                inbound.serve(
                        request, new ToSelf(self, request.id()), node.clock().nanos());
                return new OutboundMessage(null, request, 0);
            }
            return egress.ask(egress.peer(replica), request, nowMillis);
        }

        @Override
        public long timeoutMillis(Contact replica) {
            return isHere(replica)
                    ? settings.timeout().toMillis()
                    : egress.peer(replica).roundTrip().timeoutMillis();
        }

        @Override
        public long roundTripMillis(Contact replica) {
            if (isHere(replica)) {
                return 0;
            }
            long millis = egress.peer(replica).roundTrip().smoothedMillis();
            // On a fast network it is less than one; no other node is as near as this one, though.
            return millis == 0 ? 1 : millis;
        }

        @Override
        public void received(OutboundMessage request, long nowMillis) {
            egress.received(request, nowMillis);
        }

        @Override
        public void over(OutboundMessage request, long nowMillis) {
            egress.over(request, nowMillis);
        }

        private boolean isHere(Contact replica) {
            return replica.id().equals(node.self().id());
        }
    }

    /*
     * Microseconds since 1970, cut to what a number has left beside its place in the table: no place is used more often
     * than that, so that a node that is started again begins behind all numbers that its peers may remember.
     */
    private static long firstUse(long wallMillis) {
        return wallMillis * 1_000 & (1L << 39) - 1;
    }

    private long nextDue() {
        return Math.min(table.nextDue(), Math.min(ingress.nextDue(), egress.nextDue()));
    }

    private record ToSelf(ActorRef<GatewayMessage> gateway, long id) implements ReplyTo {
        @Override
        public void reply(ReplicaReply reply) {
            gateway.tell(new LocalReply(id, reply));
        }
    }
}
