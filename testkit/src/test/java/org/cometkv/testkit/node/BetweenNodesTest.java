package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What passes between three nodes: updates of every number of replicas, floods, and what cannot be sent. */
class BetweenNodesTest {

    private final CometTestKit kit = Kits.of(3, """
            comet.limits { value-bytes = 1MiB, answer-bytes = 1MiB, allocation = 16MiB, fuel = 10000000 }
            comet.rate.object { per-second = 1000, burst = 20 }
            comet.peers.bodies.bytes-max = 800000
            """);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anUpdate_reachesTheReplicasThereAre_howeverMany() {
        for (int replicas = 1; replicas <= 3; replicas++) {
            String key = "replicas-" + replicas;
            Aso object = Aso.script("""
                    function aso:onUpdate(caller, value) self.value = value end
                    """).replicas(replicas);
            kit.await(kit.node(0).comet().put(key, object, PutOptions.DEFAULT.acks(3)));

            PutReply updated = kit.await(kit.node(1).comet().update(key, "new"));

            assertThat(updated).as(key).isInstanceOf(PutReply.Stored.class);
            assertThat(((GetReply.Found) kit.await(kit.node(2).comet().get(key))).value())
                    .isEqualTo(Value.of("new"));
        }
    }

    @Test
    void aRequestThatCannotBeSent_isRefused_andItsNeighborsAreNot() {
        int away = 0;
        CompletionStage<PutReply> large = kit.node(away)
                .comet()
                .put(Kits.keyOwnedBy(kit, 1), Aso.value("x".repeat(900_000)).replicas(1));
        CompletionStage<PutReply> small = kit.node(away)
                .comet()
                .put(Kits.keyOwnedBy(kit, 1) + "-", Aso.value("y").replicas(3));

        assertThat(((PutReply.Refused) kit.await(large)).refusal())
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID))
                .satisfies(refusal -> assertThat(refusal.message()).contains("the limit of a message is 800000 bytes"));
        assertThat(kit.await(small)).isInstanceOf(PutReply.Stored.class);
        assertThat(kit.await(kit.node(away).comet().put(Kits.keyOwnedBy(kit, 2), Aso.value("z"))))
                .isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void anAnswerThatCannotBeSent_isRefused_andItsNeighborsAreNot() {
        String key = Kits.keyOwnedBy(kit, 1);
        kit.await(kit.node(1).comet().put(key, Aso.script("""
                function onGet(caller, size) return string.rep("x", size) end
                """).replicas(1)));

        CompletionStage<GetReply> large = kit.node(0).comet().get(key, Value.of(900_000));
        CompletionStage<GetReply> small = kit.node(0).comet().get(key, Value.of(3));

        assertThat(((GetReply.Refused) kit.await(large)).refusal().message()).startsWith("the answer cannot be sent: ");
        assertThat(((GetReply.Found) kit.await(small)).value()).isEqualTo(Value.of("xxx"));
        assertThat(((GetReply.Found) kit.await(kit.node(2).comet().get(key, Value.of(1)))).value())
                .isEqualTo(Value.of("x"));
    }

    @Test
    void whatIsTooLargeForAFrame_travelsInParts() {
        String key = Kits.keyOwnedBy(kit, 1);
        kit.await(kit.node(0).comet().put(key, Aso.value("x".repeat(400_000)).replicas(1)));

        assertThat(((GetReply.Found) kit.await(kit.node(2).comet().get(key))).value())
                .isEqualTo(Value.of("x".repeat(400_000)));
    }

    @Test
    void aFloodedObject_refusesWithATimeToRetry_andItsTimerStillFires() {
        String key = Kits.keyOwnedBy(kit, 1);
        kit.await(kit.node(0).comet().put(key, Aso.script("""
                aso.ticks = 0
                aso.timer = 1
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """).replicas(1)));

        for (int reader = 0; reader < 2; reader++) {
            List<GetReply> replies = flood(reader, key, 100);

            assertThat(replies)
                    .filteredOn(GetReply.Refused.class::isInstance)
                    .hasSize(80)
                    .allSatisfy(reply -> {
                        Refusal refusal = ((GetReply.Refused) reply).refusal();
                        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.RATE_LIMITED);
                        assertThat(refusal.retryAfterMillis().getAsLong()).isBetween(1L, 80L);
                        assertThat(refusal.message()).contains("1000 requests/s", "burst of 20");
                    });
            assertThat(replies).filteredOn(GetReply.Found.class::isInstance).hasSize(20);
            kit.advance(Duration.ofSeconds(2));
        }
        GetReply.Found found = (GetReply.Found) kit.await(kit.node(1).comet().get(key));
        assertThat(((Value.Num) found.value()).number()).isGreaterThanOrEqualTo(3);
    }

    private List<GetReply> flood(int reader, String key, int times) {
        List<CompletionStage<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            gets.add(kit.node(reader).comet().get(key));
        }
        // Refusals to a peer travel joined, in windows of time.
        kit.awaitQuiet();
        return gets.stream().map(get -> kit.await(get)).toList();
    }
}
