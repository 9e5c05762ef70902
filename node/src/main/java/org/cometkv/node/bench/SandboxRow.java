package org.cometkv.node.bench;

import java.util.List;
import java.util.Optional;

/**
 * A workload and the circumstances in which both engines run it.
 *
 * @param isOfMany whether the events go to many objects in turn, instead of to one
 * @param isAfterOthers whether the other workloads ran in the same JVM before
 * @param collector the collector, if it is a part of the circumstances
 */
record SandboxRow(
        String variant,
        Workload workload,
        boolean isOfMany,
        boolean isAfterOthers,
        Optional<Collector> collector,
        Optional<Target> target) {

    private static final Target AS_FAST_AS_STOCK = Target.atMost(ResultLine.RATIO, 1);

    static final List<SandboxRow> ALL = List.of(
            row("getCount-bare", Workload.GET_COUNT_CALLS).to(AS_FAST_AS_STOCK),
            row("getCount", Workload.GET_COUNT).to(Target.atLeast(ResultLine.OPS_PER_S, 10e6)),
            row("getCount-global", Workload.GET_COUNT_GLOBAL).to(Target.atLeast(ResultLine.OPS_PER_S, 8e6)),
            new SandboxRow("getCount-objects", Workload.GET_COUNT, true, false, Optional.empty(), Optional.empty()),
            under("getCount-g1", Collector.G1, false),
            under("getCount-objects-g1", Collector.G1, true),
            under("getCount-parallel", Collector.Parallel, false),
            under("getCount-objects-parallel", Collector.Parallel, true),
            new SandboxRow("getCount-after", Workload.GET_COUNT, false, true, Optional.empty(), Optional.empty()),
            row("loop", Workload.LOOP).to(AS_FAST_AS_STOCK),
            row("nearest", Workload.NEAREST).to(AS_FAST_AS_STOCK),
            row("strings", Workload.STRINGS).to(AS_FAST_AS_STOCK));

    /** @throws IllegalArgumentException if there is none of this name */
    static SandboxRow named(String variant) {
        return ALL.stream()
                .filter(row -> row.variant().equals(variant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + variant));
    }

    private static SandboxRow row(String variant, Workload workload) {
        return new SandboxRow(variant, workload, false, false, Optional.empty(), Optional.empty());
    }

    private static SandboxRow under(String variant, Collector collector, boolean isOfMany) {
        return new SandboxRow(variant, Workload.GET_COUNT, isOfMany, false, Optional.of(collector), Optional.empty());
    }

    private SandboxRow to(Target bound) {
        return new SandboxRow(variant, workload, isOfMany, isAfterOthers, collector, Optional.of(bound));
    }
}
