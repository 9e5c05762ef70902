package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What passes between three nodes: updates of every number of replicas, floods, and what cannot be sent. */
class BetweenNodesTest {

    private final FakeCluster cluster = new FakeCluster(3, """
            comet.limits { value-bytes = 1MiB, answer-bytes = 1MiB, allocation = 16MiB, fuel = 10000000 }
            comet.rate.object { per-second = 1000, burst = 20 }
            comet.peers.bodies.bytes-max = 800000
            """);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void anUpdate_reachesTheReplicasThereAre_howeverMany() {
        for (int replicas = 1; replicas <= 3; replicas++) {
            String key = "replicas-" + replicas;
            Aso object = Aso.script("""
                    function aso:onUpdate(caller, value) self.value = value end
                    """).replicas(replicas);
            await(cluster.comet(0).put(key, object, PutOptions.DEFAULT.acks(3)));

            PutReply updated = await(cluster.comet(1).update(key, "new"));

            assertThat(updated).as(key).isInstanceOf(PutReply.Stored.class);
            assertThat(((GetReply.Found) await(cluster.comet(2).get(key))).value())
                    .isEqualTo(Value.of("new"));
        }
    }

    @Test
    void aRequestThatCannotBeSent_isRefused_andItsNeighborsAreNot() {
        int away = 0;
        CompletionStage<PutReply> large = cluster.comet(away)
                .put(keyOwnedBy(1), Aso.value("x".repeat(900_000)).replicas(1));
        CompletionStage<PutReply> small =
                cluster.comet(away).put(keyOwnedBy(1) + "-", Aso.value("y").replicas(3));

        assertThat(((PutReply.Refused) await(large)).refusal())
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID))
                .satisfies(refusal -> assertThat(refusal.message()).contains("the limit of a message is 800000 bytes"));
        assertThat(await(small)).isInstanceOf(PutReply.Stored.class);
        assertThat(await(cluster.comet(away).put(keyOwnedBy(2), Aso.value("z"))))
                .isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void anAnswerThatCannotBeSent_isRefused_andItsNeighborsAreNot() {
        String key = keyOwnedBy(1);
        await(cluster.comet(1).put(key, Aso.script("""
                function onGet(caller, size) return string.rep("x", size) end
                """).replicas(1)));

        CompletionStage<GetReply> large = cluster.comet(0).get(key, Value.of(900_000));
        CompletionStage<GetReply> small = cluster.comet(0).get(key, Value.of(3));

        assertThat(((GetReply.Refused) await(large)).refusal().message()).startsWith("the answer cannot be sent: ");
        assertThat(((GetReply.Found) await(small)).value()).isEqualTo(Value.of("xxx"));
        assertThat(((GetReply.Found) await(cluster.comet(2).get(key, Value.of(1)))).value())
                .isEqualTo(Value.of("x"));
    }

    @Test
    void whatIsTooLargeForAFrame_travelsInParts() {
        String key = keyOwnedBy(1);
        await(cluster.comet(0).put(key, Aso.value("x".repeat(400_000)).replicas(1)));

        assertThat(((GetReply.Found) await(cluster.comet(2).get(key))).value())
                .isEqualTo(Value.of("x".repeat(400_000)));
    }

    @Test
    void aFloodedObject_refusesWithATimeToRetry_andItsTimerStillFires() {
        String key = keyOwnedBy(1);
        await(cluster.comet(0).put(key, Aso.script("""
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
            cluster.clock.advance(Duration.ofSeconds(2));
        }
        cluster.eventually(() -> {
            cluster.clock.advance(Duration.ofMillis(100));
            GetReply.Found found = (GetReply.Found) await(cluster.comet(1).get(key));
            assertThat(((Value.Num) found.value()).number()).isGreaterThanOrEqualTo(2);
        });
    }

    private List<GetReply> flood(int reader, String key, int times) {
        List<CompletionStage<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            gets.add(cluster.comet(reader).get(key));
        }
        // What is sent after them comes after them: once it is answered the object was asked all of them at one
        // instant.
        assertThat(await(cluster.comet(reader).stat(key))).isInstanceOf(StatReply.Found.class);
        // Refusals to a peer travel joined, in windows of time.
        cluster.eventually(() -> {
            cluster.clock.advance(Duration.ofMillis(10));
            assertThat(gets).allMatch(get -> get.toCompletableFuture().isDone());
        });
        return gets.stream().map(FakeCluster::await).toList();
    }

    private String keyOwnedBy(int node) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "key-" + i)
                .filter(key -> cluster.number(cluster.comet(0).lookup(key).get(0)) == node)
                .findFirst()
                .orElseThrow();
    }
}
