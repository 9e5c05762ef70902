package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.FakeCluster.await;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.pattern.StatusReply;
import org.cometkv.actors.replicas.ReplicaManager;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every call of an application ends by its deadline, whatever became of the request. */
class EveryPromiseEndsTest {

    private static final Contact LONELY = new Contact(NodeId.of("lonely"), "lonely", 99);

    private final FakeCluster cluster = new FakeCluster(1, "comet.requests.operations-max = 2");
    private final FakeMembers nobody = new FakeMembers();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void readyOfANodeThatNeverJoins_isLate() {
        CompletionStage<Comet> ready = lonely().comet().ready();

        cluster.clock.advance(Duration.ofMillis(29_999));
        assertThat(ready).isNotDone();
        cluster.clock.advance(Duration.ofMillis(1));

        assertBroken(ready, CometException.Code.TIMEOUT);
        assertThat(cluster.clock.tasks()).isZero();
    }

    @Test
    void readyOfANodeThatJoins_leavesNoTask() {
        RunningNode node = lonely();
        CompletionStage<Comet> ready = node.comet().ready();

        nobody.tell(new Members.Joined(LONELY.host(), LONELY.port(), FakeMembers.INCARNATION));

        assertThat(await(ready)).isSameAs(node.comet());
        assertThat(await(node.comet().ready())).isSameAs(node.comet());
        assertThat(cluster.clock.tasks()).isZero();
    }

    @Test
    void readyOfANodeThatCloses_isBroken() {
        RunningNode node = lonely();
        CompletionStage<Comet> ready = node.comet().ready();

        await(node.stop());

        assertBroken(ready, CometException.Code.CLOSED);
    }

    @Test
    void readyOfANodeThatIsDowned_isBroken() {
        CompletionStage<Comet> ready = lonely().comet().ready();

        nobody.tell(new Members.Downed());

        assertBroken(ready, CometException.Code.CLOSED);
    }

    @Test
    void callsOfANodeThatCannotBeStarted_areBroken_andItStops() {
        RunningNode node = start(new Network() {
            @Override
            public Contact self() {
                return LONELY;
            }

            @Override
            public void bind(ActorRef<GatewayMessage> gateway) {
                throw new IllegalStateException("a bug, injected");
            }

            @Override
            public Link link(String host, int port) {
                return frame -> {};
            }
        });

        assertBroken(node.comet().put("key", "x"), CometException.Code.CLOSED);
        assertBroken(node.comet().get("key"), CometException.Code.CLOSED);
        assertBroken(node.comet().stat("key", StatOptions.DEFAULT), CometException.Code.CLOSED);
        assertBroken(node.comet().ready(), CometException.Code.CLOSED);
        await(node.stop());
    }

    @Test
    void localGetThatIsLost_isLate() {
        loseWhatComes();
        CompletionStage<GetReply> get = cluster.comet(0).get("key");

        cluster.clock.advance(Duration.ofMillis(9_999));
        assertThat(get).isNotDone();
        cluster.clock.advance(Duration.ofMillis(1));

        assertBroken(get, CometException.Code.TIMEOUT);
    }

    @Test
    void localGetThatIsLost_isLateByItsOwnTime() {
        loseWhatComes();
        CompletionStage<GetReply> get = cluster.comet(0).get("key", GetOptions.DEFAULT.timeout(Duration.ofMillis(50)));

        cluster.clock.advance(Duration.ofMillis(50));

        assertBroken(get, CometException.Code.TIMEOUT);
    }

    @Test
    void localGetThatIsLost_isBrokenWhenTheNodeStops() {
        loseWhatComes();
        CompletionStage<GetReply> get = cluster.comet(0).get("key");

        cluster.stop(0);

        assertBroken(get, CometException.Code.CLOSED);
    }

    @Test
    void messageToTheStoreWithoutAKey_isAnswered() {
        TestProbe<StatusReply<StatReply>> probe = probe();
        ActorRef<Comet.Command> store = cluster.kit.spawn(StoreActor.create(cluster.comet(0)));

        store.tell(new Comet.Stat(null, StatOptions.DEFAULT, probe.ref()));

        assertThat(probe.receiveMessage().isError()).isTrue();
    }

    @SuppressWarnings("unchecked") // A probe of a generic type has no class literal.
    private TestProbe<StatusReply<StatReply>> probe() {
        return (TestProbe<StatusReply<StatReply>>) (TestProbe<?>) cluster.kit.createTestProbe();
    }

    @Test
    void executorThatMeetsABug_breaksTheStage() {
        Comet broken = cluster.comet(0).withExecutor(task -> {
            throw new IllegalStateException("a bug, injected");
        });

        assertThatThrownBy(() -> broken.get("key").toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void callsUnderWay_passAtTheLimit_oneOverIsRefused() {
        loseWhatComes();
        cluster.comet(0).get("key");
        cluster.comet(0).put("key", "x");

        assertBusy(((GetReply.Refused) await(cluster.comet(0).get("key"))).refusal());
        assertBusy(((PutReply.Refused) await(cluster.comet(0).put("key", "x"))).refusal());

        cluster.clock.advance(Duration.ofSeconds(10));
        cluster.eventually(() -> assertThat(cluster.comet(0).get("key")).isNotDone());
    }

    private static void assertBusy(Refusal refusal) {
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BUSY);
        assertThat(refusal.message())
                .isEqualTo("this node has 2 requests under way; the limit is comet.requests.operations-max");
    }

    /** From now on the node has no ReplicaManager, and what is sent to it is lost. */
    private void loseWhatComes() {
        TestProbe<Object> probe = cluster.kit.createTestProbe();
        cluster.doors(0).replicas().tell(ReplicaManager.Close.CLOSE);
        probe.expectTerminated(cluster.doors(0).replicas());
    }

    /** A node that no cluster has told anything yet. */
    private RunningNode lonely() {
        RunningNode node = start(cluster.network.at(LONELY));
        await(node.opened());
        return node;
    }

    private RunningNode start(Network network) {
        return new NodeFactory(
                        cluster.kit.system(), cluster.kit.system().settings().config())
                .start(LONELY.host(), Seams.of(cluster.clock, network, nobody, () -> 42));
    }

    private static void assertBroken(CompletionStage<?> stage, CometException.Code code) {
        assertThatThrownBy(() -> await(stage))
                .isInstanceOfSatisfying(
                        CometException.class,
                        broken -> assertThat(broken.code()).isEqualTo(code));
    }
}
