package org.cometkv.testkit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.junit.CometTest;

class SimulatedProbeTest {

    /** It tells its listener the time once a minute. */
    private static Behavior<String> speaking(ActorRef<String> listener) {
        return Behaviors.withTimers(timers -> {
            timers.startTimerAtFixedRate("cuckoo", Duration.ofMinutes(1));
            return Behaviors.receive(String.class)
                    .onMessageEquals("stop", Behaviors::stopped)
                    .onAnyMessage(text -> {
                        listener.tell(text);
                        return Behaviors.same();
                    })
                    .build();
        });
    }

    @CometTest(nodes = 1)
    void messages_areWaitedForInVirtualTime(CometTestKit kit) {
        TestProbe<String> probe = kit.probe(String.class);
        kit.node(0).spawn(speaking(probe.ref()), "clock");
        probe.expectNoMessage(Duration.ofSeconds(59));

        probe.expectMessage("cuckoo");

        assertThat(kit.now()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(probe.receiveSeveralMessages(3, Duration.ofMinutes(3))).hasSize(3);
        assertThat(probe.expectMessageClass(String.class, Duration.ofMinutes(1)))
                .isEqualTo("cuckoo");
    }

    @CometTest(nodes = 1)
    void messageThatDoesNotCome_isAFailureWithTheSeed(CometTestKit kit) {
        TestProbe<String> probe = kit.probe();

        assertThatThrownBy(() -> probe.expectMessage(Duration.ofSeconds(5), "hello"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed 1")
                .hasMessageContaining("no message within PT5S of virtual time; expected the message hello");
    }

    @CometTest(nodes = 1)
    void otherMessage_isAFailure(CometTestKit kit) {
        TestProbe<String> probe = kit.probe();
        probe.ref().tell("bye");
        assertThatThrownBy(() -> probe.expectMessage("hello")).hasMessageContaining("expected hello, found bye");
        probe.tell("again");
        assertThatThrownBy(probe::expectNoMessage).hasMessageContaining("expected no message, found again");
    }

    @CometTest(nodes = 1)
    void fishing_keepsWhatItIsToldTo(CometTestKit kit) {
        TestProbe<String> probe = kit.probe();
        List.of("a", "b", "c").forEach(probe.ref()::tell);

        assertThat(probe.fishForMessage(
                        Duration.ofSeconds(1),
                        text -> text.equals("c")
                                ? FishingOutcomes.complete()
                                : text.equals("a")
                                        ? FishingOutcomes.continueAndIgnore()
                                        : FishingOutcomes.continueAndCollect()))
                .containsExactly("b", "c");
    }

    @CometTest(nodes = 1)
    void endOfAnActor_isSeen(CometTestKit kit) {
        TestProbe<String> probe = kit.probe();
        ActorRef<String> actor = kit.node(0).spawn(speaking(probe.ref()), "clock");
        actor.tell("stop");

        probe.expectTerminated(actor);
    }

    @CometTest(nodes = 1)
    void within_boundsTheVirtualTimeOfABlock(CometTestKit kit) {
        TestProbe<String> probe = kit.probe();

        probe.within(Duration.ofSeconds(1), Duration.ofSeconds(3), () -> {
            kit.advance(Duration.ofSeconds(2));
            assertThat(probe.getRemaining()).isEqualTo(Duration.ofSeconds(1));
            return true;
        });
        assertThatThrownBy(() -> probe.within(Duration.ofSeconds(1), () -> {
                    kit.advance(Duration.ofSeconds(2));
                    return true;
                }))
                .hasMessageContaining("took PT2S, not PT0S to PT1S");
    }

    @CometTest(nodes = 1)
    void awaitAssert_triesAgainUntilItHolds(CometTestKit kit) {
        TestProbe<String> probe = kit.probe();

        probe.awaitAssert(() -> {
            assertThat(kit.now()).isGreaterThan(Duration.ofSeconds(2));
            return true;
        });

        assertThat(kit.now()).isLessThan(Duration.ofSeconds(3));
    }
}
