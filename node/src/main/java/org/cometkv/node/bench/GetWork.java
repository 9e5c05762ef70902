package org.cometkv.node.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * {@code bench get-local} and {@code bench get-remote}: gets of active objects through the whole node, in process, or
 * from a node that hosts nothing to one in another JVM over Artery.
 */
final class GetWork implements Work {

    private static final int OBJECTS = 10_000;

    /** Until the compilers rest, which share the cores with both JVMs: after 8 they still took a fifth of the time. */
    private static final int WARM_UP_SECONDS = 24;

    private static final int SECONDS = 6;

    private static final String P50_US = "p50_us";
    private static final String ECHO = "echo_p50_us";

    private final boolean isRemote;

    GetWork(boolean isRemote) {
        this.isRemote = isRemote;
    }

    @Override
    public String name() {
        return isRemote ? "get-remote" : "get-local";
    }

    @Override
    public String description() {
        return isRemote ? "active gets from one JVM to another" : "active gets in process";
    }

    /** The numbers of outstanding gets. */
    @Override
    public List<String> variants() {
        return List.of("1", "64", "256", "1024");
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        Cells.measure(this, plan, (variant, runs) -> line(variant, new RepeatedRuns(runs), runs, plan), lines);
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        int outstanding = Integer.parseInt(cell);
        boolean isQuick = pace.equals(Pace.QUICK);
        if (!isRemote) {
            try (CometNode node = pace.start(ConfigFactory.empty())) {
                return measure(node.comet(), outstanding, isQuick, () -> 0);
            }
        }
        try (PeerProcess peer = PeerProcess.start(pace);
                CometNode node = pace.start(guest(peer.address()))) {
            CellFigures measured = measure(node.comet(), outstanding, isQuick, peer::cpuNanos);
            return outstanding > 1 ? measured : measured.with(ECHO, echoMicros(node, peer.address(), isQuick));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double echoMicros(CometNode node, String peer, boolean isQuick) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return isQuick
                ? ArteryEcho.medianMicros(node, peer, second / 10, second / 5)
                : ArteryEcho.medianMicros(node, peer, 2 * second, 3 * second);
    }

    private static Config guest(String seed) {
        return ConfigFactory.parseMap(Map.of(
                "comet.node.hosts-objects",
                "off",
                "pekko.cluster.seed-nodes",
                List.of("pekko://comet@" + seed),
                "pekko.cluster.gossip-interval",
                "200ms"));
    }

    private static CellFigures measure(Comet comet, int outstanding, boolean isQuick, LongSupplier peerCpuNanos) {
        awaitOwner(comet);
        Key[] keys = put(comet, isQuick ? 200 : OBJECTS);
        ClosedLoop loop = new ClosedLoop(
                keys,
                Math.min(outstanding, keys.length),
                slot -> key -> comet.get(key, Value.NIL),
                GetReply.Found.class);
        long second = TimeUnit.SECONDS.toNanos(1);
        CellFigures measured = isQuick
                ? loop.measure(second / 5, second / 5, peerCpuNanos)
                : loop.measure(WARM_UP_SECONDS * second, SECONDS * second, peerCpuNanos);
        loop.end();
        return measured;
    }

    /** A node that hosts nothing knows of nobody until others have greeted it. */
    private static void awaitOwner(Comet comet) {
        CompletableFuture<Void> known = new CompletableFuture<>();
        comet.watch(change -> {
            if (!comet.lookup("any").toCompletableFuture().join().isEmpty()) {
                known.complete(null);
            }
        });
        known.join();
    }

    private static Key[] put(Comet comet, int count) {
        Key[] keys = new Key[count];
        List<CompletableFuture<?>> puts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys[i] = Key.of("bench-" + i);
            puts.add(comet.put(keys[i], Aso.script(Workload.GET_COUNT.script()).replicas(1), PutOptions.DEFAULT)
                    .toCompletableFuture());
            if (puts.size() == 256) {
                CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new)).join();
                puts.clear();
            }
        }
        CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new)).join();
        return keys;
    }

    private ResultLine line(String variant, RepeatedRuns runs, List<CellFigures> all, Plan plan) {
        CellFigures best = all.stream()
                .max((one, other) -> Double.compare(one.get(ClosedLoop.OPS), other.get(ClosedLoop.OPS)))
                .orElseThrow();
        double cpu = best.get(CellFigures.CPU) / 1e3;
        ResultLine line = new ResultLine(name(), variant)
                .with(ResultLine.OPS_PER_S, best.get(ClosedLoop.OPS))
                .with(P50_US, best.get(ClosedLoop.P50))
                .with("p99_us", best.get(ClosedLoop.P99))
                .with("p999_us", best.get(ClosedLoop.P999))
                .with(ResultLine.CPU_US_PER_OP, cpu)
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with("nodes", isRemote ? 2 : 1)
                .with("outstanding", Integer.parseInt(variant))
                .with("failed", best.get(ClosedLoop.FAILED))
                .with("spread", runs.spread(ClosedLoop.OPS))
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("objects", OBJECTS)
                .with("runs", plan.runs());
        if (isRemote && variant.equals("1")) {
            return line.with(ECHO, best.get(ECHO))
                    .with(ResultLine.RATIO, best.get(ClosedLoop.P50) / best.get(ECHO))
                    .with(ResultLine.RATIO_TO, "Artery's own round trip")
                    .judged(Target.atMost(ResultLine.RATIO, 2));
        }
        return target(variant) > 0 ? line.judged(Target.atLeast(ResultLine.OPS_PER_S, target(variant))) : line;
    }

    private double target(String variant) {
        if (!isRemote) {
            return variant.equals("256") ? 650_000 : 0;
        }
        return variant.equals("256") ? 100_000 : variant.equals("1024") ? 300_000 : 0;
    }
}
