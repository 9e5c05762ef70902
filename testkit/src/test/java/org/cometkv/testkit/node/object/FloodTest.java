package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One object is asked fifty times as often as it may be. */
class FloodTest {

    private static final int PER_SECOND = 10;
    private static final int BURST = 20;
    private static final int TIMES = 50;
    private static final int SECONDS = 5;

    private final CometTestKit kit = Kits.of(1, "comet.rate.object { per-second = 10, burst = 20, queue = 100 }");
    private final Comet comet = kit.node(0).comet();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aFloodIsRefused_whileTheObjectsTimersFireAndTheOthersAreAnswered() {
        kit.await(comet.put("flooded", Aso.script("""
                aso.timer = 1
                aso.ticks = 0
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """)));
        kit.await(comet.put("other", Aso.script("function aso:onGet() return 'well' end")));
        List<CompletionStage<GetReply>> flood = new ArrayList<>();
        int requests = SECONDS * PER_SECOND * TIMES;
        Duration between = Duration.ofSeconds(SECONDS).dividedBy(requests);

        for (int i = 0; i < requests; i++) {
            kit.advance(between);
            flood.add(comet.get("flooded"));
            if (i % (2 * TIMES) == 0) {
                // Half of its own rate.
                assertThat(((GetReply.Found) kit.await(comet.get("other"))).value())
                        .isEqualTo(Value.of("well"));
            }
        }

        int answered = 0;
        for (CompletionStage<GetReply> each : flood) {
            GetReply reply = kit.await(each);
            if (reply instanceof GetReply.Refused refused) {
                assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.RATE_LIMITED);
                assertThat(refused.refusal().retryAfterMillis().orElseThrow()).isBetween(1L, 10_000L);
            } else {
                assertThat(reply).isInstanceOf(GetReply.Found.class);
                answered++;
            }
        }
        assertThat(answered).isBetween(SECONDS * PER_SECOND, SECONDS * PER_SECOND + BURST);
        // Until the object may be asked again.
        kit.advance(Duration.ofMillis(100));
        double ticks = ((Value.Num) ((GetReply.Found) kit.await(comet.get("flooded"))).value()).number();
        assertThat(ticks).isGreaterThanOrEqualTo(SECONDS - 1);
    }

    @Test
    void whoWaitsAsLongAsItWasTold_isAnswered() {
        kit.await(comet.put("flooded", Aso.script("function aso:onGet() return 'well' end")));
        for (int i = 0; i < BURST; i++) {
            assertThat(kit.await(comet.get("flooded"))).isInstanceOf(GetReply.Found.class);
        }
        Refusal refusal = ((GetReply.Refused) kit.await(comet.get("flooded"))).refusal();

        kit.advance(Duration.ofMillis(refusal.retryAfterMillis().orElseThrow() - 1));
        assertThat(kit.await(comet.get("flooded"))).isInstanceOf(GetReply.Refused.class);
        kit.advance(Duration.ofMillis(1));

        assertThat(kit.await(comet.get("flooded"))).isInstanceOf(GetReply.Found.class);
    }
}
