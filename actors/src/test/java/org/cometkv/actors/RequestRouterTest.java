package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.membership.Membership;
import org.cometkv.actors.membership.RoutingTableManager;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.storage.ObjectStore;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

class RequestRouterTest {

    private static final Wire.Get GET = new Wire.Get(2, Key.of("k"), Replicas.caller(), Value.NIL);

    private final NodeContext node = QuietNode.of(Replicas.node(0));
    private final TestInbox<SupervisorMessage> replicas = TestInbox.create();
    private final List<ReplicaReply> replies = new ArrayList<>();

    @Test
    void beforeTheNodeIsReady_objectRequestsAreRefused_andUpkeepIsNot() {
        RequestRouter router = bound();

        router.serve(GET, replies::add, 0);
        router.serve(remove(), replies::add, 0);
        assertThat(replies).hasSize(2).allSatisfy(RequestRouterTest::assertNotReady);
        assertThat(replicas.hasMessages()).isFalse();

        router.serve(new Wire.Compare(4, Key.of("k")), replies::add, 0);
        assertThat(replicas.hasMessages()).isTrue();
    }

    @Test
    void inTheMinority_changesAreRefused_andGetsGoOn() {
        RequestRouter router = bound();
        node.ready().raise();
        node.published().publish(RoutingView.empty(), Map.of(), true);

        router.serve(remove(), replies::add, 0);
        assertThat(replies).singleElement().satisfies(RequestRouterTest::assertNotReady);
        assertThat(replicas.hasMessages()).isFalse();

        router.serve(GET, replies::add, 0);
        assertThat(replicas.hasMessages()).isTrue();
    }

    private RequestRouter bound() {
        HostingContext hosting = HostingContext.of(node, new Sandbox(1 << 20, 42), Runnable::run);
        RequestRouter router = new RequestRouter(
                node,
                new Directory(node.published(), ObjectStore.inMemory(node.clock())),
                hosting.authorizer(),
                new SubscriberShards(node, hosting.streams(), Runnable::run));
        TestInbox<RoutingTableManager.Command> routing = TestInbox.create();
        TestInbox<Membership.Command> membership = TestInbox.create();
        router.bind(new RequestRouter.Managers(routing.getRef(), replicas.getRef(), membership.getRef()));
        return router;
    }

    private Wire.Remove remove() {
        long millis = node.clock().wallMillis();
        return new Wire.Remove(3, Key.of("k"), node.versions().next(millis), Replicas.caller(), Value.NIL);
    }

    private static void assertNotReady(ReplicaReply reply) {
        Refusal refusal = ((ReplicaReply.Refused) reply).refusal();
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_READY);
        assertThat(refusal.retryAfterMillis()).isPresent();
    }

    @Test
    void requestBeforeTheManagersAreThere_isRefusedAsNotReady() {
        HostingContext hosting = HostingContext.of(node, new Sandbox(1 << 20, 42), Runnable::run);
        RequestRouter router = new RequestRouter(
                node,
                new Directory(node.published(), ObjectStore.inMemory(node.clock())),
                hosting.authorizer(),
                new SubscriberShards(node, hosting.streams(), Runnable::run));

        router.serve(new Wire.FindNode(1, Key.of("k")), replies::add, 0);
        router.serve(GET, replies::add, 0);
        router.greeted(
                Replicas.node(1), new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.empty(), false));

        assertThat(replies)
                .hasSize(2)
                .allSatisfy(reply -> assertThat(
                                ((ReplicaReply.Refused) reply).refusal().reason())
                        .isEqualTo(Refusal.Reason.NOT_READY));
    }
}
