package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.pattern.StatusReply;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.replicas.ReplicaManager;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.ReplicaManagers;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.NodeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every call of an application ends by its deadline, whatever became of the request. */
class EveryPromiseEndsTest {

    private static final Contact LONELY = new Contact(NodeId.of("lonely"), "lonely", 99);

    private final CometTestKit kit = Kits.of(1, "comet.requests.operations-max = 2");
    private final Comet comet = kit.node(0).comet();
    private final Domain domain = kit.world().domain(LONELY.host());
    private final ToldByHand members = new ToldByHand();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void readyOfANodeThatNeverJoins_isLate() {
        CompletionStage<Comet> ready = lonely().comet().ready();

        kit.advance(Duration.ofMillis(29_999));
        assertThat(ready).isNotDone();
        kit.advance(Duration.ofMillis(1));

        assertBroken(ready, CometException.Code.TIMEOUT);
        assertThat(kit.world().due(domain)).isOne();
    }

    @Test
    void readyOfANodeThatJoins_leavesNoTask() {
        RunningNode node = lonely();
        CompletionStage<Comet> ready = node.comet().ready();
        // Its deadline, and the beat of the node.
        assertThat(kit.world().due(domain)).isEqualTo(2);

        members.tell(new Members.Joined(LONELY.host(), LONELY.port(), members.incarnation()));
        members.tell(new Members.Known());

        assertThat(kit.await(ready)).isSameAs(node.comet());
        assertThat(kit.await(node.comet().ready())).isSameAs(node.comet());
        assertThat(kit.world().due(domain)).isOne();
    }

    @Test
    void readyOfANodeThatCloses_isBroken() {
        RunningNode node = lonely();
        CompletionStage<Comet> ready = node.comet().ready();

        kit.await(node.stop());

        assertBroken(ready, CometException.Code.CLOSED);
    }

    @Test
    void readyOfANodeThatIsDowned_isBroken() {
        CompletionStage<Comet> ready = lonely().comet().ready();

        members.tell(new Members.Downed());

        assertBroken(ready, CometException.Code.CLOSED);
    }

    @Test
    void callsOfANodeThatCannotBeStarted_areBroken_andItStops() {
        RunningNode node = start(new NoNetwork(() -> {
            throw new IllegalStateException("a bug, injected");
        }));

        assertBroken(node.comet().put("key", "x"), CometException.Code.CLOSED);
        assertBroken(node.comet().get("key"), CometException.Code.CLOSED);
        assertBroken(node.comet().stat("key", StatOptions.DEFAULT), CometException.Code.CLOSED);
        assertBroken(node.comet().ready(), CometException.Code.CLOSED);
        kit.await(node.stop());
    }

    @Test
    void localGetThatIsLost_isLate() {
        loseWhatComes();
        CompletionStage<GetReply> get = comet.get("key");

        kit.advance(Duration.ofMillis(9_999));
        assertThat(get).isNotDone();
        kit.advance(Duration.ofMillis(1));

        assertThat(get).isDone();
        assertBroken(get, CometException.Code.TIMEOUT);
    }

    @Test
    void localGetThatIsLost_isLateByItsOwnTime() {
        loseWhatComes();
        CompletionStage<GetReply> get = comet.get("key", GetOptions.DEFAULT.timeout(Duration.ofMillis(50)));

        kit.advance(Duration.ofMillis(50));

        assertThat(get).isDone();
        assertBroken(get, CometException.Code.TIMEOUT);
    }

    @Test
    void localGetThatIsLost_isBrokenWhenTheNodeStops() {
        loseWhatComes();
        CompletionStage<GetReply> get = comet.get("key");

        kit.stop(0);

        assertBroken(get, CometException.Code.CLOSED);
    }

    @Test
    void messageToTheStoreWithoutAKey_isAnswered() {
        TestProbe<StatusReply<StatReply>> probe = kit.probe();
        ActorRef<Comet.Command> store = kit.node(0).spawn(StoreActor.create(comet), "store");

        store.tell(new Comet.Stat(null, StatOptions.DEFAULT, probe.ref()));

        assertThat(probe.receiveMessage().isError()).isTrue();
    }

    @Test
    void executorThatMeetsABug_breaksTheStage() {
        Comet broken = comet.withExecutor(task -> {
            throw new IllegalStateException("a bug, injected");
        });

        assertThatThrownBy(() -> kit.await(broken.get("key")))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void callsUnderWay_passAtTheLimit_oneOverIsRefused() {
        loseWhatComes();
        comet.get("key");
        comet.put("key", "x");

        assertBusy(((GetReply.Refused) kit.await(comet.get("key"))).refusal());
        assertBusy(((PutReply.Refused) kit.await(comet.put("key", "x"))).refusal());

        kit.advance(Duration.ofSeconds(10));
        CompletionStage<GetReply> next = comet.get("key");
        kit.advance(Duration.ofMillis(1));
        assertThat(next).isNotDone();
    }

    private static void assertBusy(Refusal refusal) {
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BUSY);
        assertThat(refusal.message())
                .isEqualTo("this node has 2 requests under way; the limit is comet.requests.operations-max");
    }

    /** From now on the node has no ReplicaManager, and what is sent to it is lost. */
    private void loseWhatComes() {
        ActorRef<SupervisorMessage> replicas = ReplicaManagers.of(kit, 0);
        replicas.tell(ReplicaManager.Close.CLOSE);
        kit.probe().expectTerminated(replicas);
    }

    /** A node that no cluster has told anything yet. */
    private RunningNode lonely() {
        RunningNode node = start(new NoNetwork(() -> {}));
        kit.awaitQuiet();
        return node;
    }

    private RunningNode start(Network network) {
        NodeClock clock = new NodeClock(kit.world(), domain, 1, Duration.ZERO);
        return new NodeFactory(kit.system(), kit.system().settings().config())
                .start(
                        LONELY.host(),
                        Seams.of(clock, network, members, () -> 42),
                        task -> kit.world().execute(domain, task));
    }

    private void assertBroken(CompletionStage<?> stage, CometException.Code code) {
        assertThat(Kits.broken(kit, stage).code()).isEqualTo(code);
    }

    /** A network without anybody but the lonely node. */
    private record NoNetwork(Runnable whenBound) implements Network {

        @Override
        public Contact self() {
            return LONELY;
        }

        @Override
        public void bind(ActorRef<GatewayMessage> gateway) {
            whenBound.run();
        }

        @Override
        public Link link(String host, int port) {
            return frame -> {};
        }
    }

    /** The cluster as the test tells the lonely node of it, once that listens. */
    private static final class ToldByHand implements Members {

        private ActorRef<Event> listener;

        @Override
        public void subscribe(ActorRef<Event> subscriber) {
            listener = subscriber;
        }

        @Override
        public long incarnation() {
            return 1;
        }

        void tell(Event event) {
            listener.tell(event);
        }
    }
}
