package org.cometkv.node.bench;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cometkv.actors.CometNode;

/** {@code bench pubsub}: messages from topics to subscribers. */
final class PubsubWork implements Work {

    private static final String FAN_OUT = "fan-out";
    private static final String FAN_OUT_REMOTE = "fan-out-remote";
    private static final String HANDLERS = "handlers";
    private static final String PUTS = "puts";
    private static final String PACED = "paced";
    private static final String MEMORY = "memory";

    private static final int WARM_UP_SECONDS = 12;
    private static final int SECONDS = 6;

    @Override
    public String name() {
        return "pubsub";
    }

    @Override
    public String description() {
        return "messages from topics to subscribers";
    }

    @Override
    public List<String> variants() {
        return List.of(FAN_OUT, FAN_OUT_REMOTE, HANDLERS, PUTS, PACED, MEMORY);
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        Cells.measure(this, plan, (variant, runs) -> line(variant, runs, plan), lines);
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        boolean isQuick = pace.equals(Pace.QUICK);
        if (cell.equals(FAN_OUT_REMOTE)) {
            try (PeerProcess peer = PeerProcess.start(pace);
                    CometNode node = pace.start(ConfigFactory.parseMap(Map.of(
                            "comet.node.hosts-objects",
                            "off",
                            "pekko.cluster.seed-nodes",
                            List.of("pekko://comet@" + peer.address()))))) {
                return measured(cell, node, isQuick).with("peer_cpu", peer.cpuNanos());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (CometNode node = pace.start(ConfigFactory.empty())) {
            return measured(cell, node, isQuick);
        }
    }

    private static CellFigures measured(String cell, CometNode node, boolean isQuick) {
        PubsubLoad load = new PubsubLoad(node.comet(), isQuick);
        if (cell.equals(MEMORY)) {
            return load.memory();
        }
        boolean isOne = cell.startsWith(FAN_OUT) || cell.equals(PACED);
        load.subscribe(isOne ? 1 : isQuick ? 20 : 1_000, isOne ? (isQuick ? 50 : 1_000) : 10);
        long second = TimeUnit.SECONDS.toNanos(1);
        long warmUp = isQuick ? second / 5 : WARM_UP_SECONDS * second;
        long time = isQuick ? second / 5 : SECONDS * second;
        if (cell.equals(PACED)) {
            return load.paced(isQuick ? 100 : 2_800, warmUp, time);
        }
        return cell.equals(PUTS) ? load.puts(warmUp, time) : load.handlers(warmUp, time);
    }

    private ResultLine line(String variant, List<CellFigures> all, Plan plan) {
        CellFigures best = all.stream()
                .max((one, other) -> Double.compare(one.get(PubsubLoad.DELIVERIES), other.get(PubsubLoad.DELIVERIES)))
                .orElseThrow();
        ResultLine line = new ResultLine(name(), variant)
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("runs", plan.runs());
        best.figures().forEach(line::with);
        return switch (variant) {
            case FAN_OUT, FAN_OUT_REMOTE -> line.judged(Target.atLeast(PubsubLoad.DELIVERIES, 7e6));
            case HANDLERS -> line.judged(Target.atLeast(PubsubLoad.PUBLISHES, 300_000));
            case PUTS -> line.judged(Target.atLeast(PubsubLoad.PUBLISHES, 60_000));
            case PACED -> line.judged(Target.atMost("p99_us", 10_000));
            default -> line.judged(Target.atMost(ResultLine.BYTES_EACH, 300));
        };
    }
}
