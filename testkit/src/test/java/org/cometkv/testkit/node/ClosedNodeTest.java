package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetReply;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that was closed or downed: every call ends, and says why. */
class ClosedNodeTest {

    private final CometTestKit kit = Kits.of(1);
    private final Comet comet = kit.node(0).comet();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void everyCallOnAClosedNode_isBrokenAsClosed() {
        kit.await(comet.put("passive", "x"));
        kit.await(comet.put("active", Aso.script("function onGet() return 1 end")));
        kit.stop(0);

        assertClosed(comet.get("passive"));
        assertClosed(comet.get("active"));
        assertClosed(comet.get("nothing"));
        assertClosed(comet.getFromAll("active"));
        assertClosed(comet.put("key", "x"));
        assertClosed(comet.put("key", Aso.script("function onGet() end")));
        assertClosed(comet.update("passive", "y"));
        assertClosed(comet.remove("passive"));
        assertClosed(comet.lookup("key"));
        assertClosed(comet.ready());
    }

    @Test
    void whatIsUnderWayWhenTheNodeCloses_ends() {
        kit.await(comet.put("slow", Aso.script("""
                function onGet() local n = 0 for i = 1, 20000 do n = n + i end return n end
                """)));
        List<CompletionStage<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            gets.add(comet.get("slow"));
        }
        kit.stop(0);

        for (CompletionStage<GetReply> get : gets) {
            if (get.toCompletableFuture().isCompletedExceptionally()) {
                assertThat(Kits.broken(kit, get).code()).isEqualTo(CometException.Code.CLOSED);
            } else {
                assertThat(get.toCompletableFuture()).isCompletedWithValueMatching(GetReply.Found.class::isInstance);
            }
        }
    }

    @Test
    void aNodeThatWasDowned_saysSo() {
        kit.join();
        kit.join();
        kit.advance(Duration.ofSeconds(5));
        kit.partition(new int[] {0});
        kit.advance(Duration.ofSeconds(40));

        assertThat(Kits.broken(kit, comet.get("key")))
                .satisfies(broken -> assertThat(broken.code()).isEqualTo(CometException.Code.CLOSED))
                .hasMessage("this node was removed from its cluster");
    }

    private void assertClosed(CompletionStage<?> stage) {
        assertThat(Kits.broken(kit, stage))
                .satisfies(broken -> assertThat(broken.code()).isEqualTo(CometException.Code.CLOSED))
                .hasMessage("the node is closed");
    }
}
