package org.cometkv.testkit.artery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void close_aTaskRuns_waitsForItsEnd() throws InterruptedException {
        Gate gate = Gate.create();
        CountDownLatch passed = new CountDownLatch(1);
        AtomicBoolean isEnded = new AtomicBoolean();
        Thread task = new Thread(() -> {
            gate.pass();
            passed.countDown();
            while (!gate.isClosed()) {
                Thread.onSpinWait();
            }
            isEnded.set(true);
            gate.leave();
        });
        task.start();
        passed.await();

        gate.close();

        assertThat(isEnded).isTrue();
        task.join();
        gate.remove();
    }

    @Test
    void pass_closed_waitsForTheOpening() throws InterruptedException {
        Gate gate = Gate.create();
        gate.close();
        AtomicBoolean isPassed = new AtomicBoolean();
        Thread task = new Thread(() -> {
            gate.pass();
            isPassed.set(true);
        });
        task.start();
        while (task.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(isPassed).isFalse();
        gate.open();
        task.join();
        assertThat(isPassed).isTrue();
        gate.remove();
    }
}
