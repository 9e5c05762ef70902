package org.cometkv.testkit.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a cluster as data: how many nodes, the seed of what is left to chance, the objects, the steps.
 *
 * @param nodes there from the start, numbered from 0
 * @param seed of the network's delays and of the order of what is ready at the same time
 * @param settings configuration of every node, key to value in HOCON
 * @param objects scripts by name
 * @param fails the invariant that this scenario is known to break; empty if it breaks none
 */
public record Scenario(
        int nodes,
        long seed,
        Map<String, String> settings,
        Map<String, String> objects,
        List<Step> steps,
        Optional<KnownFailure> fails) {

    /**
     * A failure that is known and not mended yet.
     *
     * @param invariant its name
     * @param found how many seeds it took to find, and what mends it: a remark for readers
     */
    public record KnownFailure(String invariant, String found) {}

    /** @throws IllegalArgumentException if there is no node, or too many */
    public Scenario {
        if (nodes < 1 || nodes > Command.NODES_MAX) {
            throw new IllegalArgumentException("nodes are 1 to " + Command.NODES_MAX + ", not " + nodes);
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        Map<String, String> scripts = new LinkedHashMap<>(objects);
        // A file does not tell where a script ends and where the blank lines after it begin.
        scripts.replaceAll((name, script) -> script.stripTrailing());
        objects = Collections.unmodifiableMap(scripts);
        steps = List.copyOf(steps);
    }

    /** A cluster of so many nodes to which nothing happens. */
    public static Scenario of(int nodes, long seed) {
        return new Scenario(nodes, seed, Map.of(), Map.of(), List.of(), Optional.empty());
    }

    /** The same with other steps. */
    public Scenario withSteps(List<Step> others) {
        return new Scenario(nodes, seed, settings, objects, others, fails);
    }

    /** The same with another seed. */
    public Scenario withSeed(long other) {
        return new Scenario(nodes, other, settings, objects, steps, fails);
    }

    /** The same with other settings. */
    public Scenario withSettings(Map<String, String> others) {
        return new Scenario(nodes, seed, others, objects, steps, fails);
    }

    /** The same with other objects. */
    public Scenario withObjects(Map<String, String> others) {
        return new Scenario(nodes, seed, settings, others, steps, fails);
    }

    /** The commands of the steps, in their order. */
    public List<Command> commands() {
        return steps.stream().map(Step::command).toList();
    }

    /** The names of all keys that calls name, in the order of their first call; the user's operations have none. */
    public List<String> keys() {
        return commands().stream()
                .filter(command -> command instanceof Command.Call && !(command instanceof Command.Operate))
                .map(command -> ((Command.Call) command).key())
                .distinct()
                .toList();
    }
}
