package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

/** The leave of a node in good order: what only it holds is elsewhere before it goes. */
class LeavingNodeTest {

    private static final Duration MOST = Duration.ofMinutes(5);

    @Test
    void aNodeThatLeaves_handsOverWhatOnlyItHolds() {
        try (CometTestKit kit = CometTestKit.simulated(1)) {
            assertThat(kit.put("key", Aso.value("x").replicas(1))).isInstanceOf(PutReply.Stored.class);
            KitNode holder = holder(kit);

            kit.await(holder.life().running().leave(MOST));
            kit.leave(holder.number());

            KitNode reader = kit.node((holder.number() + 1) % 3);
            GetReply read = kit.await(reader.comet().get("key"));
            assertThat(read.orElseThrow()).isEqualTo(Value.of("x"));
            CometAssertions.assertThat(kit.object("key")).isHeldBy(1);
        }
    }

    private static KitNode holder(CometTestKit kit) {
        Contact first = kit.await(kit.node(0).comet().lookup("key")).get(0);
        return kit.nodes().stream()
                .filter(node -> node.contact().equals(first))
                .findFirst()
                .orElseThrow();
    }
}
