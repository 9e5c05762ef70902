package org.cometkv.node.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.StatReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * {@code bench memory}, {@code storage}, {@code timers} and {@code activate}: what objects cost on one node while they
 * run, while they sleep, on their way to the disk and back.
 */
final class RestWork implements Work {

    private enum Kind {
        MEMORY("the heap of an object that runs, sleeps, or sleeps on the disk"),
        STORAGE("objects to the data directory, and a node that is ready again with them"),
        TIMERS("CPU and lateness of objects with timers, live and asleep"),
        ACTIVATE("gets that wake objects");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    private static final String LIVE = "live";
    private static final String ASLEEP = "asleep";
    private static final String DISK = "disk";

    private static final String BYTES_EACH = "bytes_each";
    private static final String BESIDE_IMAGE = "bytes_beside_image";

    /** The price of an object on the disk alone, which is part of that of one in memory. */
    private static final int SLEEPER_BYTES = 448;

    private static final String READY_S = "ready_s";
    private static final String DISK_BYTES = "disk_bytes";
    private static final String CPU_SHARE = "cpu_share";
    private static final String LATE_MS = "late_p99_ms";

    private static final int OUTSTANDING = 256;

    /** As many firings a second as ten times the objects with ten minutes have. */
    private static final int PERIOD_SECONDS = 60;

    private static final String TIMED = "aso.late = 0\naso.timer = %d\n"
            + "function aso:onTimer()\n"
            + "  local now = comet.systemTime()\n"
            + "  if self.at then self.late = math.max(self.late, now - self.at - %d) end\n"
            + "  self.at = now\n"
            + "end\n"
            + "function aso:onGet() return self.late end\n";

    private final Kind kind;

    private RestWork(Kind kind) {
        this.kind = kind;
    }

    static List<Work> all() {
        return Stream.of(Kind.values()).<Work>map(RestWork::new).toList();
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String description() {
        return kind.description;
    }

    @Override
    public List<String> variants() {
        return switch (kind) {
            case MEMORY -> List.of(LIVE, ASLEEP, DISK);
            case STORAGE -> List.of("batch");
            case TIMERS -> List.of(LIVE, ASLEEP);
            case ACTIVATE -> List.of(ASLEEP, DISK);
        };
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        Cells.measure(this, plan, (variant, runs) -> line(variant, new RepeatedRuns(runs), plan), lines);
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        try {
            Path directory = Files.createTempDirectory("comet-bench");
            try {
                return measure(cell, pace, directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CellFigures measure(String cell, Pace pace, Path directory) {
        return switch (kind) {
            case MEMORY -> memory(cell, pace, directory);
            case STORAGE -> storage(pace, directory);
            case TIMERS -> timers(cell, pace);
            case ACTIVATE -> activate(cell, pace, directory);
        };
    }

    private static CellFigures memory(String cell, Pace pace, Path directory) {
        long began = System.nanoTime();
        try (CometNode node = pace.start(settings(cell, directory, Duration.ofSeconds(1)))) {
            putAll(node.comet(), 100, "first-", Workload.GET_COUNT.script());
            awaitRest(node.comet(), cell, 100);
            long empty = HeapUse.bytes();
            putAll(node.comet(), pace.objects(), "bench-", Workload.GET_COUNT.script());
            awaitRest(node.comet(), cell, pace.objects() + 100);
            double each = (HeapUse.bytes() - empty) / (double) pace.objects();
            return new CellFigures()
                    .with(BYTES_EACH, each)
                    .with(BESIDE_IMAGE, each - imageBytes(node.comet()))
                    .with(CellFigures.SECONDS, seconds(began));
        }
    }

    /** The record of an object that sleeps in memory; 0 of one that does not. */
    private static int imageBytes(Comet comet) {
        StatReply.Found found =
                (StatReply.Found) comet.stat("first-0").toCompletableFuture().join();
        return found.replicas().get(0).bytes() - SLEEPER_BYTES;
    }

    private static CellFigures storage(Pace pace, Path directory) {
        long began = System.nanoTime();
        double inserting;
        try (CometNode node = pace.start(settings(DISK, directory, Duration.ofMinutes(10)))) {
            long inserted = System.nanoTime();
            putAll(node.comet(), pace.objects(), "bench-", Workload.GET_COUNT.script());
            inserting = seconds(inserted);
        }
        long started = System.nanoTime();
        try (CometNode node = pace.start(settings(DISK, directory, Duration.ofMinutes(10)))) {
            GetReply reply = node.comet().get("bench-0").toCompletableFuture().join();
            double ready = seconds(started);
            if (!(reply instanceof GetReply.Found) || node.comet().stat().keys() != pace.objects()) {
                throw new IllegalStateException("of " + pace.objects() + " objects the node found "
                        + node.comet().stat().keys() + ", and answered " + reply);
            }
            return new CellFigures()
                    .with(ClosedLoop.OPS, pace.objects() / inserting)
                    .with(READY_S, ready)
                    .with(DISK_BYTES, node.comet().stat().diskBytes())
                    .with(CellFigures.SECONDS, seconds(began));
        }
    }

    private static CellFigures timers(String cell, Pace pace) {
        boolean isQuick = pace.equals(Pace.QUICK);
        int period = isQuick ? 2 : PERIOD_SECONDS;
        long began = System.nanoTime();
        String after = cell.equals(LIVE) ? "off" : isQuick ? "200ms" : "5s";
        Config settings =
                ConfigFactory.parseMap(Map.of("comet.passivation.after", after, "comet.requests.timeout", "1s"));
        try (CometNode node = pace.start(settings)) {
            Key[] keys = putAll(node.comet(), pace.objects(), "bench-", String.format(TIMED, period, period * 1_000));
            pause(Duration.ofSeconds(period));
            long cpu = cpuNanos();
            long measured = System.nanoTime();
            pause(Duration.ofSeconds(period + period / 4));
            double share = (cpuNanos() - cpu) / (double) (System.nanoTime() - measured);
            long[] late = Arrays.stream(keys)
                    .mapToLong(key -> ((GetReply.Found) node.comet()
                                    .get(key, Value.NIL)
                                    .toCompletableFuture()
                                    .join())
                            .value()
                            .asLong())
                    .sorted()
                    .toArray();
            return new CellFigures()
                    .with(CPU_SHARE, share)
                    .with(LATE_MS, late[(int) (late.length * 0.99)])
                    .with(CellFigures.SECONDS, seconds(began));
        }
    }

    private static CellFigures activate(String cell, Pace pace, Path directory) {
        long began = System.nanoTime();
        try (CometNode node = pace.start(settings(cell, directory, Duration.ofSeconds(2)))) {
            Comet comet = node.comet();
            Key[] keys = putAll(comet, pace.objects(), "bench-", Workload.GET_COUNT.script());
            // The first rounds warm the compilers up.
            double ops = 0;
            double cpuMicros = 0;
            for (int round = 0; round < 3; round++) {
                awaitRest(comet, cell, keys.length);
                long cpu = cpuNanos();
                long measured = System.nanoTime();
                getAll(comet, keys);
                ops = keys.length / seconds(measured);
                cpuMicros = (cpuNanos() - cpu) / 1e3 / keys.length;
            }
            return new CellFigures()
                    .with(ClosedLoop.OPS, ops)
                    .with(CellFigures.CPU, cpuMicros)
                    .with(CellFigures.SECONDS, seconds(began));
        }
    }

    private static Config settings(String cell, Path directory, Duration after) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("comet.passivation.after", cell.equals(LIVE) ? "off" : after.toMillis() + "ms");
        // The change of an object has to be as old as a request may become before it sleeps.
        settings.put("comet.requests.timeout", "5s");
        settings.put("comet.replication.bytes-max", "90%");
        if (cell.equals(DISK)) {
            settings.put("comet.storage.directory", directory.toString());
        }
        return ConfigFactory.parseMap(settings);
    }

    private static Key[] putAll(Comet comet, int count, String prefix, String script) {
        Key[] keys = new Key[count];
        Semaphore room = new Semaphore(OUTSTANDING);
        for (int i = 0; i < count; i++) {
            keys[i] = Key.of(prefix + i);
            room.acquireUninterruptibly();
            comet.put(keys[i], Aso.script(script).replicas(1), PutOptions.DEFAULT)
                    .whenComplete((reply, broken) -> room.release());
        }
        room.acquireUninterruptibly(OUTSTANDING);
        return keys;
    }

    private static void getAll(Comet comet, Key[] keys) {
        List<CompletableFuture<GetReply>> gets = new ArrayList<>();
        for (Key key : keys) {
            gets.add(comet.get(key, Value.NIL).toCompletableFuture());
            if (gets.size() == OUTSTANDING) {
                gets.forEach(CompletableFuture::join);
                gets.clear();
            }
        }
        gets.forEach(CompletableFuture::join);
    }

    /** Waits until all sleep, and on the disk alone if they are to. */
    private static void awaitRest(Comet comet, String cell, int count) {
        while (!cell.equals(LIVE)
                && (comet.stat().asleep() < count || comet.stat().unsaved() > 0)) {
            pause(Duration.ofMillis(100));
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ResultLine line(String variant, RepeatedRuns runs, Plan plan) {
        ResultLine line = new ResultLine(name(), variant);
        for (String figure :
                List.of(ClosedLoop.OPS, BYTES_EACH, BESIDE_IMAGE, READY_S, DISK_BYTES, CPU_SHARE, LATE_MS)) {
            if (runs.has(figure)) {
                line.with(figure.equals(ClosedLoop.OPS) ? ResultLine.OPS_PER_S : figure, runs.median(figure));
            }
        }
        if (runs.has(CellFigures.CPU)) {
            line.with(ResultLine.CPU_US_PER_OP, runs.median(CellFigures.CPU));
        }
        return line.with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with("nodes", 1)
                .with("objects", plan.pace().objects())
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("runs", plan.runs())
                .judged(targets(variant));
    }

    private Target[] targets(String variant) {
        return switch (kind) {
            case MEMORY ->
                new Target[] {
                    variant.equals(ASLEEP)
                            ? Target.atMost(BESIDE_IMAGE, 150)
                            : Target.atMost(BYTES_EACH, variant.equals(LIVE) ? 2_200 : 100)
                };
            case STORAGE -> new Target[] {Target.atLeast(ResultLine.OPS_PER_S, 25_000), Target.atMost(READY_S, 5)};
            case TIMERS ->
                new Target[] {Target.atMost(CPU_SHARE, variant.equals(LIVE) ? 0.05 : 0.1), Target.atMost(LATE_MS, 50)};
            case ACTIVATE ->
                new Target[] {Target.atLeast(ResultLine.OPS_PER_S, 100_000), Target.atMost(ResultLine.CPU_US_PER_OP, 20)
                };
        };
    }
}
