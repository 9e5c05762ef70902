package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.FakeCluster.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.seam.Members;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that was closed or downed: every call ends, and says why. */
class ClosedNodeTest {

    private final FakeCluster cluster = new FakeCluster(1);
    private final Comet comet = cluster.comet(0);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void everyCallOnAClosedNode_isBrokenAsClosed() {
        await(comet.put("passive", "x"));
        await(comet.put("active", Aso.script("function onGet() return 1 end")));
        cluster.stop(0);

        assertClosed(comet.get("passive"));
        assertClosed(comet.get("active"));
        assertClosed(comet.get("nothing"));
        assertClosed(comet.getFromAll("active"));
        assertClosed(comet.put("key", "x"));
        assertClosed(comet.put("key", Aso.script("function onGet() end")));
        assertClosed(comet.update("passive", "y"));
        assertClosed(comet.remove("passive"));
        assertClosed(comet.ready());
    }

    @Test
    void whatIsUnderWayWhenTheNodeCloses_ends() {
        await(comet.put("slow", Aso.script("""
                function onGet() local n = 0 for i = 1, 20000 do n = n + i end return n end
                """)));
        List<CompletionStage<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            gets.add(comet.get("slow"));
        }
        cluster.stop(0);

        for (CompletionStage<GetReply> get : gets) {
            try {
                assertThat(await(get)).isInstanceOf(GetReply.Found.class);
            } catch (CometException closed) {
                assertThat(closed.code()).isEqualTo(CometException.Code.CLOSED);
            }
        }
    }

    @Test
    void aNodeThatWasDowned_saysSo() {
        cluster.members.tell(new Members.Downed());

        cluster.eventually(() -> {
            assertThatThrownBy(() -> await(comet.get("key", Value.NIL)))
                    .isInstanceOf(CometException.class)
                    .hasMessage("this node was removed from its cluster");
        });
    }

    private static void assertClosed(CompletionStage<?> stage) {
        assertThatThrownBy(() -> await(stage))
                .isInstanceOfSatisfying(
                        CometException.class,
                        broken -> assertThat(broken.code()).isEqualTo(CometException.Code.CLOSED))
                .hasMessage("the node is closed");
    }
}
