package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldFailure;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CometTestKitTest {

    /** Longer than any timeout, if asked for: {@code -Dcomet.test.stop-millis=70000}. */
    private static final long STOP_MILLIS = Long.getLong("comet.test.stop-millis", 200);

    private static final String COUNTER = """
            aso.n = 0
            aso.timer = 10
            function onGet() return aso.n end
            function aso:onUpdate(caller, value) self.n = self.n + value return self end
            function onTimer() aso.n = aso.n + 100 end
            """;

    @Test
    void putUpdateAndGet_seeEachOther_throughAnyNode() {
        try (CometTestKit kit = CometTestKit.simulated(1)) {
            assertThat(kit.put("counter", Aso.script(COUNTER))).isInstanceOf(PutReply.Stored.class);
            kit.update("counter", Value.of(2));

            for (KitNode node : kit.nodes()) {
                assertThat(value(node.comet()
                                .get("counter")
                                .toCompletableFuture()
                                .join()))
                        .as("%s", node)
                        .isEqualTo(Value.of(2));
            }
        }
    }

    @Test
    void taskOfHandlerThreadsThatThrows_failsTheTestWithTheSeed() {
        try (CometTestKit kit = CometTestKit.simulated(2)) {
            kit.world().execute(kit.node(1).life().domain(), () -> {
                throw new IllegalStateException("a bug that a test planted");
            });

            assertThatThrownBy(() -> kit.advance(Duration.ZERO))
                    .isInstanceOf(WorldFailure.class)
                    .hasMessage("seed 2, at " + World.instant(kit.now().toNanos())
                            + ": a task of node-1 failed: java.lang.IllegalStateException: a bug that a test planted");
        }
    }

    @Test
    void failureOfTheLastStep_isToldWhenTheKitCloses() {
        CometTestKit kit = CometTestKit.simulated(2);
        kit.world()
                .execute(kit.node(1).life().domain(), () -> kit.world().fail("something went wrong in the last step"));
        kit.world().step();

        assertThatThrownBy(kit::close)
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("seed 2, at ")
                .hasMessageEndingWith("something went wrong in the last step");
    }

    @Test
    void lossOfOneKind_leavesTheOthers() {
        try (CometTestKit kit = kit(2, 3)) {
            kit.nodes()
                    .forEach(from -> kit.nodes().stream()
                            .filter(to -> to != from)
                            .forEach(to -> kit.rule(from.number(), to.number(), rule -> rule.withLossOf("get", 1))));

            assertThat(kit.put("greeting", "hello")).isInstanceOf(PutReply.Stored.class);
            kit.awaitQuiet();
            assertThat(kit.nodes())
                    .filteredOn(node -> node.comet().stat().keys() == 0)
                    .as("nodes that the put did not reach")
                    .isEmpty();
            var get = kit.node(0).comet().get("greeting");
            kit.advance(Duration.ofMillis(1));
            assertThat(get.toCompletableFuture().isDone())
                    .isEqualTo(kit.node(0).contact().equals(firstOwner(kit, "greeting")));
        }
    }

    private static Contact firstOwner(CometTestKit kit, String key) {
        return kit.node(0).comet().lookup(key).toCompletableFuture().join().get(0);
    }

    /** As a breakpoint does: bounds count steps and virtual time. */
    @Test
    void stopInRealTime_failsNothing() {
        try (CometTestKit kit = kit(2, 3)) {
            Duration before = kit.now();
            var get = kit.node(1).comet().get("nothing");

            LockSupport.parkNanos(Duration.ofMillis(STOP_MILLIS).toNanos());

            assertThat(kit.now()).isEqualTo(before);
            assertThat(get.toCompletableFuture().join()).isInstanceOf(GetReply.NotFound.class);
        }
    }

    @Test
    void timers_fireInVirtualTime() {
        try (CometTestKit kit = CometTestKit.simulated(2)) {
            kit.put("counter", Aso.script(COUNTER));

            kit.advance(Duration.ofHours(1));

            assertThat(value(kit.get("counter")).asLong()).isBetween(35_900L, 36_100L);
        }
    }

    @Test
    void partition_isSuspected_andHealed() {
        try (CometTestKit kit = kit(3, 5)) {
            List<String> changes = new ArrayList<>();
            kit.node(0)
                    .comet()
                    .watch(change ->
                            changes.add(change.kind() + " " + change.node().host()));
            kit.advance(Duration.ofSeconds(1));
            changes.clear();

            kit.partition(new int[] {0, 1, 2});
            kit.advance(Duration.ofSeconds(8));
            assertThat(changes).containsExactlyInAnyOrder("SUSPECTED node-3", "SUSPECTED node-4");
            changes.clear();
            kit.heal();
            kit.advance(Duration.ofSeconds(8));

            assertThat(changes).containsExactlyInAnyOrder("RECOVERED node-3", "RECOVERED node-4");
        }
    }

    @Test
    void minority_isDowned_andTheMajorityRemovesIt() {
        try (CometTestKit kit = kit(4, 5)) {
            kit.partition(new int[] {3, 4});
            kit.advance(Duration.ofSeconds(40));

            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(3);
            assertThatThrownBy(() -> kit.node(3)
                            .comet()
                            .lookup("any")
                            .toCompletableFuture()
                            .join())
                    .hasMessageContaining("this node was removed from its cluster");
        }
    }

    @Test
    void crashedNode_isRemoved_andComesBackUnderAnotherId_andIsHandedItsCopies() {
        try (CometTestKit kit = kit(5, 3)) {
            kit.put("greeting", "hello");
            String id = kit.node(2).contact().id().toString();

            kit.crash(2);
            assertThat(kit.node(2).isUp()).isFalse();
            kit.advance(Duration.ofSeconds(40));
            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(2);
            kit.restart(2);
            assertThat(kit.node(2).comet().stat().keys()).isZero();
            kit.advance(Duration.ofSeconds(10));

            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(3);
            assertThat(kit.node(2).contact().id().toString()).isNotEqualTo(id);
            assertThat(kit.node(2).comet().stat().keys()).isOne();
            assertThat(value(kit.get("greeting"))).isEqualTo(Value.of("hello"));
        }
    }

    @Test
    void whoWaitsOnANodeThatCrashes_isToldSo() {
        try (CometTestKit kit = kit(6, 3)) {
            kit.put("greeting", "hello");
            CompletionStage<GetReply> get = kit.node(1).comet().get("other");
            kit.crash(1);

            assertThatThrownBy(() -> kit.await(get))
                    .hasRootCauseInstanceOf(NodeCrashed.class)
                    .hasMessageContaining("node-1 crashed");
            assertThatThrownBy(() -> kit.node(1).comet())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("seed 6")
                    .hasMessageContaining("node-1 is down");
        }
    }

    @Test
    void pausedNode_doesNothing_andGoesOnLater() {
        try (CometTestKit kit = kit(7, 3)) {
            kit.pause(1);
            CompletionStage<PutReply> put = kit.node(1).comet().put("greeting", "hello");
            kit.advance(Duration.ofSeconds(2));
            assertThat(put.toCompletableFuture()).isNotDone();

            kit.resume(1);

            assertThat(kit.await(put)).isInstanceOf(PutReply.Stored.class);
        }
    }

    @Test
    void nodesThatJoinAndLeave_areSeen() {
        try (CometTestKit kit = CometTestKit.simulated(8)) {
            KitNode fourth = kit.join();
            kit.advance(Duration.ofSeconds(5));
            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(4);

            kit.leave(fourth.number());
            kit.advance(Duration.ofSeconds(5));

            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(3);
        }
    }

    @Test
    void framesThatAreLostAndDoubled_changeNothing() {
        try (CometTestKit kit = CometTestKit.simulated(9)) {
            kit.put("counter", Aso.script(COUNTER));
            kit.duplicate(1);
            for (int i = 0; i < 20; i++) {
                kit.update("counter", Value.of(1));
            }
            kit.duplicate(0);

            assertThat(value(kit.get("counter"))).isEqualTo(Value.of(20));
        }
    }

    @Test
    void everyTenthSeed_sendsFramesThroughTheSerializer() {
        try (CometTestKit kit = CometTestKit.simulated(10)) {
            kit.put("counter", Aso.script(COUNTER));
            kit.update("counter", Value.of(2));

            assertThat(value(kit.get("counter"))).isEqualTo(Value.of(2));
        }
    }

    @Test
    void clockThatJumps_isTheNodesOwn() {
        try (CometTestKit kit = CometTestKit.simulated(11)) {
            kit.jumpClock(1, Duration.ofMinutes(5));

            assertThat(kit.node(1).clock().wallMillis() - kit.node(0).clock().wallMillis())
                    .isEqualTo(300_000);
        }
    }

    @Test
    void ownActors_live_pause_andCrashWithTheirNode() {
        try (CometTestKit kit = CometTestKit.simulated(12)) {
            List<String> heard = new ArrayList<>();
            ActorRef<String> actor = kit.node(1)
                    .spawn(
                            Behaviors.receiveMessage(text -> {
                                heard.add(text);
                                return Behaviors.same();
                            }),
                            "listener");
            actor.tell("one");
            kit.advance(Duration.ofMillis(1));
            kit.pause(1);
            actor.tell("two");
            kit.advance(Duration.ofMillis(1));
            assertThat(heard).containsExactly("one");
            kit.resume(1);
            kit.advance(Duration.ofMillis(1));
            assertThat(heard).containsExactly("one", "two");

            kit.crash(1);
            actor.tell("three");
            kit.advance(Duration.ofSeconds(1));

            assertThat(heard).containsExactly("one", "two");
        }
    }

    @Test
    void assertionInAnOwnActor_failsTheRun() {
        try (CometTestKit kit = CometTestKit.simulated(16)) {
            ActorRef<String> actor = kit.node(1)
                    .spawn(
                            Behaviors.receiveMessage(text -> {
                                assertThat(text).isEqualTo("hello");
                                return Behaviors.same();
                            }),
                            "strict");
            actor.tell("hello");
            kit.awaitQuiet();
            actor.tell("bye");

            assertThatThrownBy(kit::awaitQuiet)
                    .isInstanceOf(WorldFailure.class)
                    .hasMessageContaining("an assertion failed in the actor strict");
        }
    }

    @Test
    void logs_haveSeedTimeAndNode() {
        try (CometTestKit kit = CometTestKit.simulated(17)) {
            List<String> seen = new ArrayList<>();
            ActorRef<String> actor = kit.node(1)
                    .spawn(
                            Behaviors.receiveMessage(text -> {
                                seen.add(MDC.get("comet.seed") + " " + MDC.get("comet.node") + " "
                                        + MDC.get("comet.time"));
                                return Behaviors.same();
                            }),
                            "logging");
            kit.advance(Duration.ofSeconds(5));
            actor.tell("hello");
            kit.awaitQuiet();

            assertThat(seen).hasSize(1);
            assertThat(seen.get(0)).startsWith("17 node-1 5.00").endsWith(" s");
            assertThat(MDC.get("comet.seed")).isNull();
        }
    }

    @Test
    void partitionOfUnknownNodes_isRefused() {
        try (CometTestKit kit = CometTestKit.simulated(13)) {
            assertThatThrownBy(() -> kit.partition(new int[] {0, 9}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("seed 13")
                    .hasMessageContaining("there is no node 9; the kit has nodes 0 to 2");
        }
    }

    @Test
    void workThatCosts_isSeenAsTime() {
        try (CometTestKit kit =
                CometTestKit.builder().seed(14).taskCost(Duration.ofMillis(1)).build()) {
            kit.put("counter", Aso.script(COUNTER));
            Duration before = kit.now();
            List<CompletionStage<?>> gets = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                gets.add(kit.node(1).comet().get("counter"));
            }
            kit.await(gets.toArray(CompletionStage<?>[]::new));

            assertThat(kit.now().minus(before)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void promiseThatNeverEnds_isALeak() {
        CometTestKit kit = CometTestKit.simulated(15);
        kit.node(0).life().stages().create();

        assertThatThrownBy(kit::close)
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("1 promises of node-0 never ended");
    }

    private static CometTestKit kit(long seed, int nodes) {
        return CometTestKit.builder().seed(seed).nodes(nodes).build();
    }

    private static Value value(GetReply reply) {
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }
}
