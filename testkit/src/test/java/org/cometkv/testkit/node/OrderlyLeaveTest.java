package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.Test;

/** Nodes that leave in good order hand over what they hold, though nobody else holds it. */
class OrderlyLeaveTest {

    private static final int KEYS = 60;

    private static final Aso COUNTER = Aso.script("""
            aso.value = 0
            function onGet() return self.value end
            function onUpdate(caller, value) self.value = self.value + value end
            """);

    @Test
    void nodesThatLeaveOneByOne_loseNothing_thoughEachObjectHasOneReplica() {
        try (CometTestKit kit = Kits.of(4, "comet.replication.replicas = 1")) {
            putAll(kit);
            for (int node = 0; node < 3; node++) {
                kit.leave(node);

                assertThat(found(kit)).as("after node %d left", node).isEqualTo(2 * KEYS);
            }
            assertThat(kit.node(3).comet().stat().keys()).isEqualTo(2 * KEYS);
        }
    }

    @Test
    void restartOfAllNodesOneByOne_losesNothing() {
        try (CometTestKit kit = Kits.of(4, "comet.replication.replicas = 1")) {
            putAll(kit);
            for (int node = 0; node < 3; node++) {
                kit.leave(node);
                kit.restart(node);
                kit.advance(Duration.ofSeconds(12));
            }

            assertThat(found(kit)).isEqualTo(2 * KEYS);
        }
    }

    private static void putAll(CometTestKit kit) {
        for (int i = 0; i < KEYS; i++) {
            PutReply value = kit.await(kit.node(i % 4).comet().put("value-" + i, "v" + i));
            PutReply object = kit.await(kit.node(i % 4).comet().put("object-" + i, COUNTER));
            assertThat(value).isInstanceOf(PutReply.Stored.class);
            assertThat(object).isInstanceOf(PutReply.Stored.class);
        }
    }

    private static long found(CometTestKit kit) {
        return IntStream.range(0, KEYS)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of("value-" + i, "object-" + i))
                .filter(key -> kit.await(kit.node(3).comet().get(key)) instanceof GetReply.Found)
                .count();
    }
}
