package org.cometkv.actors.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.cometkv.aso.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import scala.Option;

/** One mailbox and many senders at the same moment. */
class RateMailboxRaceTest {

    private static final int SENDERS = 8;
    private static final int EACH = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private final class Counted implements RatedRequest {

        private final long arrivedNanos;
        private final boolean isUrgent;
        private final AtomicInteger outcomes = new AtomicInteger();

        Counted(long arrivedNanos) {
            this(arrivedNanos, false);
        }

        Counted(long arrivedNanos, boolean isUrgent) {
            this.arrivedNanos = arrivedNanos;
            this.isUrgent = isUrgent;
        }

        @Override
        public boolean isUrgent() {
            return isUrgent;
        }

        @Override
        public long arrivedNanos() {
            return arrivedNanos;
        }

        @Override
        public void refuse(Refusal refusal) {
            assertThat(refusal.retryAfterMillis().orElseThrow()).isPositive();
            outcomes.incrementAndGet();
            refused.incrementAndGet();
        }

        @Override
        public void abandoned() {
            outcomes.incrementAndGet();
            abandoned.incrementAndGet();
        }
    }

    @RepeatedTest(5)
    void atOneInstant_exactlyTheBurstIsAdmitted() throws Exception {
        int burst = 777;
        RateMailbox.RequestQueue queue = queue(1_000, burst, Integer.MAX_VALUE - 1);

        send(queue, i -> new Counted(42));

        assertThat(queue.numberOfMessages()).isEqualTo(burst);
        assertThat(refused).hasValue(SENDERS * EACH - burst);
    }

    @RepeatedTest(5)
    void overTime_noMoreThanBurstAndRateAreAdmitted() throws Exception {
        int burst = 100;
        int perSecond = 1_000_000;
        RateMailbox.RequestQueue queue = queue(perSecond, burst, Integer.MAX_VALUE - 1);
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5_000_000);
        long start = clock.get();

        send(queue, i -> new Counted(clock.addAndGet(100)));

        long elapsed = clock.get() - start;
        long bound = burst + elapsed * perSecond / 1_000_000_000;
        assertThat((long) queue.numberOfMessages()).isBetween(bound / 2, bound);
    }

    @RepeatedTest(5)
    void queueNeverHoldsMoreThanItsBound() throws Exception {
        int bound = 50;
        RateMailbox.RequestQueue queue = queue(1_000_000_000, Integer.MAX_VALUE, bound);

        send(queue, i -> new Counted(0));

        assertThat(queue.numberOfMessages()).isEqualTo(bound);
        assertThat(refused).hasValue(SENDERS * EACH - bound);
    }

    @RepeatedTest(20)
    void everyRequestHasOneOutcome_alsoWhileTheActorEnds() throws Exception {
        RateMailbox.RequestQueue queue = queue(1_000_000_000, Integer.MAX_VALUE, 200);
        AtomicBoolean ended = new AtomicBoolean();
        List<Counted> all = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        List<Future<List<Counted>>> senders = new ArrayList<>();
        for (int s = 1; s < SENDERS; s++) {
            senders.add(threads.submit(() -> {
                List<Counted> sent = new ArrayList<>();
                start.await();
                for (int late = 0; late < 10; late += ended.get() ? 1 : 0) {
                    Counted request = new Counted(0, sent.size() % 3 == 0);
                    sent.add(request);
                    queue.enqueue(ActorRef.noSender(), envelope(request));
                }
                return sent;
            }));
        }
        start.await();
        for (int i = 0; i < 1_000; i++) {
            Envelope envelope = queue.dequeue();
            if (envelope != null) {
                ((Counted) envelope.message()).outcomes.incrementAndGet();
            }
        }
        queue.cleanUp(ActorRef.noSender(), null);
        ended.set(true);
        for (Future<List<Counted>> sender : senders) {
            all.addAll(sender.get(30, TimeUnit.SECONDS));
        }

        assertThat(all)
                .hasSizeGreaterThanOrEqualTo((SENDERS - 1) * 10)
                .allMatch(request -> request.outcomes.get() == 1);
        assertThat(abandoned).hasValueGreaterThanOrEqualTo((SENDERS - 1) * 9);
        assertThat(queue.hasMessages()).isFalse();
    }

    @RepeatedTest(20)
    void urgentRequests_areNeverMoreThanMayWait() throws Exception {
        RateMailbox.RequestQueue queue = queue(1, 1, 1);

        send(queue, 20, i -> new Counted(0, true));

        assertThat(queue.numberOfMessages()).isEqualTo(16);
        assertThat(refused).hasValue(SENDERS * 20 - 16);
    }

    @RepeatedTest(20)
    void firstControlMessages_areNotLostToEachOther() throws Exception {
        RateMailbox.RequestQueue queue = queue(1, 1, 1);
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        List<Future<?>> senders = new ArrayList<>();
        for (int s = 0; s < SENDERS; s++) {
            senders.add(threads.submit(() -> {
                start.await();
                queue.enqueue(ActorRef.noSender(), envelope("control"));
                return null;
            }));
        }
        for (Future<?> sender : senders) {
            sender.get(30, TimeUnit.SECONDS);
        }
        assertThat(queue.numberOfMessages()).isEqualTo(SENDERS);
    }

    private void send(RateMailbox.RequestQueue queue, IntFunction<Counted> request) throws Exception {
        send(queue, EACH, request);
    }

    private void send(RateMailbox.RequestQueue queue, int each, IntFunction<Counted> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        List<Future<?>> senders = new ArrayList<>();
        for (int s = 0; s < SENDERS; s++) {
            senders.add(threads.submit(() -> {
                start.await();
                for (int i = 0; i < each; i++) {
                    queue.enqueue(ActorRef.noSender(), envelope(request.apply(i)));
                }
                return null;
            }));
        }
        for (Future<?> sender : senders) {
            sender.get(30, TimeUnit.SECONDS);
        }
    }

    private static RateMailbox.RequestQueue queue(int perSecond, int burst, int queue) {
        return new RateMailbox(perSecond, burst, queue).create(Option.empty(), Option.empty());
    }

    private static Envelope envelope(Object message) {
        return new Envelope(message, ActorRef.noSender());
    }
}
