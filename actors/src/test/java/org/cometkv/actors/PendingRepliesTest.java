package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cometkv.actors.seam.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PendingRepliesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX = 3;

    private final FakeClock clock = new FakeClock();
    private final RequestCounts counts = new RequestCounts();
    private final PendingReplies table = new PendingReplies(clock, TIMEOUT, MAX);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void atTheBoundPasses_oneOverIsRefused_untilOneEnds() {
        PendingReply<String> first = entered(table);
        entered(table);
        entered(table);
        PendingReply<String> over = new PendingReply<>(counts);
        assertThat(table.enter(over, clock.nanos())).isFalse();

        first.done("x");

        assertThat(table.enter(over, clock.nanos())).isTrue();
        assertThat(table.enter(new PendingReply<>(counts), clock.nanos())).isFalse();
    }

    @Test
    void endOfOneThatWasRefused_freesNoPlace() {
        entered(table);
        entered(table);
        entered(table);
        PendingReply<String> over = new PendingReply<>(counts);
        table.enter(over, clock.nanos());

        over.done("refused");

        assertThat(table.enter(new PendingReply<>(counts), clock.nanos())).isFalse();
    }

    @Test
    void deadline_endsWhatNobodyElseEnded_aSecondLater() {
        PendingReply<String> reply = entered(table);
        clock.advance(TIMEOUT.plusMillis(999));
        assertThat(reply).isNotDone();

        clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(reply::join).hasCauseInstanceOf(CometException.class);
        assertThat(clock.tasks()).isZero();
    }

    @Test
    void emptyTable_isNotWatched_andAnotherReplyIsWatchedAgain() {
        entered(table).done("x");
        clock.advance(TIMEOUT);
        assertThat(clock.tasks()).isZero();
        PendingReply<String> reply = entered(table);

        clock.advance(TIMEOUT.plus(PendingReplies.GRACE));
        clock.advance(PendingReplies.GRACE);

        assertThat(reply).isDone();
    }

    @Test
    void deadlinesOfRepliesThatCameAfterEachOther_areTheirOwn() {
        PendingReply<String> first = entered(table);
        clock.advance(Duration.ofSeconds(5));
        PendingReply<String> second = entered(table);

        clock.advance(Duration.ofSeconds(6));
        assertThat(first).isDone();
        assertThat(second).isNotDone();
        clock.advance(Duration.ofSeconds(5));

        assertThat(second).isDone();
    }

    @Test
    void close_endsAllThatIsLeft_andLeavesNoTask() {
        PendingReply<String> reply = entered(table);

        table.close();

        assertThatThrownBy(reply::join)
                .cause()
                .isInstanceOfSatisfying(
                        CometException.class,
                        broken -> assertThat(broken.code()).isEqualTo(CometException.Code.CLOSED));
        assertThat(clock.tasks()).isZero();
    }

    @RepeatedTest(200)
    void replyAndDeadlineAtOneMoment_endItOnce_andFreeItsPlace() throws Exception {
        PendingReplies one = new PendingReplies(clock, TIMEOUT, 1);
        PendingReply<String> reply = entered(one);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> told = new ArrayList<>();
        reply.whenComplete((value, broken) -> told.add(broken == null ? value : broken));

        Future<?> answers = threads.submit(() -> {
            start.await();
            reply.done("x");
            return null;
        });
        start.await();
        clock.advance(TIMEOUT.plus(PendingReplies.GRACE));
        answers.get(30, TimeUnit.SECONDS);

        assertThat(told).hasSize(1);
        assertThat(counts.broken.sum()).isEqualTo(reply.isCompletedExceptionally() ? 1 : 0);
        assertThat(one.enter(new PendingReply<>(counts), clock.nanos())).isTrue();
    }

    @RepeatedTest(50)
    void replyThatEntersAsTheTableIsFoundEmpty_hasItsDeadline() throws Exception {
        entered(table).done("x");
        CyclicBarrier start = new CyclicBarrier(3);
        List<Future<PendingReply<String>>> entering = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            entering.add(threads.submit(() -> {
                start.await();
                return entered(table);
            }));
        }
        start.await();
        clock.advance(TIMEOUT);
        List<PendingReply<String>> replies = new ArrayList<>();
        for (Future<PendingReply<String>> each : entering) {
            replies.add(each.get(30, TimeUnit.SECONDS));
        }

        // The second step is for those that came before the first: their time ends within it.
        clock.advance(TIMEOUT);
        clock.advance(TIMEOUT);

        assertThat(replies).allMatch(PendingReply::isDone);
        assertThat(clock.tasks()).isZero();
    }

    @RepeatedTest(20)
    void manyThreads_areNeverMoreThanTheBound() throws Exception {
        PendingReplies small = new PendingReplies(clock, TIMEOUT, 10);
        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<Integer>> entering = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            entering.add(threads.submit(() -> {
                start.await();
                int taken = 0;
                for (int i = 0; i < 20; i++) {
                    taken += small.enter(new PendingReply<>(counts), clock.nanos()) ? 1 : 0;
                }
                return taken;
            }));
        }
        int taken = 0;
        for (Future<Integer> each : entering) {
            taken += each.get(30, TimeUnit.SECONDS);
        }

        assertThat(taken).isEqualTo(10);
    }

    private PendingReply<String> entered(PendingReplies in) {
        PendingReply<String> reply = new PendingReply<>(counts);
        assertThat(in.enter(reply, clock.nanos())).isTrue();
        return reply;
    }
}
