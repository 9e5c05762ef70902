package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometException;
import org.cometkv.actors.CometMetrics;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.Metric;
import org.cometkv.actors.MetricsSnapshot;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.Watch;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store beside its verbs: where stages complete, when they end, and the figures of a node. */
class StoreTest {

    private static final String METRICS = """
            comet.subscribers comet.streams comet.messages.published comet.messages.delivered
            comet.messages.filtered comet.messages.conflated comet.messages.queued.bytes comet.gaps.credit
            comet.gaps.wire comet.gaps.history comet.gaps.moved comet.gaps.repaired comet.subscribers.broken
            comet.keys.held comet.objects.awake comet.objects.asleep comet.objects.slowed
            comet.objects.set.aside comet.events.waiting comet.events.waiting.bytes comet.storage.unsaved
            comet.storage.unsaved.age comet.storage.bytes comet.nodes.owners comet.nodes.suspect
            comet.node.ready comet.node.minority comet.epochs comet.listeners comet.gets comet.puts
            comet.updates comet.removes comet.requests.refused comet.requests.failed comet.requests.broken
            comet.changes.resent comet.changes.repeated comet.changes.retracted
            """;

    private CometTestKit kit;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void withExecutor_completesEveryStageThere_andTheStoreItIsOfStaysAsItWas() {
        kit = Kits.of(1);
        List<Runnable> handed = new ArrayList<>();
        Comet here = kit.node(0).comet().withExecutor(handed::add);
        kit.await(kit.node(0).comet().put("key", "x"));

        CompletableFuture<GetReply> got = here.get("key").toCompletableFuture();
        CompletableFuture<Comet> ready = here.ready().toCompletableFuture();

        // A passive value is answered at once, and this store is ready: both wait for the executor alone.
        assertThat(got).isNotDone();
        assertThat(handed).hasSizeBetween(1, 2);
        assertThat(kit.await(kit.node(0).comet().get("key")).orElseThrow()).isEqualTo(Value.of("x"));
        kit.advance(Duration.ofMillis(1));
        assertThat(handed).hasSize(2);
        handed.forEach(Runnable::run);
        assertThat(got.join().orElseThrow()).isEqualTo(Value.of("x"));
        assertThat(ready.join()).isSameAs(here);
    }

    @Test
    void whatIsBroken_isToldThroughTheExecutorAsWithoutIt() {
        kit = Kits.of(1);
        Comet here = kit.node(0).comet().withExecutor(Runnable::run);
        kit.stop(0);

        assertThat(Kits.broken(kit, here.get("key")).code()).isEqualTo(CometException.Code.CLOSED);
    }

    @Test
    void aStageThatTheExecutorRejects_fails() {
        kit = Kits.of(1);
        Comet here = kit.node(0).comet().withExecutor(task -> {
            throw new RejectedExecutionException("full");
        });

        assertThatThrownBy(() -> here.put("key", "x").toCompletableFuture().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aRequestWithATimeout_endsByIt_andOthersByTheNodes() {
        kit = Kits.of(3);
        String key = Kits.keyOwnedBy(kit, 1);
        kit.await(kit.node(0).comet().put(key, Aso.value("x").replicas(1), PutOptions.DEFAULT.acks(1)));
        kit.partition(new int[] {0});
        CompletableFuture<GetReply> brief = kit.node(0)
                .comet()
                .get(key, GetOptions.DEFAULT.timeout(Duration.ofMillis(20)))
                .toCompletableFuture();
        CompletableFuture<GetReply> whole = kit.node(0).comet().get(key).toCompletableFuture();

        kit.advance(Duration.ofMillis(30));

        assertThat(brief).isCompletedExceptionally();
        assertThat(whole).isNotCompletedExceptionally();
        assertThat(Kits.broken(kit, brief).code()).isEqualTo(CometException.Code.TIMEOUT);
    }

    @Test
    void metrics_tellWhatApplicationsAskedForAndHowItEnded() {
        kit = Kits.of(1);
        Comet comet = kit.node(0).comet();
        Watch watch = comet.watch(change -> {});
        kit.await(comet.put("key", "x"));
        kit.await(comet.put("key", Aso.value("y"), PutOptions.DEFAULT.ifAbsent()));
        kit.await(comet.put("bad", Aso.script("error('no')")));
        kit.await(comet.update("key", "z"));
        kit.await(comet.get("key"));
        kit.await(comet.getFromAll("key"));
        // What is left of it says that it is gone.
        kit.await(comet.remove("nothing"));

        assertThat(comet.metrics().values()).containsOnlyKeys(Metric.values());
        assertThat(byName(comet.metrics()).keySet())
                .containsExactlyInAnyOrder(METRICS.strip().split("\\s+"));
        Map<String, Long> counted = byName(comet.metrics());
        counted.values().removeIf(value -> value == 0);
        assertThat(counted)
                .isEqualTo(Map.ofEntries(
                        Map.entry("comet.keys.held", 2L),
                        Map.entry("comet.nodes.owners", 1L),
                        Map.entry("comet.node.ready", 1L),
                        Map.entry("comet.epochs", 2L),
                        Map.entry("comet.listeners", 1L),
                        Map.entry("comet.gets", 2L),
                        Map.entry("comet.puts", 3L),
                        Map.entry("comet.updates", 1L),
                        Map.entry("comet.removes", 1L),
                        Map.entry("comet.requests.refused", 1L),
                        Map.entry("comet.requests.failed", 1L)));
        watch.close();
        assertThat(comet.metrics().value(Metric.LISTENERS)).isZero();
        kit.stop(0);
        assertThat(Kits.broken(kit, comet.get("key")).code()).isEqualTo(CometException.Code.CLOSED);
        assertThat(comet.metrics().value(Metric.REQUESTS_BROKEN)).isEqualTo(1);
    }

    @Test
    void cometMetrics_bindEveryMetricUnderItsName() {
        kit = Kits.of(1);
        Comet comet = kit.node(0).comet();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new CometMetrics(comet.withExecutor(Runnable::run)).bindTo(registry);
        kit.await(comet.put("key", "x"));

        assertThat(registry.getMeters()).hasSameSizeAs(Metric.values());
        for (Metric metric : Metric.values()) {
            assertThat(registry.get(metric.metricName())
                            .tag("node", "node-0:2551")
                            .meter())
                    .as(metric.metricName())
                    .isNotNull();
        }
        assertThat(registry.get("comet.keys.held").gauge().value()).isEqualTo(1);
        assertThat(registry.get("comet.puts").functionCounter().count()).isEqualTo(1);
    }

    private static Map<String, Long> byName(MetricsSnapshot snapshot) {
        Map<String, Long> named = new TreeMap<>();
        Arrays.stream(Metric.values()).forEach(metric -> named.put(metric.metricName(), snapshot.value(metric)));
        return named;
    }
}
