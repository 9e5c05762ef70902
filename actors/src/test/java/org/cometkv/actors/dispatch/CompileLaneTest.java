package org.cometkv.actors.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Sandbox;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CompileLaneTest {

    private final Sandbox sandbox = new Sandbox(1 << 20, 1);
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final CompileLane lane = new CompileLane(threads::add, sandbox);
    private final List<String> loaded = new ArrayList<>();

    @Test
    void compiledScript_isReadyAtOnce() {
        sandbox.compile(script(1));

        assertThat(isReady(1)).isTrue();
        assertThat(threads).isEmpty();
        assertThat(loaded).isEmpty();
    }

    @Test
    void scriptThatIsTooLongToBeCompiled_isReadyAtOnce_toBeRefused() {
        Script longest = Script.of("-".repeat(Limits.DEFAULTS.scriptBytes()));
        Script tooLong = Script.of("-".repeat(Limits.DEFAULTS.scriptBytes() + 1));

        assertThat(lane.isReady(longest, Limits.DEFAULTS, () -> {})).isFalse();
        assertThat(lane.isReady(tooLong, Limits.DEFAULTS, () -> {})).isTrue();
    }

    @Test
    void otherScripts_areCompiledOneAtATime_inTheirOrder() {
        assertThat(isReady(1)).isFalse();
        assertThat(isReady(2)).isFalse();
        assertThat(isReady(3)).isFalse();

        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(loaded).containsExactly("1 compiled: true");

        assertThat(threads).hasSize(1);
        threads.remove().run();
        threads.remove().run();
        assertThat(loaded).containsExactly("1 compiled: true", "2 compiled: true", "3 compiled: true");
    }

    @Test
    void laneThatWasEmpty_compilesAgain() {
        isReady(1);
        runAll();

        assertThat(isReady(2)).isFalse();
        runAll();

        assertThat(loaded).containsExactly("1 compiled: true", "2 compiled: true");
    }

    @Test
    void sameScriptAskedTwice_isCompiledOnce_andBothGoOn() {
        isReady(1);
        isReady(1);
        runAll();

        assertThat(loaded).containsExactly("1 compiled: true", "1 compiled: true");
    }

    @Test
    void scriptThatCannotBeCompiled_isReadyAfterItsTurn() {
        Script broken = Script.of("function");
        lane.isReady(broken, Limits.DEFAULTS, () -> loaded.add("broken"));
        runAll();

        assertThat(loaded).containsExactly("broken");
        assertThat(lane.isReady(broken, Limits.DEFAULTS, () -> {})).isTrue();
    }

    @Test
    void whoWaits_goesOnAtOnce_ifTheThreadsAreClosed() {
        CompileLane closed = new CompileLane(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                sandbox);

        assertThat(closed.isReady(script(1), Limits.DEFAULTS, () -> loaded.add("1")))
                .isFalse();
        assertThat(closed.isReady(script(2), Limits.DEFAULTS, () -> loaded.add("2")))
                .isFalse();
        assertThat(loaded).containsExactly("1", "2");
    }

    @Test
    void whoeverMeetsABug_holdsUpNobodyBehind() {
        lane.isReady(script(1), Limits.DEFAULTS, () -> {
            throw new IllegalStateException("a bug, injected");
        });
        isReady(2);

        assertThatThrownBy(this::runAll).isInstanceOf(IllegalStateException.class);
        runAll();

        assertThat(loaded).containsExactly("2 compiled: true");
    }

    @RepeatedTest(100)
    void scriptsThatComeAsTheThreadsEnd_goOnOnceEach() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CompileLane ending = new CompileLane(pool, new Sandbox(1 << 20, 1));
        AtomicInteger wentOn = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(3);
        List<Thread> senders = new ArrayList<>();
        AtomicInteger ready = new AtomicInteger();
        for (int s = 0; s < 2; s++) {
            int first = 10 * s;
            Thread sender = new Thread(() -> {
                await(start);
                for (int i = 0; i < 10; i++) {
                    boolean isReady = ending.isReady(script(first + i), Limits.DEFAULTS, wentOn::incrementAndGet);
                    ready.addAndGet(isReady ? 1 : 0);
                }
            });
            senders.add(sender);
            sender.start();
        }
        await(start);
        pool.shutdown();
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wentOn.get() + ready.get()).isEqualTo(20);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isReady(int number) {
        Script script = script(number);
        return lane.isReady(
                script,
                Limits.DEFAULTS,
                () -> loaded.add(number + " compiled: " + sandbox.isCompiled(script, Limits.DEFAULTS)));
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private static Script script(int number) {
        return Script.of("aso.number = " + number);
    }
}
