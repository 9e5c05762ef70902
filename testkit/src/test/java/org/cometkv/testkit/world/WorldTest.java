package org.cometkv.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import scala.concurrent.Await;
import scala.concurrent.Promise$;

class WorldTest {

    private static final long SEED = 7;

    private final World world = world(World.Order.FIFO);
    private final List<String> ran = new ArrayList<>();

    @Test
    void readyTasks_runInTheirOrder_beforeTimeMoves() {
        world.at(1_000, () -> ran.add("due"));
        world.execute(() -> ran.add("first"));
        world.execute(() -> ran.add("second"));

        world.advance(Duration.ofNanos(1_000));

        assertThat(ran).containsExactly("first", "second", "due");
    }

    @Test
    void dueTasks_runByTimeAndThenInTheOrderTheyWereSet() {
        for (int i = 0; i < 100; i++) {
            int number = i;
            world.at(1_000 - i % 3, () -> ran.add((1_000 - number % 3) + "-" + number));
        }

        world.advance(Duration.ofNanos(1_000));

        assertThat(ran).hasSize(100);
        assertThat(ran.subList(0, 3)).containsExactly("998-2", "998-5", "998-8");
        assertThat(ran.get(99)).isEqualTo("1000-99");
    }

    @Test
    void time_jumpsToWhatIsDue_andToTheEndOfAnAdvance() {
        List<Long> seen = new ArrayList<>();
        world.at(400, () -> seen.add(world.nanos()));
        world.at(2_000, () -> seen.add(world.nanos()));

        world.advance(Duration.ofNanos(1_000));

        assertThat(seen).containsExactly(400L);
        assertThat(world.nanos()).isEqualTo(1_000);
    }

    @Test
    void cancelledEntry_leavesTheHeap() {
        List<DueEntry> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            entries.add(world.at(number * 37 % 50, () -> ran.add("" + number)));
        }
        for (int i = 0; i < 50; i += 2) {
            entries.get(i).cancel();
        }

        assertThat(world.due()).isEqualTo(25);
        world.advance(Duration.ofNanos(50));
        assertThat(ran).hasSize(25).allMatch(number -> Integer.parseInt(number) % 2 == 1);
    }

    @Test
    void seededOrder_isAnyOrder_andTheSameForTheSameSeed() {
        Set<List<String>> orders = new LinkedHashSet<>();
        for (long seed = 1; seed <= 40; seed++) {
            assertThat(orderOf(seed)).as("seed %d", seed).isEqualTo(orderOf(seed));
            orders.add(orderOf(seed));
        }
        assertThat(orders).hasSize(6);
    }

    @Test
    void pausedDomain_holdsItsTasks_untilItIsResumed() {
        Domain domain = world.domain("node");
        world.pause(domain);
        world.execute(domain, () -> ran.add("held"));
        world.at(10, domain, () -> ran.add("timer"));
        world.execute(() -> ran.add("other"));
        world.advance(Duration.ofNanos(100));
        assertThat(ran).containsExactly("other");

        world.resume(domain);
        world.advance(Duration.ZERO);

        assertThat(ran).containsExactly("other", "held", "timer");
    }

    @Test
    void deadDomain_dropsItsTasks() {
        Domain domain = world.domain("node");
        world.execute(domain, () -> ran.add("ready"));
        world.at(10, domain, () -> ran.add("timer"));

        world.kill(domain);
        world.execute(domain, () -> ran.add("late"));
        world.advance(Duration.ofNanos(100));

        assertThat(ran).isEmpty();
        assertThat(world.due()).isZero();
    }

    @Test
    void drain_runsTheTasksOfOneDomainOnly_andWhatTheyCause() {
        Domain domain = world.domain("node");
        world.execute(() -> ran.add("other"));
        world.execute(domain, () -> world.execute(domain, () -> ran.add("caused")));

        world.drain(domain);

        assertThat(ran).containsExactly("caused");
    }

    @Test
    void workThatCostsTime_isDoneOneAfterTheOther() {
        World slow = new World(SEED, World.Order.FIFO, new WorkCost(1_000), guards());
        Domain domain = slow.domain("node");
        List<Long> at = new ArrayList<>();
        slow.execute(domain, () -> {
            at.add(slow.nanos());
            slow.worked(domain, 500);
        });
        slow.execute(domain, () -> at.add(slow.nanos()));
        slow.execute(domain, () -> at.add(slow.nanos()));

        slow.advance(Duration.ofNanos(10_000));

        assertThat(at).containsExactly(0L, 1_500L, 2_500L);
    }

    @Test
    void foreignThread_isRefused_andTheNextStepSaysSo() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread foreign = new Thread(
                () -> {
                    try {
                        world.execute(() -> ran.add("foreign"));
                    } catch (RejectedExecutionException e) {
                        thrown.add(e);
                    }
                },
                "foreign");
        foreign.start();
        foreign.join();

        assertThat(thrown).hasSize(1);
        assertThatThrownBy(world::step)
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("seed 7")
                .hasMessageContaining("\"foreign\" gave work");
    }

    @Test
    void waitingWithinAStep_isAnError() {
        WorldStage<String> stage = new WorldStage<>(world);
        world.execute(stage::join);

        assertThatThrownBy(world::step)
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("waits for a stage within a step");
    }

    @Test
    void awaitOfScala_withinAStep_isAnError() {
        Runnable blocking = () -> {
            try {
                Await.ready(Promise$.MODULE$.apply().future(), scala.concurrent.duration.Duration.Inf());
            } catch (InterruptedException | TimeoutException e) {
                ran.add("waited");
            }
        };
        world.execute(blocking);

        assertThatThrownBy(() -> world.advance(Duration.ZERO))
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("seed 7")
                .hasMessageContaining("something blocks within a step");
    }

    @Test
    void taskThatGoesRoundAtOneInstant_endsTheRun() {
        world.execute(new Runnable() {
            @Override
            public void run() {
                world.execute(this);
            }
        });

        assertThatThrownBy(() -> world.advance(Duration.ZERO))
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("seed 7, at 0.000000000 s: something goes round for ever: 1000 steps");
    }

    @Test
    void stageThatNeverCompletes_endsTheWait() {
        world.at(Long.MAX_VALUE - 1, () -> ran.add("never"));

        assertThatThrownBy(() -> world.await(new CompletableFuture<>()))
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("not complete after 60 virtual seconds; 1 tasks are due later");
    }

    @Test
    void taskThatThrows_failsTheRunForGood() {
        world.execute(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(world::step).isInstanceOf(WorldFailure.class).hasRootCauseMessage("a bug");
        assertThatThrownBy(world::step).isInstanceOf(WorldFailure.class).hasRootCauseMessage("a bug");
    }

    @Test
    void timeThatGoesBack_isRefused() {
        assertThatThrownBy(() -> world.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time does not go back: advance(PT-1S)");
    }

    private static List<String> orderOf(long seed) {
        World shuffled = new World(seed, World.Order.SEEDED, new WorkCost(0), guards());
        List<String> order = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            shuffled.execute(() -> order.add(name));
        }
        shuffled.advance(Duration.ZERO);
        return order;
    }

    private static World world(World.Order order) {
        return new World(SEED, order, new WorkCost(0), guards());
    }

    private static WorldGuards guards() {
        return new WorldGuards(1_000, Duration.ofMinutes(1));
    }
}
