package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gets of an object on their own node, which have no deadline unless they are held up: it is slowed. */
class SlowedGetsTest {

    private static final int SLOW_AFTER = 3;

    /** Each takes 20 slices of some 20 us, and each slice waits for 500 times its time. */
    private static final int GETS = 500;

    private final FakeCluster cluster = new FakeCluster(1, """
            comet.conduct { slow-after = 3, set-aside-after = 1000000 }
            comet.handlers-dispatcher.handler-threads { min = 2, max = 2, slowed-share = 0.001 }
            """);
    private final Comet comet = cluster.comet(0);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void getsThatWaitForASlowedObject_haveTheTimeOfARequest_whetherTheyCameBeforeOrAfter() {
        FakeCluster.await(comet.put("key", Aso.script("function aso:onGet() while true do end end")));
        List<CompletionStage<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < GETS; i++) {
            gets.add(comet.get("key", Value.NIL));
        }
        for (CompletionStage<GetReply> slowing : gets.subList(0, SLOW_AFTER)) {
            assertThat(FakeCluster.await(slowing)).isInstanceOf(GetReply.Failed.class);
        }
        CompletionStage<GetReply> after = comet.get("key", Value.NIL);

        cluster.clock.advance(Duration.ofMillis(9_999));
        assertThat(after.toCompletableFuture()).isNotDone();
        cluster.clock.advance(Duration.ofMillis(1));

        for (CompletionStage<GetReply> late : List.of(gets.get(GETS - 1), after)) {
            assertThatThrownBy(() -> FakeCluster.await(late))
                    .isInstanceOfSatisfying(
                            CometException.class,
                            broken -> assertThat(broken.code()).isEqualTo(CometException.Code.TIMEOUT));
        }
    }
}
