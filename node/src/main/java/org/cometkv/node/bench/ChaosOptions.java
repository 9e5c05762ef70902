package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.node.bench.faults.ChaosSettings;
import org.cometkv.node.bench.faults.Fault;
import picocli.CommandLine.Option;

/** The options of {@code comet bench chaos} alone. Each is empty where the user leaves it to the fault. */
final class ChaosOptions {

    @Option(names = "--nodes", paramLabel = "N", description = "chaos: nodes, 3 to 20 (default: 5).")
    private Optional<Integer> nodes = Optional.empty();

    @Option(names = "--seconds", paramLabel = "S", description = "chaos: how long, in seconds (default: 60).")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--keys", paramLabel = "K", description = "chaos: values and objects (default: 20000).")
    private Optional<Integer> keys = Optional.empty();

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "chaos: kill, stop, partition, long-partition, rolling or kill-all (default: kill).")
    private Optional<String> fault = Optional.empty();

    @Option(names = "--every", paramLabel = "S", description = "chaos: seconds from one fault to the next.")
    private Optional<Integer> every = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "chaos: nodes keep what they hold in directories below this one, which is to be empty.")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--durability",
            paramLabel = "NAME",
            description = "chaos with --data: MEMORY, BATCH or SYNC (default: BATCH).")
    private Optional<String> durability = Optional.empty();

    ChaosOptions() {}

    /** The options that were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        nodes.ifPresent(n -> given.add("--nodes"));
        seconds.ifPresent(n -> given.add("--seconds"));
        keys.ifPresent(n -> given.add("--keys"));
        fault.ifPresent(name -> given.add("--fault"));
        every.ifPresent(n -> given.add("--every"));
        data.ifPresent(name -> given.add("--data"));
        durability.ifPresent(name -> given.add("--durability"));
        return given;
    }

    /** The fault that was named. */
    Optional<String> fault() {
        return fault;
    }

    /** The settings of a run with a fault. */
    ChaosSettings settings(Fault chosen, boolean isQuick) {
        ChaosSettings settings = ChaosSettings.of(chosen, isQuick);
        ChaosSettings ofNodes = nodes.map(settings::withNodes).orElse(settings);
        ChaosSettings ofSeconds = seconds.map(ofNodes::withSeconds).orElse(ofNodes);
        ChaosSettings ofKeys = keys.map(ofSeconds::withKeys).orElse(ofSeconds);
        ChaosSettings ofData = data.map(ofKeys::withData).orElse(ofKeys);
        ChaosSettings ofAll = durability.map(ofData::withDurability).orElse(ofData);
        return every.map(ofAll::withEverySeconds).orElse(ofAll).complete();
    }
}
