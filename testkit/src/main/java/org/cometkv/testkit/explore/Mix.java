package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mix that scenarios are drawn from.
 *
 * @param nodes there from the start
 * @param length of the phase with faults, in virtual time
 * @param faults kinds that a seed may have
 * @param clients kinds that a seed may have
 * @param operations of the user
 * @param settings of every node
 * @param reads keys that are read at the end of each run, beside those of the clients
 */
public record Mix(
        int nodes,
        Duration length,
        List<FaultKind> faults,
        List<ClientKind> clients,
        List<UserOperation> operations,
        Map<String, String> settings,
        List<String> reads) {

    /** The shortest run: faults need some seconds to begin and end in. */
    static final Duration LENGTH_MIN = Duration.ofSeconds(5);

    static final Duration LENGTH_MAX = Duration.ofHours(1);

    public Mix {
        if (length.compareTo(LENGTH_MIN) < 0 || length.compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("a run is " + LENGTH_MIN.toSeconds() + " s to " + LENGTH_MAX.toSeconds()
                    + " s long, not " + length.toSeconds() + " s");
        }
        if (clients.isEmpty() && operations.isEmpty()) {
            throw new IllegalArgumentException("a run without clients and operations does nothing");
        }
        faults = List.copyOf(faults);
        clients = List.copyOf(clients);
        operations = List.copyOf(operations);
        settings = new LinkedHashMap<>(settings);
        reads = List.copyOf(reads);
    }

    /** All faults and all clients of this project's own. */
    public static Mix of(int nodes, Duration length) {
        return new Mix(nodes, length, FaultKind.all(), ClientKind.own(), List.of(), Map.of(), List.of());
    }

    /** The same with these faults only. */
    public Mix withFaults(FaultKind... kinds) {
        return new Mix(nodes, length, List.of(kinds), clients, operations, settings, reads);
    }

    /** The same with these clients only. */
    public Mix withClients(ClientKind... kinds) {
        return new Mix(nodes, length, faults, List.of(kinds), operations, settings, reads);
    }

    /** The same with these operations of the user as well. */
    public Mix withOperations(List<UserOperation> others) {
        return new Mix(nodes, length, faults, clients, others, settings, reads);
    }
}
