package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.node.bench.faults.ChaosResult;
import org.cometkv.node.bench.faults.ChaosRun;
import org.cometkv.node.bench.faults.ChaosSettings;
import org.cometkv.node.bench.faults.Fault;

/**
 * {@code bench chaos}: whether what a cluster of JVMs acknowledged is still there after faults, and what its clients
 * feel of them. The variants are the faults.
 */
final class ChaosWork implements Work {

    static final String NAME = "chaos";

    private static final int REMARKS_MAX = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "what was acknowledged, after faults of a cluster";
    }

    @Override
    public List<String> variants() {
        return Arrays.stream(Fault.values()).map(Fault::toString).toList();
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public Optional<String> mistake(Plan plan) {
        Optional<String> named = plan.chaos().fault();
        if (named.isPresent() && Fault.named(named.get()).isEmpty()) {
            return Optional.of(
                    "there is no fault '" + named.get() + "'; there are " + String.join(", ", variants()) + ".");
        }
        if (named.isPresent() && !plan.variants().isEmpty()) {
            return Optional.of("--fault and --variant say the same; give one of them.");
        }
        if (faults(plan).contains(Fault.KILL_ALL)
                && settings(Fault.KILL_ALL, plan).data().isEmpty()) {
            return Optional.of("--fault kill-all needs --data: without directories nothing is left.");
        }
        return faults(plan).stream()
                .flatMap(fault -> settings(fault, plan).mistake().stream())
                .findFirst();
    }

    private static List<Fault> faults(Plan plan) {
        List<Fault> chosen = Arrays.stream(Fault.values())
                .filter(fault -> plan.variants().contains(fault.toString()))
                .toList();
        return chosen.isEmpty()
                ? List.of(plan.chaos().fault().flatMap(Fault::named).orElse(Fault.KILL))
                : chosen;
    }

    private static ChaosSettings settings(Fault fault, Plan plan) {
        ChaosSettings settings = plan.chaos().settings(fault, plan.pace().equals(Pace.QUICK));
        return plan.seed().isPresent() ? settings.withSeed(plan.seed().getAsLong()) : settings;
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        for (Fault fault : faults(plan)) {
            ChaosSettings settings = settings(fault, plan);
            ChaosResult result = ChaosRun.of(settings);
            lines.accept(line(settings, result));
            result.remarks().stream().limit(REMARKS_MAX).forEach(plan.remarks());
            if (result.remarks().size() > REMARKS_MAX) {
                plan.remarks().accept("and " + (result.remarks().size() - REMARKS_MAX) + " more.");
            }
        }
    }

    private static ResultLine line(ChaosSettings settings, ChaosResult result) {
        ResultLine line = new ResultLine(NAME, settings.fault().toString())
                .with("nodes", settings.nodes())
                .with("keys", settings.keys())
                .with("every_s", settings.everySeconds())
                .with("heap", settings.heap())
                .withNumber("seed", settings.seed());
        result.figures().forEach(line::with);
        if (settings.isQuick()) {
            line.with("pace", "quick");
        }
        if (!settings.data().isEmpty()) {
            line.with("durability", settings.durability());
        }
        return line.judged(targets(settings).toArray(Target[]::new));
    }

    private static List<Target> targets(ChaosSettings settings) {
        Fault fault = settings.fault();
        if (fault == Fault.KILL_ALL) {
            return List.of(
                    Target.atMost(
                            settings.durability().equals("sync") ? ChaosResult.LOST : ChaosResult.LOST_BEFORE_BATCH, 0),
                    Target.atMost(ChaosResult.UNREAD, 0));
        }
        // A side that is removed takes with it what it acknowledged before it noticed.
        String lost = fault == Fault.LONG_PARTITION ? ChaosResult.LOST_ELSEWHERE : ChaosResult.LOST;
        List<Target> targets = new ArrayList<>(List.of(
                Target.atMost(lost, 0),
                Target.atMost(ChaosResult.STALE_IN_CALM, 0),
                Target.atMost(ChaosResult.UNREAD, 0)));
        if (fault == Fault.KILL || fault == Fault.STOP) {
            targets.add(Target.atLeast(ChaosResult.GETS_ANSWERED, 0.995));
        } else if (fault == Fault.ROLLING) {
            targets.add(Target.atLeast(ChaosResult.GETS_ANSWERED, 0.999));
        }
        if (fault == Fault.KILL) {
            targets.add(Target.atMost(ChaosResult.REPLICATED_SECONDS, 12));
        }
        return targets;
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        throw new IllegalArgumentException("chaos has no cells; it is measured in JVMs of its own kind");
    }
}
