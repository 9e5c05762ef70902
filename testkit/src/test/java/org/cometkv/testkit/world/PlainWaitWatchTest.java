package org.cometkv.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlainWaitWatchTest {

    @Test
    void waitForAPlainFuture_isSeenFromAnotherThread() throws InterruptedException {
        CompletableFuture<String> plain = new CompletableFuture<>();
        AtomicReference<World> made = new AtomicReference<>();
        Thread test = new Thread(
                () -> {
                    made.set(new World(
                            7, World.Order.FIFO, new WorkCost(0), new WorldGuards(1_000, Duration.ofMinutes(1))));
                    plain.join();
                },
                "test");
        test.start();
        Optional<String> seen = Optional.empty();
        while (seen.isEmpty() && test.isAlive()) {
            Thread.onSpinWait();
            seen = Optional.ofNullable(made.get()).flatMap(PlainWaitWatch::sentence);
        }
        plain.complete("done");
        test.join();

        assertThat(seen).isPresent();
        assertThat(seen.get()).contains("seed 7", "plain CompletableFuture", "kit.await");
        assertThat(PlainWaitWatch.sentence(made.get())).isEmpty();
    }
}
