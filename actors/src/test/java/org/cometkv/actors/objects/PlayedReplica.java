package org.cometkv.actors.objects;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.cometkv.actors.changes.Retraction;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.NodeId;

/** An AsoActor on a node that knows no other, whose supervisor and other owners the test plays. */
final class PlayedReplica {

    private static final long BEGIN_MILLIS = 1_700_000_000_000L;

    private final TestInbox<SupervisorMessage> supervisor = TestInbox.create();
    private final ReplicaState state;
    private final ActorRef actor;

    /**
     * A replica whose first object is yet to come.
     *
     * @param before what is under the key
     */
    PlayedReplica(ActorSystem system, Optional<Slot> before, int bytesMax) {
        HostingContext hosting = HostingContext.of(node(bytesMax), new Sandbox(1 << 20, 42), Runnable::run);
        ReplicaContext context = ReplicaContext.of(
                hosting,
                supervisor.getRef(),
                new Requester(TestInbox.<GatewayMessage>create().getRef()),
                key -> {},
                false);
        state = new ReplicaState(context, 1, before);
        actor = system.actorOf(AsoActor.props(state));
    }

    private static NodeContext node(int bytesMax) {
        String overrides = "comet.replication.bytes-max = " + bytesMax;
        return QuietNode.of(Replicas.node(1), new QuietNode.StandingClock(), overrides);
    }

    /** A version of so many milliseconds after the test's begin. */
    static Version version(long millis) {
        return new Version((BEGIN_MILLIS + millis) << Version.COUNTER_BITS, NodeId.of("writer"));
    }

    static Wire.Put put(Version version, Script script, Map<String, Value> fields, Wire.Condition condition) {
        return new Wire.Put(1, Replicas.KEY, version, Replicas.caller(), script, Value.table(fields), condition);
    }

    static Wire.Put put(Version version, Script script) {
        return put(version, script, Map.of(), Wire.Condition.ALWAYS);
    }

    static Wire.Put update(Version version, String value) {
        return put(version, Script.NONE, Map.of("value", Value.of(value)), Wire.Condition.IF_PRESENT);
    }

    /** The first message. */
    ReplicaReply create(Wire.Put put) {
        return told(reply -> new AsoActor.Create(request(put, reply), state));
    }

    boolean restore(Image image) {
        return told(restored -> new AsoActor.Restore(image, Optional.empty(), state, restored));
    }

    ReplicaReply ask(Wire.Request body) {
        return told(reply -> request(body, reply));
    }

    Value get() {
        ReplicaReply reply = ask(new Wire.Get(1, Replicas.KEY, Replicas.caller(), Value.NIL));
        return ((ReplicaReply.Answered) reply).value();
    }

    Image image() {
        return this.<Optional<Image>>told(AsoActor.Picture::new).orElseThrow();
    }

    KeyDigest take(Image image) {
        return told(taken -> new AsoActor.Take(image, false, taken));
    }

    KeyDigest giveWayTo(KeyContent content) {
        return told(taken -> new AsoActor.Take(content, true, taken));
    }

    Retraction resolve(Version version, Wire.Resolution resolution) {
        return told(resolved -> new AsoActor.Resolve(version, resolution, resolved));
    }

    /** The slot that the replica left; empty if it did not end. */
    Optional<Optional<Slot>> left() {
        return supervisor.getAllReceived().stream()
                .filter(SupervisorMessage.Ended.class::isInstance)
                .map(ended -> ((SupervisorMessage.Ended) ended).left())
                .findFirst();
    }

    private ReplicaRequest request(Wire.Request body, Consumer<ReplicaReply> reply) {
        return new ReplicaRequest(Replicas.KEY, body, reply::accept, supervisor.getRef(), 0);
    }

    private <T> T told(Function<Consumer<T>, Object> message) {
        CompletableFuture<T> told = new CompletableFuture<>();
        actor.tell(message.apply(told::complete), ActorRef.noSender());
        return told.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
