package org.cometkv.actors.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HandlerPoolTest {

    private static final long MILLI = 1_000_000;
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicLong clock = new AtomicLong();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private final List<HandlerPool> pools = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (HandlerPool pool : pools) {
            pool.shutdown();
            assertThat(pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(pool.isTerminated()).isTrue();
        }
    }

    /** A task that says how it is queued. */
    private record Task(HandlerPool.Turn turn, Runnable work) implements Runnable {
        @Override
        public void run() {
            work.run();
        }
    }

    @Test
    void whatOthersSubmit_runsInTheOrderItCame() {
        HandlerPool pool = pool(1);
        CountDownLatch gate = gate(pool);
        for (int i = 0; i < 100; i++) {
            pool.execute(task(HandlerPool.Turn.ORDINARY, "task " + i));
        }
        gate.countDown();

        finish(pool);
        assertThat(ran).hasSize(100).first().isEqualTo("task 0");
        assertThat(new ArrayList<>(ran))
                .isEqualTo(java.util.stream.IntStream.range(0, 100)
                        .mapToObj(i -> "task " + i)
                        .toList());
    }

    @Test
    void yielded_goesOnAfterWhatIsThere() {
        HandlerPool pool = pool(1);
        CountDownLatch gate = gate(pool);
        pool.execute(task(HandlerPool.Turn.YIELDED, "yielded"));
        for (int i = 0; i < 5; i++) {
            pool.execute(task(HandlerPool.Turn.ORDINARY, "other"));
        }
        gate.countDown();

        finish(pool);
        assertThat(ran).containsExactly("other", "other", "other", "other", "other", "yielded");
    }

    @Test
    void yielded_goesOn_evenIfTheOthersNeverEnd() {
        HandlerPool pool = pool(1);
        CountDownLatch gate = gate(pool);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger others = new AtomicInteger();
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            others.incrementAndGet();
            if (done.getCount() > 0) {
                pool.execute(new Task(HandlerPool.Turn.ORDINARY, again[0]));
            }
        };
        pool.execute(new Task(HandlerPool.Turn.ORDINARY, again[0]));
        pool.execute(new Task(HandlerPool.Turn.YIELDED, done::countDown));
        gate.countDown();

        await(done);
        assertThat(others.get()).isBetween(1, 64);
    }

    /** What a thread submits itself would be first for ever in a fork-join pool. */
    @Test
    void whatComesFromOutside_isNotHeldUpByWhatAThreadSubmitsItself() {
        HandlerPool pool = pool(1);
        CountDownLatch gate = gate(pool);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger own = new AtomicInteger();
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            own.incrementAndGet();
            if (done.getCount() > 0) {
                pool.execute(new Task(HandlerPool.Turn.ORDINARY, again[0]));
            }
        };
        pool.execute(new Task(HandlerPool.Turn.ORDINARY, again[0]));
        pool.execute(new Task(HandlerPool.Turn.ORDINARY, done::countDown));
        gate.countDown();

        await(done);
        assertThat(own.get()).isBetween(1, 3);
    }

    @Test
    void slowed_waitUntilTheirShareOfTheTimeIsOpenAgain() {
        HandlerPool pool = pool(1);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        pool.execute(new Task(HandlerPool.Turn.SLOWED, () -> {
            clock.addAndGet(MILLI);
            first.countDown();
        }));
        await(first);
        pool.execute(new Task(HandlerPool.Turn.SLOWED, second::countDown));

        // A tenth of the time of one thread: another nine milliseconds.
        finish(pool);
        clock.addAndGet(9 * MILLI - 1);
        finish(pool);
        assertThat(second.getCount()).isOne();
        clock.addAndGet(1);
        await(second);
    }

    @Test
    void slowed_runOneAtATime() {
        HandlerPool pool = pool(4);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            pool.execute(new Task(HandlerPool.Turn.SLOWED, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                done.countDown();
            }));
        }

        await(done);
        assertThat(most).hasValue(1);
    }

    @Test
    void threadWithNothingToDo_takesWhatAnotherHas() {
        HandlerPool pool = pool(2);
        CountDownLatch inner = new CountDownLatch(3);
        CountDownLatch outer = new CountDownLatch(1);
        pool.execute(new Task(HandlerPool.Turn.ORDINARY, () -> {
            for (int i = 0; i < 3; i++) {
                pool.execute(new Task(HandlerPool.Turn.ORDINARY, inner::countDown));
            }
            await(inner);
            outer.countDown();
        }));

        await(outer);
    }

    @RepeatedTest(5)
    void noTaskIsForgotten_howeverOftenTheThreadsFallAsleep() throws InterruptedException {
        HandlerPool pool = pool(4);
        HandlerPool.Turn[] turns = HandlerPool.Turn.values();
        for (int round = 0; round < 5_000; round++) {
            CountDownLatch done = new CountDownLatch(3);
            for (HandlerPool.Turn turn : turns) {
                pool.execute(new Task(turn, () -> pool.execute(new Task(turn, done::countDown))));
            }
            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("round %d", round)
                    .isTrue();
        }
    }

    @Test
    void end_runsWhatIsQueued_andTakesNoMore() throws InterruptedException {
        HandlerPool pool = pool(1);
        CountDownLatch gate = gate(pool);
        clock.addAndGet(MILLI);
        for (HandlerPool.Turn turn : HandlerPool.Turn.values()) {
            pool.execute(task(turn, turn.name()));
        }
        pool.shutdown();
        gate.countDown();

        assertThat(pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactlyInAnyOrder("ORDINARY", "YIELDED", "SLOWED");
        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void taskThatComesAfterTheLastThreadLeft_isRejected_andNotForgotten() {
        AtomicReference<HandlerPool> ending = new AtomicReference<>();
        HandlerPool pool = new HandlerPool(
                2,
                Thread::new,
                task -> {
                    // Between the look whether it has ended and the queue, where Pekko may put an idle pool away.
                    ending.get().shutdown();
                    awaitEnd(ending.get());
                    return HandlerPool.Turn.ORDINARY;
                },
                new CpuShare(1, 2),
                clock::get);
        ending.set(pool);

        assertThatThrownBy(() -> pool.execute(() -> ran.add("task"))).isInstanceOf(RejectedExecutionException.class);
        assertThat(ran).isEmpty();
    }

    @RepeatedTest(200)
    void taskThatComesAsThePoolEnds_runsOrIsRejected() throws InterruptedException {
        HandlerPool pool = pool(2);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        Thread sender = new Thread(() -> {
            await(start);
            try {
                while (true) {
                    pool.execute(task(HandlerPool.Turn.ORDINARY, "task"));
                    taken.incrementAndGet();
                }
            } catch (RejectedExecutionException ended) {
                // Pekko hands it to the next pool.
            }
        });
        sender.start();
        start.countDown();
        Thread.yield();
        pool.shutdown();
        sender.join();

        awaitEnd(pool);
        assertThat(ran.size()).as("tasks that ran").isEqualTo(taken.get());
    }

    private static void awaitEnd(HandlerPool pool) {
        try {
            assertThat(pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTaskThatThrows_costsNoThread_andIsToldToTheThreadsHandler() throws InterruptedException {
        BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
        HandlerPool pool = pool(1, work -> {
            Thread thread = new Thread(work);
            thread.setUncaughtExceptionHandler((dead, bug) -> told.add(bug));
            return thread;
        });
        CountDownLatch gate = gate(pool);
        for (HandlerPool.Turn turn : HandlerPool.Turn.values()) {
            pool.execute(new Task(turn, () -> {
                throw new IllegalStateException(turn.name());
            }));
        }
        pool.execute(task(HandlerPool.Turn.ORDINARY, "the next"));
        gate.countDown();

        finish(pool);
        clock.addAndGet(1_000 * MILLI);
        pool.execute(task(HandlerPool.Turn.SLOWED, "slowed"));
        pool.shutdown();
        assertThat(terminates(pool)).isTrue();
        assertThat(ran).containsExactly("the next", "slowed");
        // Each is told by the thread that it ended, while another one goes on already.
        List<String> bugs = new ArrayList<>();
        for (HandlerPool.Turn turn : HandlerPool.Turn.values()) {
            Throwable bug = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(bug).as("as many as " + turn).isNotNull();
            bugs.add(bug.getMessage());
        }
        assertThat(bugs).containsExactlyInAnyOrder("ORDINARY", "YIELDED", "SLOWED");
    }

    @Test
    void errorOfTheJvm_inATask_isToldAsABugOfThatTask() throws InterruptedException {
        BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
        HandlerPool pool = pool(1, work -> {
            Thread thread = new Thread(work);
            thread.setUncaughtExceptionHandler((dead, bug) -> told.add(bug));
            return thread;
        });

        pool.execute(() -> {
            throw new StackOverflowError("injected");
        });

        assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("StackOverflowError");
        finish(pool);
    }

    private static boolean terminates(HandlerPool pool) {
        try {
            return pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HandlerPool pool(int threads) {
        return pool(threads, Thread::new);
    }

    private HandlerPool pool(int threads, ThreadFactory factory) {
        HandlerPool pool = new HandlerPool(
                threads,
                factory,
                task -> task instanceof Task known ? known.turn() : HandlerPool.Turn.ORDINARY,
                new CpuShare(0.1, 1),
                clock::get);
        pools.add(pool);
        return pool;
    }

    /** Keeps a pool of one thread busy until it is opened. */
    private CountDownLatch gate(HandlerPool pool) {
        CountDownLatch gate = new CountDownLatch(1);
        pool.execute(() -> await(gate));
        return gate;
    }

    /** Waits until everything ordinary that was submitted is done. */
    private void finish(HandlerPool pool) {
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(new Task(HandlerPool.Turn.ORDINARY, () -> {
            // Behind the yielded as well.
            pool.execute(new Task(HandlerPool.Turn.YIELDED, done::countDown));
        }));
        await(done);
    }

    private Task task(HandlerPool.Turn turn, String name) {
        return new Task(turn, () -> ran.add(name));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
