package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

class RoutingTableManagerTest {

    private static final Contact FIRST = Replicas.node(1);

    private final NodeContext node = QuietNode.of(Replicas.node(0));
    private final BehaviorTestKit<RoutingTableManager.Command> kit =
            BehaviorTestKit.create(RoutingTableManager.create(node));
    private final ActorRef<RoutingTableManager.Command> routing = kit.getRef();

    @Test
    void memberThatOwnsNothingAnyMore_isOneStill_andMayOwnAgain() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        routing.tell(new RoutingTableManager.Owning(FIRST, false));
        expect();
        assertThat(node.member(FIRST.id())).contains(FIRST);
        int epoch = node.published().epoch();

        routing.tell(new RoutingTableManager.Owning(FIRST, false));
        runAll();
        assertThat(node.published().epoch()).as("told again").isEqualTo(epoch);

        routing.tell(new RoutingTableManager.Owning(FIRST, true));
        expect(FIRST);
    }

    @Test
    void nodeThatHostsNoObjects_isAMemberAndOwnsNothing() {
        routing.tell(new RoutingTableManager.Joined(FIRST, false));
        routing.tell(new RoutingTableManager.Joined(Replicas.node(2), true));

        expect(Replicas.node(2));
    }

    @Test
    void listenerThatComesInTheMidstOfABurst_hearsOfEachMemberOnce_andOnceTheViewHasIt() {
        List<String> heard = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            if (i == 10) {
                routing.tell(new RoutingTableManager.Watch(change ->
                        heard.add(change.node() + " " + node.view().contacts().contains(change.node()))));
            }
            routing.tell(new RoutingTableManager.Joined(Replicas.node(i), true));
        }

        runAll();
        assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> Replicas.node(i) + " true")
                        .toList());
    }

    @Test
    void burstOfChanges_isPublishedOnce_afterTheLastOfThem() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        expect(FIRST);

        List<ReplicaReply> between = new ArrayList<>();
        for (int i = 2; i <= 20; i++) {
            routing.tell(new RoutingTableManager.Joined(Replicas.node(i), true));
            routing.tell(new RoutingTableManager.FindNode(Replicas.KEY, between::add));
        }
        runAll();

        assertThat(between).hasSize(19).containsOnly(new ReplicaReply.Nodes(List.of(FIRST)));
        assertThat(node.view().contacts()).hasSize(20);
    }

    @Test
    void eachPublishedChange_beginsAnEpoch_andPublishingNothingDoesNot() {
        int epoch = node.published().epoch();
        List<RoutingTableManager.Command> changes = List.of(
                new RoutingTableManager.Joined(FIRST, true),
                new RoutingTableManager.Joined(Replicas.node(2), false),
                new RoutingTableManager.Suspect(FIRST, true),
                new RoutingTableManager.Suspect(FIRST, false),
                new RoutingTableManager.Leaving(FIRST),
                new RoutingTableManager.Gone(FIRST));
        for (RoutingTableManager.Command change : changes) {
            routing.tell(change);
            runAll();
            epoch++;
            assertThat(node.published().epoch()).as("after %s", change).isEqualTo(epoch);
        }

        routing.tell(new RoutingTableManager.Watch(change -> {}));
        routing.tell(new RoutingTableManager.Gone(FIRST));
        routing.tell(new RoutingTableManager.Suspect(FIRST, true));
        runAll();
        assertThat(node.published().epoch()).isEqualTo(epoch);
    }

    @Test
    void leaver_ownsNoChanges_andOwnsForGetsUntilItIsGone() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        routing.tell(new RoutingTableManager.Joined(Replicas.node(2), true));
        routing.tell(new RoutingTableManager.Leaving(FIRST));
        runAll();
        assertThat(node.view().owners(Replicas.KEY, 3)).containsExactlyInAnyOrder(FIRST, Replicas.node(2));
        assertThat(node.view().changeOwners(Replicas.KEY, 3)).containsExactly(Replicas.node(2));

        int epoch = node.published().epoch();
        routing.tell(new RoutingTableManager.Leaving(FIRST));
        runAll();
        assertThat(node.published().epoch()).as("told again").isEqualTo(epoch);

        routing.tell(new RoutingTableManager.Gone(FIRST));
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        runAll();
        assertThat(node.view().changeOwners(Replicas.KEY, 3)).as("another life").hasSize(2);
    }

    @Test
    void ready_isSaidOnceTheViewHasWhatCameBefore() {
        List<Integer> known = new ArrayList<>();
        node.ready().whenRaised(() -> known.add(node.view().contacts().size()));
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        routing.tell(new RoutingTableManager.Joined(Replicas.node(2), true));
        routing.tell(new RoutingTableManager.Ready());
        assertThat(node.isReady()).isFalse();

        runAll();

        assertThat(node.isReady()).isTrue();
        assertThat(known).containsExactly(2);
    }

    @Test
    void minority_isPublishedWithTheViewThatMakesIt_andSoIsItsEnd() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        runAll();
        int epoch = node.published().epoch();

        routing.tell(new RoutingTableManager.Suspect(FIRST, true));
        routing.tell(new RoutingTableManager.Minority(true));
        assertThat(node.isMinority()).isFalse();
        runAll();
        assertThat(node.isMinority()).isTrue();
        assertThat(node.published().epoch()).isEqualTo(epoch + 1);

        routing.tell(new RoutingTableManager.Minority(false));
        runAll();
        assertThat(node.isMinority()).isFalse();
        assertThat(node.published().epoch()).isEqualTo(epoch + 2);
    }

    @Test
    void downed_knowsNobody_andClosesTheNode() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        expect(FIRST);

        routing.tell(new RoutingTableManager.Downed());

        expect();
        assertThat(node.closing().isClosed()).isTrue();
    }

    private void expect(Contact... contacts) {
        runAll();
        assertThat(node.view().contacts()).isEqualTo(List.of(contacts));
    }

    /** All that was told, and what it tells itself. */
    private void runAll() {
        while (kit.selfInbox().hasMessages()) {
            kit.runOne();
        }
    }
}
