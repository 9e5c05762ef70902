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
