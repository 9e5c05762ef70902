package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.FakeCluster;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.Replicas;
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
    void downed_knowsNobody_andClosesTheNode() {
        routing.tell(new RoutingTableManager.Joined(FIRST, true));
        expect(FIRST);

        routing.tell(new RoutingTableManager.Downed());

        expect();
        assertThat(node.closing().isClosed()).isTrue();
    }

    private void expect(Contact... contacts) {
        cluster.eventually(() -> {
            assertThat(node.view().contacts()).isEqualTo(List.of(contacts));
        });
    }
}
