package org.cometkv.testkit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.junit.CometTest;

/** Where a subscriber goes on that comes back with a position. */
class ResumeTest {

    @CometTest(nodes = 3, seeds = 5)
    void subscriberThatComesBack_getsAllItMissed_andNoSnapshot(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(100));
        String position = leaveAfterOne(kit);

        publish(kit, 2, 6);
        Received back = comeBack(kit, 1, position);
        Topics.publish(kit, 0, 7);
        kit.awaitQuiet();

        assertThat(back.numbers()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(back.snapshots()).isEmpty();
        assertThat(back.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void historyThatDoesNotReach_isAGapWithItsCount_andASnapshot(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(3));
        String position = leaveAfterOne(kit);

        publish(kit, 2, 6);
        Received back = comeBack(kit, 1, position);

        assertThat(back.of(Delivery.Gap.class)).containsExactly(new Delivery.Gap(OptionalLong.of(5), GapCause.HISTORY));
        assertThat(back.snapshots()).containsExactly(Value.of(6));
    }

    @CometTest(nodes = 3)
    void historyOfAnObjectThatNobodyAsks_isKept(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(100));
        String position = leaveAfterOne(kit);

        publish(kit, 2, 4);
        kit.advance(Duration.ofMinutes(10));
        Received back = comeBack(kit, 1, position);

        assertThat(back.numbers()).containsExactly(2L, 3L, 4L);
        assertThat(back.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void historyAtItsBound_reaches(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(3));
        String position = leaveAfterOne(kit);

        publish(kit, 2, 4);
        Received back = comeBack(kit, 1, position);

        assertThat(back.numbers()).containsExactly(2L, 3L, 4L);
        assertThat(back.gaps()).isEmpty();
    }

    @CometTest(nodes = 3)
    void positionOfNothingOrOfAnotherKey_isAGapAndASnapshot(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(100));
        String position = leaveAfterOne(kit);
        kit.put("other", org.cometkv.actors.Aso.script(Topics.PLAIN));

        for (String forged :
                List.of("x", "A".repeat(52), position.substring(0, 51) + "~", "B" + position.substring(1))) {
            Received back = comeBack(kit, 1, forged);
            assertThat(back.gaps()).as(forged).containsExactly(GapCause.POSITION);
            assertThat(back.snapshots()).containsExactly(Value.of(1));
        }
        Received foreign = Received.atOnce();
        kit.await(kit.node(1).comet().subscribe("other", Value.NIL, SubscribeOptions.DEFAULT.from(position), foreign));
        assertThat(foreign.gaps()).containsExactly(GapCause.POSITION);
    }

    @CometTest(nodes = 3, seeds = 5)
    void crashOfTheReplicasNode_loseNothingThatAnotherRemembers(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(100));
        List<Received> all = List.of(Received.atOnce(), Received.atOnce());
        Topics.subscribe(kit, 0, all.get(0));
        Topics.subscribe(kit, 1, all.get(1));
        publish(kit, 1, 5);
        kit.awaitQuiet();

        kit.crash(2);
        publish(kit, 6, 9);
        kit.advance(Duration.ofSeconds(60));
        Topics.publish(kit, 0, 10);
        kit.awaitQuiet();

        for (Received each : all) {
            assertThat(each.gaps()).isEmpty();
            assertThat(each.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        }
    }

    @CometTest(nodes = 3)
    void messagesThatNoChangeCaused_breakTheChain(CometTestKit kit) {
        Topics.put(kit, Topics.keeping(100) + "\nfunction aso:onGet() comet.publish('seen') return 1 end");
        List<Received> all = List.of(Received.atOnce(), Received.atOnce());
        Topics.subscribe(kit, 0, all.get(0));
        Topics.subscribe(kit, 1, all.get(1));
        Topics.publish(kit, 0, 1);
        for (int i = 0; i < 3; i++) {
            kit.await(kit.node(0).comet().getFromAll("topic"));
        }
        kit.awaitQuiet();

        kit.crash(2);
        kit.advance(Duration.ofSeconds(60));
        kit.awaitQuiet();

        for (Received each : all) {
            boolean hasMoved = each.snapshots().size() > 1;
            assertThat(each.gaps()).isEqualTo(hasMoved ? List.of(GapCause.MOVED) : List.of());
        }
    }

    private static String leaveAfterOne(CometTestKit kit) {
        Received received = Received.atOnce();
        Subscription subscription = Topics.subscribe(kit, 1, received);
        Topics.publish(kit, 0, 1);
        kit.awaitQuiet();
        assertThat(received.numbers()).containsExactly(1L);
        subscription.close();
        kit.awaitQuiet();
        return received.position();
    }

    private static Received comeBack(CometTestKit kit, int node, String position) {
        Received back = Received.atOnce();
        Topics.subscribe(kit, node, SubscribeOptions.DEFAULT.from(position), back);
        kit.awaitQuiet();
        return back;
    }

    private static void publish(CometTestKit kit, int from, int to) {
        for (int i = from; i <= to; i++) {
            Topics.publish(kit, 0, i);
        }
    }
}
