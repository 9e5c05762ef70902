package org.cometkv.testkit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.cometkv.actors.Acks;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometException;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.EndCause;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.Reached;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.junit.CometTest;

/** What a subscriber is promised, in a cluster that is calm and in one that is not. */
class SubscriptionTest {

    @CometTest(nodes = 3, seeds = 5)
    void everyPublish_reachesEverySubscriberOnce(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = List.of(Received.atOnce(), Received.atOnce(), Received.atOnce(), Received.atOnce());
        for (int i = 0; i < all.size(); i++) {
            Topics.subscribe(kit, i % 3, all.get(i));
        }

        for (int i = 1; i <= 20; i++) {
            Topics.publish(kit, i % 3, i);
        }
        kit.awaitQuiet();

        for (Received each : all) {
            assertThat(each.snapshots()).containsExactly(Value.of(0));
            assertThat(each.numbers()).hasSize(20).doesNotHaveDuplicates();
            assertThat(each.gaps()).isEmpty();
        }
    }

    @CometTest(nodes = 3, seeds = 5)
    void firstPublish_afterAnAcknowledgedSubscribe_isDelivered(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received received = Received.atOnce();
        Topics.subscribe(kit, 1, received);

        Topics.publish(kit, 2, 7);
        kit.awaitQuiet();

        assertThat(received.numbers()).containsExactly(7L);
    }

    @CometTest(nodes = 3, seeds = 20)
    void snapshotAndFirstNumber_areOfOneEvent(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        for (int i = 1; i <= 10; i++) {
            kit.node(0).comet().update("topic", Value.of(i));
        }
        Received received = Received.atOnce();

        Topics.subscribe(kit, 1, received);
        kit.awaitQuiet();

        long before = received.snapshots().get(0).asLong();
        assertThat(before + received.messages().size()).isEqualTo(10);
    }

    @CometTest(nodes = 3)
    void objectWithSubscribers_staysAwake_andOneWithoutComesToRest(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received received = Received.atOnce();
        Topics.subscribe(kit, 1, received);

        kit.advance(Duration.ofMinutes(10));
        assertThat(IntStream.range(0, 3).map(node -> kit.node(node).awake()).sum())
                .as("replicas that are awake")
                .isOne();
        Topics.publish(kit, 2, 7);
        kit.awaitQuiet();

        assertThat(received.numbers()).containsExactly(7L);
        assertThat(received.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void closedSubscription_getsNothingMore(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received closed = Received.atOnce();
        Received other = Received.atOnce();
        Subscription subscription = Topics.subscribe(kit, 1, closed);
        Topics.subscribe(kit, 1, other);

        subscription.close();
        kit.awaitQuiet();
        Topics.publish(kit, 0, 1);
        kit.awaitQuiet();

        assertThat(closed.messages()).isEmpty();
        assertThat(closed.of(Delivery.End.class)).isEmpty();
        assertThat(other.numbers()).containsExactly(1L);
    }

    @CometTest(nodes = 3)
    void subscribingToNothing_isNotFound_andToAValueRefused(CometTestKit kit) {
        kit.put("value", Aso.value("a"));

        assertThatThrownBy(() -> kit.await(kit.node(0).comet().subscribe("nothing", Received.atOnce())))
                .hasRootCauseInstanceOf(CometException.class)
                .hasMessageContaining("nothing is under the key");
        assertThatThrownBy(() -> kit.await(kit.node(0).comet().subscribe("value", Received.atOnce())))
                .hasMessageContaining("a value without a script sends no messages");
    }

    @CometTest(nodes = 3)
    void subscriptionThatTheObjectRefuses_failsWithItsReason(CometTestKit kit) {
        Topics.put(kit, "function aso:onSubscribe() return false, 'members only' end");

        assertThatThrownBy(() -> Topics.subscribe(kit, 0, Received.atOnce())).hasMessageContaining("members only");
    }

    @CometTest(nodes = 3)
    void redirection_isFollowed_fiveTimes(CometTestKit kit) {
        chain(kit, 5);
        Received received = Received.atOnce();

        Topics.subscribe(kit, 0, received);

        assertThat(received.snapshots()).containsExactly(Value.of("end"));
    }

    @CometTest(nodes = 3)
    void redirectionOneTooMany_isRefused(CometTestKit kit) {
        chain(kit, 6);

        assertThatThrownBy(() -> Topics.subscribe(kit, 0, Received.atOnce()))
                .hasMessageContaining("comet.subscriptions.redirects");
    }

    @CometTest(nodes = 3)
    void redirectionInACircle_isRefused(CometTestKit kit) {
        Topics.put(kit, "function aso:onSubscribe() return comet.redirect(comet.key()) end");

        assertThatThrownBy(() -> Topics.subscribe(kit, 0, Received.atOnce()))
                .hasMessageContaining("comet.subscriptions.redirects");
    }

    @CometTest(nodes = 3, seeds = 5)
    void crashOfTheReplicasNode_endsItsStreamWithAGap_andAnotherGoesOn(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = List.of(Received.atOnce(), Received.atOnce());
        Topics.subscribe(kit, 0, all.get(0));
        Topics.subscribe(kit, 1, all.get(1));
        Topics.publish(kit, 0, 1);
        kit.awaitQuiet();

        kit.crash(2);
        kit.advance(Duration.ofSeconds(60));
        Topics.publish(kit, 0, 2);
        kit.awaitQuiet();

        for (Received each : all) {
            assertThat(each.numbers()).containsExactly(1L, 2L);
            boolean moved = each.snapshots().size() > 1;
            assertThat(each.gaps()).isEqualTo(moved ? List.of(GapCause.MOVED) : List.of());
        }
    }

    @CometTest(nodes = 3)
    void removedObject_endsItsSubscriptions(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received received = Received.atOnce();
        Topics.subscribe(kit, 1, received);

        kit.remove("topic");
        kit.advance(Duration.ofSeconds(10));

        assertThat(received.of(Delivery.End.class)).containsExactly(new Delivery.End(EndCause.REMOVED));
    }

    @CometTest(nodes = 3)
    void replacedObject_beginsAnew_withASnapshot(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received received = Received.atOnce();
        Topics.subscribe(kit, 1, received);

        kit.put("topic", Aso.script("function aso:onSubscribe() return 'new' end"));
        kit.awaitQuiet();

        assertThat(received.snapshots()).hasSizeGreaterThanOrEqualTo(1);
    }

    @CometTest(nodes = 3)
    void replyToAPublish_tellsWhomItReached(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Topics.subscribe(kit, 0, Received.atOnce());
        Topics.subscribe(kit, 0, Received.atOnce());
        Topics.subscribe(kit, 1, Received.atOnce());

        Reached reached = kit.await(
                        kit.node(0).comet().update("topic", Value.of(1), PutOptions.DEFAULT.acks(Acks.all())))
                .orElseThrow()
                .reached();

        assertThat(reached).isEqualTo(new Reached(2, 3, 0));
    }

    @CometTest(nodes = 3)
    void actor_isToldEverything_andReturnsCreditByAck(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        TestProbe<Delivery> probe = kit.probe(Delivery.class);
        SubscribeOptions one = SubscribeOptions.DEFAULT.credit(1);
        Subscription subscription = kit.await(kit.node(0).comet().subscribe("topic", Value.NIL, one, probe.ref()));
        assertThat(probe.receiveMessage()).isInstanceOf(Delivery.Snapshot.class);

        Topics.publish(kit, 0, 1);
        Topics.publish(kit, 0, 2);
        Delivery.Message first = (Delivery.Message) probe.receiveMessage();
        probe.expectNoMessage();
        first.ack();
        Delivery.Message second = (Delivery.Message) probe.receiveMessage();

        assertThat(first.value()).isEqualTo(Value.of(1));
        assertThat(second.value()).isEqualTo(Value.of(2));
        kit.node(0).comet().disconnect(subscription);
        assertThat(probe.receiveMessage()).isEqualTo(new Delivery.End(EndCause.DISCONNECTED));
    }

    /** The first of so many objects that send a subscriber from each to the next. */
    private static void chain(CometTestKit kit, int hops) {
        for (int i = hops; i >= 0; i--) {
            String next =
                    Key.of(i == hops - 1 ? "hop-" + hops : "hop-" + (i + 1)).toString();
            String script = i == hops ? "return 'end'" : "return comet.redirect('" + next + "')";
            kit.put(i == 0 ? "topic" : "hop-" + i, Aso.script("function aso:onSubscribe() " + script + " end"));
        }
    }
}
