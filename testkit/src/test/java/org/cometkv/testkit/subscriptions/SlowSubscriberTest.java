package org.cometkv.testkit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.EndCause;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.SlowPolicy;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscriber;
import org.cometkv.actors.SubscriptionStat;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.junit.CometTest;

/** What becomes of a subscriber that does not take its messages in time, and of the others. */
class SlowSubscriberTest {

    private static final String KEYED = """
            aso.accept = "all"
            function aso:onUpdate(caller, value)
              comet.publish(value[2], {conflate = value[1], tags = {value[1]}})
            end
            function aso:onSubscribe(caller, request)
              return {snapshot = "from here", tags = request}
            end
            """;

    @CometTest(nodes = 3)
    void oldestMessages_areDropped_andTheirCountIsTold(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received slow = Received.slowly();
        Received fast = Received.atOnce();
        Topics.subscribe(kit, 1, SubscribeOptions.DEFAULT.credit(1).queue(3), slow);
        Topics.subscribe(kit, 1, fast);

        publish(kit, 1, 10);
        kit.awaitQuiet();
        while (slow.messages().size() < 4) {
            slow.take();
            kit.awaitQuiet();
        }

        assertThat(slow.numbers()).containsExactly(1L, 8L, 9L, 10L);
        assertThat(slow.of(Delivery.Gap.class)).containsExactly(new Delivery.Gap(OptionalLong.of(6), GapCause.CREDIT));
        assertThat(fast.numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @CometTest(nodes = 3)
    void standingOfASlowSubscriber_saysWhatWaits(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Topics.subscribe(kit, 1, SubscribeOptions.DEFAULT.credit(2).queue(3), Received.slowly());

        publish(kit, 1, 4);
        kit.awaitQuiet();

        assertThat(kit.await(kit.node(1).comet().subscriptions("topic")))
                .containsExactly(new SubscriptionStat(SlowPolicy.DROP_OLDEST, 2, 2, 2, 2));
        assertThat(kit.await(kit.node(0).comet().subscriptions("topic"))).isEmpty();
    }

    @CometTest(nodes = 3)
    void queueThatIsJustFull_dropsNothing(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received slow = Received.slowly();
        Topics.subscribe(kit, 1, SubscribeOptions.DEFAULT.credit(1).queue(3), slow);

        publish(kit, 1, 4);
        kit.awaitQuiet();
        for (int i = 0; i < 4; i++) {
            slow.take();
            kit.awaitQuiet();
        }

        assertThat(slow.numbers()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(slow.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void subscriberThatWantsToEndThen_isDisconnected(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received slow = Received.slowly();
        Topics.subscribe(kit, 1, SubscribeOptions.DEFAULT.credit(1).queue(2).whenSlow(SlowPolicy.DISCONNECT), slow);

        publish(kit, 1, 10);
        kit.awaitQuiet();

        assertThat(slow.of(Delivery.End.class)).containsExactly(new Delivery.End(EndCause.SLOW));
    }

    @CometTest(nodes = 3)
    void conflation_keepsTheLatestOfEachKey_andSaysHowManyItSkipped(CometTestKit kit) {
        Topics.put(kit, KEYED);
        Received slow = Received.slowly();
        Topics.subscribe(kit, 1, SubscribeOptions.DEFAULT.credit(1).whenSlow(SlowPolicy.CONFLATE), slow);

        publish(kit, "a", 0);
        for (int i = 1; i <= 5; i++) {
            publish(kit, "a", i);
            publish(kit, "b", 10 * i);
        }
        for (int i = 0; i < 3; i++) {
            kit.awaitQuiet();
            slow.take();
        }

        assertThat(slow.numbers()).containsExactly(0L, 5L, 50L);
        assertThat(slow.messages().stream().mapToInt(Delivery.Message::skipped).sum())
                .isEqualTo(8);
        assertThat(slow.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void tags_chooseMessages_withoutRunningLua(CometTestKit kit) {
        Topics.put(kit, KEYED);
        Received red = Received.atOnce();
        Received all = Received.atOnce();
        kit.await(kit.node(1).comet().subscribe("topic", Value.list(Value.of("red")), SubscribeOptions.DEFAULT, red));
        Topics.subscribe(kit, 1, all);

        publish(kit, "red", 1);
        publish(kit, "blue", 2);
        publish(kit, "blue", 3);
        publish(kit, "red", 4);
        kit.awaitQuiet();

        assertThat(red.snapshots()).containsExactly(Value.of("from here"));
        assertThat(red.numbers()).containsExactly(1L, 4L);
        assertThat(red.messages().get(1).skipped()).isEqualTo(2);
        assertThat(red.messages().get(1).previous()).isEqualTo(1);
        assertThat(all.numbers()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(red.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void maxRate_bringsTheLatestOfEachKey(CometTestKit kit) {
        Topics.put(kit, KEYED);
        Received slowed = Received.atOnce();
        Topics.subscribe(kit, 1, SubscribeOptions.DEFAULT.maxRate(10), slowed);

        for (int round = 1; round <= 5; round++) {
            for (int key = 0; key < 10; key++) {
                publish(kit, "key" + key, 100 * round + key);
            }
        }
        kit.advance(Duration.ofSeconds(2));

        assertThat(slowed.numbers())
                .contains(500L, 501L, 502L, 503L, 504L, 505L, 506L, 507L, 508L, 509L)
                .hasSizeLessThan(40);
        assertThat(slowed.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void subscriberThatThrows_isEnded_andHarmsNoOther(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        Received before = Received.atOnce();
        Received after = Received.atOnce();
        Topics.subscribe(kit, 1, before);
        Subscriber throwing = message -> {
            throw new IllegalStateException("a bug of the subscriber, as the test wants it");
        };
        Topics.subscribe(kit, 1, throwing);
        Topics.subscribe(kit, 1, after);

        publish(kit, 1, 3);
        kit.awaitQuiet();

        assertThat(before.numbers()).containsExactly(1L, 2L, 3L);
        assertThat(after.numbers()).containsExactly(1L, 2L, 3L);
    }

    @CometTest(
            nodes = 3,
            config = "comet.subscriptions { window-messages = 4, queue-messages = 4, renewal = 1s, lease = 3s }")
    void nodeThatTakesNothing_isToldWhatItMissed_andHoldsUpNobody(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = List.of(Received.atOnce(), Received.atOnce(), Received.atOnce());
        for (int i = 0; i < 3; i++) {
            Topics.subscribe(kit, i, all.get(i));
        }

        publish(kit, 1, 40);
        kit.advance(Duration.ofSeconds(10));

        for (Received each : all) {
            long missing = each.of(Delivery.Gap.class).stream()
                    .mapToLong(gap -> gap.missing().orElseThrow())
                    .sum();
            assertThat(each.messages().size() + missing).isEqualTo(40);
        }
    }

    private static void publish(CometTestKit kit, int from, int to) {
        for (int i = from; i <= to; i++) {
            Topics.publish(kit, 0, i);
        }
    }

    private static void publish(CometTestKit kit, String key, long value) {
        Topics.publish(kit, 0, Value.list(Value.of(key), Value.of(value)));
    }
}
