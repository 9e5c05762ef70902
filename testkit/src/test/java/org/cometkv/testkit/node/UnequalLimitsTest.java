package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.Metric;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.Test;

/** Nodes of one cluster whose limits of objects are not the same. */
class UnequalLimitsTest {

    private static final String LOW = "comet.limits { fuel = 50000, value-bytes = 2KiB }";
    private static final String HIGH = "comet.limits { fuel = 200000, value-bytes = 200KiB }";

    /** A value of 150 KB, which the default limit refuses. */
    private static final Aso LARGE = Aso.value("x".repeat(150_000));

    private static final Duration REMOVED = Duration.ofSeconds(60);

    @Test
    void nodeThatJoinsWithLowerLimits_ownsNothing_saysBothValues_andItsApplicationLives() {
        try (CometTestKit kit = Kits.builder(3, "").config(3, LOW).build();
                LoggedLines log = new LoggedLines("org.cometkv.members")) {
            kit.join();
            kit.advance(Duration.ofSeconds(5));

            CometException fault = Kits.broken(kit, kit.node(3).comet().ready());
            assertThat(fault.code()).isEqualTo(CometException.Code.START);
            assertThat(fault)
                    .hasMessage("this node owns no keys, because its limits are lower than those of its cluster:"
                            + " comet.limits.fuel is 50000, this cluster's is 100000;"
                            + " comet.limits.value-bytes is 2048, this cluster's is 102400");
            assertThat(log.at(Level.WARN))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("comet.limits.fuel is 50000, this cluster's is 100000"));
            for (int node = 0; node < 4; node++) {
                assertThat(owners(kit, node)).isEqualTo(3);
            }
            assertThat(kit.await(kit.node(3).comet().put("key", "x"))).isInstanceOf(PutReply.Stored.class);
            assertThat(kit.await(kit.node(3).comet().get("key"))).isInstanceOf(GetReply.Found.class);
            kit.awaitQuiet();
            assertThat(kit.object("key").replicas()).hasSize(3);
        }
    }

    @Test
    void nodeThatJoinsWithHigherLimits_isAnOwner_andTheLowestHold() {
        try (CometTestKit kit = Kits.builder(2, "").config(2, HIGH).build()) {
            kit.join();
            kit.advance(Duration.ofSeconds(5));

            kit.await(kit.node(2).comet().ready());
            assertThat(owners(kit, 0)).isEqualTo(3);
            assertThat(refusal(kit, 2)).contains("the limit is 102400 bytes");
            assertThat(kit.await(kit.node(2).comet().put("key", "x"))).isInstanceOf(PutReply.Stored.class);
        }
    }

    /** One node after the other leaves, and comes back with the higher limits; an object is there all the time. */
    @Test
    void rollingRestart_raisesTheLimits_onceTheLastNodeHasTheHigherOnes() {
        try (CometTestKit kit = Kits.builder(3, "")
                .config(3, HIGH)
                .config(4, HIGH)
                .config(5, HIGH)
                .build()) {
            kit.put("object", Aso.script("""
                    function onGet(caller, n)
                      for i = 1, n do end
                      return n
                    end"""));
            assertThat(kit.get("object", Value.of(120_000))).isInstanceOf(GetReply.Failed.class);
            for (int node = 0; node < 3; node++) {
                assertThat(refusal(kit, node)).contains("the limit is 102400 bytes");
                kit.join();
                kit.advance(Duration.ofSeconds(10));
                kit.await(kit.node(3 + node).comet().ready());
                kit.leave(node);
                kit.advance(REMOVED);
            }

            for (int node = 3; node < 6; node++) {
                assertThat(owners(kit, node)).isEqualTo(3);
                assertThat(kit.await(kit.node(node).comet().put("large " + node, LARGE)))
                        .isInstanceOf(PutReply.Stored.class);
                assertThat(kit.await(
                                kit.node(node).comet().get("object", GetOptions.DEFAULT.request(Value.of(120_000)))))
                        .isInstanceOf(GetReply.Found.class);
            }
        }
    }

    @Test
    void nodesThatFormAClusterTogether_keepTheLowestOfAll() {
        try (CometTestKit kit = Kits.builder(3, "").config(1, LOW).build()) {
            for (int node = 0; node < 3; node++) {
                kit.await(kit.node(node).comet().ready());
                assertThat(owners(kit, node)).isEqualTo(3);
                assertThat(refusal(kit, node)).contains("the limit is 2048 bytes");
            }
        }
    }

    /** The owners that were higher are gone: whoever is left owns the keys again. */
    @Test
    void nodeWithLowerLimits_ownsKeys_onceNobodyElseIsLeft() {
        try (CometTestKit kit =
                Kits.builder(1, "").config(1, LOW).config(2, LOW).build()) {
            kit.join();
            kit.join();
            kit.advance(Duration.ofSeconds(5));
            assertThat(owners(kit, 2)).isEqualTo(1);

            kit.leave(0);
            kit.advance(REMOVED);

            for (int node = 1; node < 3; node++) {
                assertThat(owners(kit, node)).isEqualTo(2);
                kit.await(kit.node(node).comet().ready());
            }
            assertThat(kit.await(kit.node(1).comet().put("key", "x"))).isInstanceOf(PutReply.Stored.class);
        }
    }

    private static long owners(CometTestKit kit, int node) {
        return kit.node(node).comet().metrics().value(Metric.NODES_OWNERS);
    }

    private static String refusal(CometTestKit kit, int node) {
        PutReply reply = kit.await(kit.node(node).comet().put("large", LARGE));
        assertThat(reply).isInstanceOf(PutReply.Refused.class);
        return ((PutReply.Refused) reply).refusal().message();
    }
}
