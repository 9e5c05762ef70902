package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.FakeCluster;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingTableManagerTest {

    private static final Contact FIRST = Replicas.node(1);
    private static final Contact SECOND = new Contact(FIRST.id(), "elsewhere", 9);

    private final FakeCluster cluster = new FakeCluster(0);
    private final NodeContext node = cluster.context(Replicas.node(0));
    private final ActorRef<RoutingTableManager.Command> routing = cluster.kit.spawn(RoutingTableManager.create(node));

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void ofTwoNodesWithOneId_theSecondOwnsKeysOnceTheFirstIsGone() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        routing.tell(new RoutingTableManager.Joined(SECOND, true));
        expect(FIRST);

        routing.tell(new RoutingTableManager.Gone(FIRST));
        expect(SECOND);
    }

    @Test
    void ofTwoNodesWithOneId_theSecondMayGoWithoutHarm() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        routing.tell(new RoutingTableManager.Joined(SECOND, true));
        routing.tell(new RoutingTableManager.Gone(SECOND));
        expect(FIRST);

        routing.tell(new RoutingTableManager.Gone(FIRST));
        expect();
    }

    @Test
    void nodeThatHostsNoObjects_isAMemberAndOwnsNothing() {
        routing.tell(new RoutingTableManager.Joined(FIRST, false));
        routing.tell(new RoutingTableManager.Joined(Replicas.node(2), true));

        expect(Replicas.node(2));
    }

    @Test
    void listenerThatComesInTheMidstOfABurst_hearsOfEachMemberOnce_andOnceTheViewHasIt() {
        List<String> heard = new CopyOnWriteArrayList<>();
        for (int i = 1; i <= 20; i++) {
            if (i == 10) {
                routing.tell(new RoutingTableManager.Watch(change ->
                        heard.add(change.node() + " " + node.view().contacts().contains(change.node()))));
            }
            routing.tell(new RoutingTableManager.Joined(Replicas.node(i), true));
        }

        cluster.eventually(() -> assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> Replicas.node(i) + " true")
                        .toList()));
    }

    @Test
    void burstOfChanges_isPublishedOnce_afterTheLastOfThem() throws InterruptedException {
        CountDownLatch isHeld = new CountDownLatch(1);
        CountDownLatch isSent = new CountDownLatch(1);
        routing.tell(new RoutingTableManager.Watch(change -> hold(isHeld, isSent)));
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        isHeld.await();

        List<ReplicaReply> between = new CopyOnWriteArrayList<>();
        for (int i = 2; i <= 20; i++) {
            routing.tell(new RoutingTableManager.Joined(Replicas.node(i), true));
            routing.tell(new RoutingTableManager.FindNode(Replicas.KEY, between::add));
        }
        isSent.countDown();

        cluster.eventually(() -> assertThat(between).hasSize(19));
        assertThat(between).containsOnly(new ReplicaReply.Nodes(List.of(FIRST)));
        cluster.eventually(() -> assertThat(node.view().contacts()).hasSize(20));
    }

    private static void hold(CountDownLatch isHeld, CountDownLatch until) {
        isHeld.countDown();
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void downed_knowsNobody_andClosesTheNode() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        expect(FIRST);

        routing.tell(new RoutingTableManager.Downed());

        expect();
        assertThat(node.closing().isClosed()).isTrue();
    }

    @Test
    void aSuspect_andItsRemoval_areWarnedOfUnderTheNameOfMembers() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        routing.tell(new RoutingTableManager.Joined(Replicas.node(2), true));

        warning("is suspect").expect(cluster.kit.system(), () -> {
            routing.tell(new RoutingTableManager.Suspect(FIRST, true));
            return null;
        });
        warning("was removed while it was suspect").expect(cluster.kit.system(), () -> {
            routing.tell(new RoutingTableManager.Gone(FIRST));
            return null;
        });
        // One that leaves in good order is no matter for an operator.
        warning("").withOccurrences(0).expect(cluster.kit.system(), () -> {
            routing.tell(new RoutingTableManager.Gone(Replicas.node(2)));
            expect();
            return null;
        });
    }

    private static LoggingTestKit warning(String words) {
        return LoggingTestKit.warn(words).withLoggerName("org.cometkv.members");
    }

    private void expect(Contact... contacts) {
        cluster.eventually(() -> {
            assertThat(node.view().contacts()).isEqualTo(List.of(contacts));
        });
    }
}
