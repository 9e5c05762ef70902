package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gets of an object on their own node, which have no deadline unless they are held up: it is slowed. */
class SlowedGetsTest {

    private static final int SLOW_AFTER = 3;

    /** Each takes 20 slices, and each slice takes some milliseconds: all of them take longer than a request may. */
    private static final int GETS = 150;

    private final CometTestKit kit = Kits.builder(1, "comet.conduct { slow-after = 3, set-aside-after = 1000000 }")
            .taskCost(Duration.ofMillis(5))
            .build();
    private final Comet comet = kit.node(0).comet();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void getsThatWaitForASlowedObject_haveTheTimeOfARequest_whetherTheyCameBeforeOrAfter() {
        kit.await(comet.put("key", Aso.script("function aso:onGet() while true do end end")));
        List<CompletionStage<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < GETS; i++) {
            gets.add(comet.get("key", Value.NIL));
        }
        for (CompletionStage<GetReply> slowing : gets.subList(0, SLOW_AFTER)) {
            assertThat(kit.await(slowing)).isInstanceOf(GetReply.Failed.class);
        }
        CompletionStage<GetReply> after = comet.get("key", Value.NIL);

        kit.advance(Duration.ofMillis(9_999));
        assertThat(after.toCompletableFuture()).isNotDone();
        // The deadline's own task waits for those that are before it, 5 ms each.
        kit.advance(Duration.ofMillis(50));

        for (CompletionStage<GetReply> late : List.of(gets.get(GETS - 1), after)) {
            assertThat(late.toCompletableFuture()).isDone();
            assertThat(Kits.broken(kit, late).code()).isEqualTo(CometException.Code.TIMEOUT);
        }
    }
}
