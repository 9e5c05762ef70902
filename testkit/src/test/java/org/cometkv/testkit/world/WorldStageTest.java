package org.cometkv.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WorldStageTest {

    private final World world =
            new World(7, World.Order.FIFO, new WorkCost(0), new WorldGuards(1_000, Duration.ofMinutes(1)));
    private final WorldStage<String> stage = new WorldStage<>(world);

    @Test
    void join_movesTimeUntilItIsComplete() {
        completeAfter(5);

        assertThat(stage.join()).isEqualTo("done");
        assertThat(world.nanos()).isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void stagesThatFollow_areOfTheSameKind() {
        completeAfter(5);

        assertThat(stage.thenApply(String::length)
                        .thenCombine(stage, (a, b) -> a + b)
                        .join())
                .isEqualTo("4done");
    }

    @Test
    void async_runsInTheWorld() {
        completeAfter(5);

        assertThat(stage.thenApplyAsync(value -> Thread.currentThread()).join()).isSameAs(Thread.currentThread());
    }

    @Test
    void minimalStage_canBeWaitedFor() {
        completeAfter(5);

        assertThat(stage.minimalCompletionStage().toCompletableFuture().join()).isEqualTo("done");
    }

    @Test
    void get_throwsWhatBrokeIt() {
        world.at(1_000, () -> stage.completeExceptionally(new IllegalStateException("broken")));

        assertThatThrownBy(stage::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("broken");
    }

    @Test
    void getWithTimeout_waitsInVirtualTime() {
        completeAfter(5);

        assertThatThrownBy(() -> stage.get(4, TimeUnit.SECONDS))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("4 virtual SECONDS");
        assertThat(world.nanos()).isLessThanOrEqualTo(Duration.ofSeconds(4).toNanos());
    }

    @Test
    void orTimeout_isOfVirtualTime_andGoneOnceItIsComplete() {
        CompletableFuture<String> late = stage.copy().orTimeout(4, TimeUnit.SECONDS);
        CompletableFuture<String> early = stage.copy().orTimeout(6, TimeUnit.SECONDS);
        completeAfter(5);

        assertThatThrownBy(late::join).hasRootCauseInstanceOf(TimeoutException.class);
        assertThat(early.join()).isEqualTo("done");
        assertThat(world.due()).isZero();
    }

    @Test
    void completeOnTimeout_isOfVirtualTime() {
        completeAfter(5);

        assertThat(stage.copy().completeOnTimeout("late", 4, TimeUnit.SECONDS).join())
                .isEqualTo("late");
    }

    @Test
    void waitingOnAnotherThread_failsWithASentence() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread foreign = new Thread(
                () -> {
                    try {
                        stage.join();
                    } catch (IllegalStateException e) {
                        thrown.add(e);
                    }
                },
                "foreign");
        foreign.start();
        foreign.join();

        assertThat(thrown).hasSize(1);
        assertThat(thrown.get(0)).hasMessageContaining("the thread \"foreign\" uses a simulated node");
    }

    private void completeAfter(int seconds) {
        world.at(Duration.ofSeconds(seconds).toNanos(), () -> stage.complete("done"));
    }
}
