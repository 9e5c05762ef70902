package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.FakeCluster.await;

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
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store beside its verbs: where stages complete, when they end, and the figures of a node. */
class StoreTest {

    private FakeCluster cluster;

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void withExecutor_completesEveryStageThere_andTheStoreItIsOfStaysAsItWas() {
        cluster = new FakeCluster(1);
        List<Runnable> handed = new ArrayList<>();
        Comet here = cluster.comet(0).withExecutor(handed::add);
        await(cluster.comet(0).put("key", "x"));

        CompletableFuture<GetReply> got = here.get("key").toCompletableFuture();
        CompletableFuture<Comet> ready = here.ready().toCompletableFuture();

        // A passive value is answered at once, and this store is ready: both wait for the executor alone.
        assertThat(got).isNotDone();
        assertThat(handed).hasSizeBetween(1, 2);
        assertThat(await(cluster.comet(0).get("key")).orElseThrow()).isEqualTo(Value.of("x"));
        cluster.eventually(() -> assertThat(handed).hasSize(2));
        handed.forEach(Runnable::run);
        assertThat(got.join().orElseThrow()).isEqualTo(Value.of("x"));
        assertThat(ready.join()).isSameAs(here);
    }

    @Test
    void whatIsBroken_isToldThroughTheExecutorAsWithoutIt() {
        cluster = new FakeCluster(1);
        Comet here = cluster.comet(0).withExecutor(Runnable::run);
        cluster.stop(0);

        assertThatThrownBy(() -> await(here.get("key")))
                .isInstanceOfSatisfying(
                        CometException.class,
                        broken -> assertThat(broken.code()).isEqualTo(CometException.Code.CLOSED));
    }

    @Test
    void aStageThatTheExecutorRejects_fails() {
        cluster = new FakeCluster(1);
        Comet here = cluster.comet(0).withExecutor(task -> {
            throw new RejectedExecutionException("full");
        });

        assertThatThrownBy(() -> here.put("key", "x").toCompletableFuture().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aRequestWithATimeout_endsByIt_andOthersByTheNodes() {
        cluster = new FakeCluster(3);
        String key = remoteKey();
        await(cluster.comet(0).put(key, Aso.value("x").replicas(1), PutOptions.DEFAULT.acks(1)));
        for (int node = 1; node < 3; node++) {
            cluster.network.cut(cluster.comet(node).self());
        }
        CompletableFuture<GetReply> brief = cluster.comet(0)
                .get(key, GetOptions.DEFAULT.timeout(Duration.ofMillis(20)))
                .toCompletableFuture();
        CompletableFuture<GetReply> whole = cluster.comet(0).get(key).toCompletableFuture();

        cluster.eventually(() -> {
            cluster.clock.advance(Duration.ofMillis(10));
            assertThat(brief).isCompletedExceptionally();
        });

        assertThat(whole).isNotCompletedExceptionally();
        assertThatThrownBy(() -> await(brief))
                .isInstanceOfSatisfying(
                        CometException.class,
                        broken -> assertThat(broken.code()).isEqualTo(CometException.Code.TIMEOUT));
    }

    @Test
    void metrics_tellWhatApplicationsAskedForAndHowItEnded() {
        cluster = new FakeCluster(1);
        Comet comet = cluster.comet(0);
        Watch watch = comet.watch(change -> {});
        await(comet.put("key", "x"));
        await(comet.put("key", Aso.value("y"), PutOptions.DEFAULT.ifAbsent()));
        await(comet.put("bad", Aso.script("error('no')")));
        await(comet.update("key", "z"));
        await(comet.get("key"));
        await(comet.getFromAll("key"));
        // What is left of it says that it is gone.
        await(comet.remove("nothing"));

        assertThat(comet.metrics().values()).containsOnlyKeys(Metric.values());
        assertThat(byName(comet.metrics()))
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("comet.keys.held", 2L),
                        Map.entry("comet.objects.slowed", 0L),
                        Map.entry("comet.objects.set.aside", 0L),
                        Map.entry("comet.events.waiting", 0L),
                        Map.entry("comet.events.waiting.bytes", 0L),
                        Map.entry("comet.nodes.owners", 1L),
                        Map.entry("comet.nodes.suspect", 0L),
                        Map.entry("comet.listeners", 1L),
                        Map.entry("comet.gets", 2L),
                        Map.entry("comet.puts", 3L),
                        Map.entry("comet.updates", 1L),
                        Map.entry("comet.removes", 1L),
                        Map.entry("comet.requests.refused", 1L),
                        Map.entry("comet.requests.failed", 1L),
                        Map.entry("comet.requests.broken", 0L))));
        watch.close();
        assertThat(comet.metrics().value(Metric.LISTENERS)).isZero();
        cluster.stop(0);
        assertThatThrownBy(() -> await(comet.get("key"))).isInstanceOf(CometException.class);
        assertThat(comet.metrics().value(Metric.REQUESTS_BROKEN)).isEqualTo(1);
    }

    @Test
    void cometMetrics_bindEveryMetricUnderItsName() {
        cluster = new FakeCluster(1);
        Comet comet = cluster.comet(0);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new CometMetrics(comet.withExecutor(Runnable::run)).bindTo(registry);
        await(comet.put("key", "x"));

        assertThat(registry.getMeters()).hasSameSizeAs(Metric.values());
        for (Metric metric : Metric.values()) {
            assertThat(registry.get(metric.metricName()).tag("node", "node-0:1").meter())
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

    /** A key whose first owner is another node. */
    private String remoteKey() {
        Contact self = cluster.comet(0).self();
        for (int i = 0; ; i++) {
            if (!cluster.comet(0).lookup(Key.of("key-" + i)).get(0).equals(self)) {
                return "key-" + i;
            }
        }
    }
}
