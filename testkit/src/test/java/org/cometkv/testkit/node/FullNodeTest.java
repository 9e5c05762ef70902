package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.Test;

/** A node that holds as many bytes as it may. */
class FullNodeTest {

    private static final Aso GROWING = Aso.script("""
            aso.kept = ""
            function aso:onGet(caller, bytes)
              if bytes then self.kept = self.kept .. string.rep("x", bytes) end
              return #self.kept
            end
            """);

    @Test
    void objectThatGrowsByGets_isStopped_whatItHeldStays_andReadsGoOn() {
        try (CometTestKit kit = Kits.of(1, "comet.replication.bytes-max = 64KiB")) {
            kit.put("value", "plain");
            kit.put("object", GROWING);

            int grown = 0;
            GetReply last = kit.get("object", Value.of(8_000));
            while (last instanceof GetReply.Found found && grown < 20) {
                grown++;
                assertThat(found.value()).isEqualTo(Value.of(8_000 * grown));
                last = kit.get("object", Value.of(8_000));
            }

            assertThat(grown).isBetween(6, 10);
            assertThat(last).isInstanceOf(GetReply.Failed.class);
            assertThat(((GetReply.Failed) last).failure().message()).contains("bytes of memory");
            assertThat(Kits.value(kit.get("object"))).isEqualTo(Value.of(8_000 * grown));
            assertThat(Kits.value(kit.get("value"))).isEqualTo(Value.of("plain"));
            PutReply newcomer = kit.put("other", "x");
            assertThat(((PutReply.Refused) newcomer).refusal().reason()).isEqualTo(Refusal.Reason.QUOTA);

            kit.remove("object");
            assertThat(kit.put("other", "x")).isInstanceOf(PutReply.Stored.class);
            kit.put("object", GROWING);
            assertThat(Kits.value(kit.get("object", Value.of(8_000)))).isEqualTo(Value.of(8_000));
        }
    }

    @Test
    void writer_isRefusedOverItsQuota_andOthersAreNot() {
        try (CometTestKit kit = Kits.builder(2, "comet.replication { writer-objects-max = 2, replicas = 2 }")
                .config(0, "comet.writer = ada")
                .config(1, "comet.writer = bob")
                .build()) {
            kit.put("one", "x");
            kit.put("two", GROWING);
            kit.awaitQuiet();

            PutReply over = kit.put("three", "x");
            assertThat(((PutReply.Refused) over).refusal())
                    .isEqualTo(Refusal.of(
                            Refusal.Reason.QUOTA,
                            "this node holds 2 objects of \"ada\"; the limit of each writer is 2"));
            assertThat(kit.put("one", "another")).isInstanceOf(PutReply.Stored.class);
            assertThat(kit.await(kit.node(1).comet().put("three", "x"))).isInstanceOf(PutReply.Stored.class);
            kit.remove("two");
            kit.awaitQuiet();
            assertThat(kit.put("four", "x")).isInstanceOf(PutReply.Stored.class);
        }
    }

    /** A share of this machine's heap would make a run another one elsewhere. */
    @Test
    void shareOfTheHeap_isTheSameInEveryKit() {
        try (CometTestKit kit = Kits.of(1, "comet.replication.bytes-max = \"1%\"")) {
            long bytes = (8L << 30) / 100;
            int values = 0;
            Aso large = Aso.value("x".repeat(100_000));
            while (kit.put("key-" + values, large) instanceof PutReply.Stored) {
                values++;
            }
            assertThat(values).isEqualTo((int) (bytes / (100_000 + 16 + 16 + 448)));
        }
    }
}
