package org.cometkv.testkit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.cometkv.actors.Acks;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.PutOptions;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.junit.CometTest;

/** What a subscriber is told when its replica changes without a message, or messages are lost. */
class BrokenStreamTest {

    @CometTest(nodes = 5, seeds = 10)
    void partitionAndItsEnd_leaveNoHoleUntold(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = subscribers(kit, 5);
        for (int i = 1; i <= 5; i++) {
            Topics.publish(kit, i % 5, i);
        }
        kit.awaitQuiet();

        kit.partition(new int[] {0, 1}, new int[] {2, 3, 4});
        for (int i = 6; i <= 10; i++) {
            kit.node(i % 5).comet().update("topic", Value.of(i), PutOptions.DEFAULT.acks(Acks.one()));
            kit.advance(Duration.ofMillis(200));
        }
        kit.heal();
        kit.advance(Duration.ofSeconds(30));
        long count = kit.get("topic", Value.NIL).orElseThrow().asLong();
        Topics.publish(kit, 0, 99);
        kit.advance(Duration.ofSeconds(25));

        for (Received each : all) {
            assertThat(each.numbers()).contains(99L).doesNotHaveDuplicates();
            boolean hasAll = new LinkedHashSet<>(each.numbers()).size() == count + 1;
            assertThat(hasAll || !each.gaps().isEmpty())
                    .as("%s of %s, gaps %s", each.numbers(), count + 1, each.gaps())
                    .isTrue();
        }
    }

    @CometTest(nodes = 3, seeds = 5, config = "comet.subscriptions { renewal = 2s, lease = 6s }")
    void deliveryLostOnTheWire_isNoticedWithinARenewal_withoutFurtherPublishing(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = subscribers(kit, 3);
        Topics.publish(kit, 0, 1);
        kit.awaitQuiet();

        // Whoever is subscribed elsewhere loses the second message: all frames of a moment are lost.
        kit.node(0).comet().update("topic", Value.of(2));
        kit.advance(Duration.ofMillis(1));
        kit.drop(1.0);
        kit.advance(Duration.ofMillis(20));
        kit.drop(0.0);
        kit.advance(Duration.ofSeconds(15));

        for (Received each : all) {
            boolean hasAll = each.numbers().equals(List.of(1L, 2L));
            assertThat(hasAll || !each.gaps().isEmpty())
                    .as("%s, gaps %s", each.numbers(), each.gaps())
                    .isTrue();
        }
    }

    @CometTest(nodes = 3, seeds = 5)
    void nodeThatJoins_andTakesTheReplicaOver_movesItsStreams(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = subscribers(kit, 3);
        Topics.publish(kit, 0, 1);
        kit.join();
        kit.join();
        kit.advance(Duration.ofSeconds(90));

        Topics.publish(kit, 0, 2);
        kit.awaitQuiet();

        for (Received each : all) {
            assertThat(each.numbers()).containsExactly(1L, 2L);
        }
    }

    @CometTest(nodes = 4, seeds = 5)
    void nodeThatLeaves_handsItsSubscribersOn(CometTestKit kit) {
        Topics.put(kit, Topics.PLAIN);
        List<Received> all = subscribers(kit, 3);
        Topics.publish(kit, 0, 1);
        kit.awaitQuiet();

        kit.leave(3);
        kit.advance(Duration.ofSeconds(60));
        Topics.publish(kit, 0, 2);
        kit.awaitQuiet();

        for (Received each : all) {
            assertThat(each.numbers()).containsExactly(1L, 2L);
            assertThat(each.gaps()).isSubsetOf(GapCause.MOVED, GapCause.REPAIRED);
        }
    }

    private static List<Received> subscribers(CometTestKit kit, int nodes) {
        List<Received> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            all.add(Received.atOnce());
            Topics.subscribe(kit, i, all.get(i));
        }
        return all;
    }
}
