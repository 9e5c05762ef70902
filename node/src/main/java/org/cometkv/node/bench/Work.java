package org.cometkv.node.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A work that {@code comet bench} can measure, by name. */
interface Work {

    String name();

    /** The measured thing, in half a line. */
    String description();

    /** The parts that can be chosen one by one, in the order in which they are measured. */
    List<String> variants();

    /** Whether it draws from a seed, which the user may choose. */
    default boolean isSeeded() {
        return false;
    }

    /** Something in a plan that cannot be measured so, as a sentence. */
    default Optional<String> mistake(Plan plan) {
        return Optional.empty();
    }

    /** Measures the chosen variants and hands over a line as soon as it is known. */
    void run(Plan plan, Consumer<ResultLine> lines);

    /**
     * Measures one cell; called in a JVM that was started for nothing else.
     *
     * @throws IllegalArgumentException if there is no cell of this name
     */
    CellFigures measure(String cell, Pace pace);

    /** All works by name. */
    static Map<String, Work> all() {
        Map<String, Work> works = new TreeMap<>();
        for (Work work : List.of(
                new SandboxWork(),
                new GetWork(false),
                new GetWork(true),
                new AdmissionWork(),
                NeighborsWork.loops(),
                NeighborsWork.flood(),
                new ChaosWork(),
                new FailoverWork(),
                new PutWork(),
                new PubsubWork(),
                new RepairWork(),
                new PricesWork(),
                new SimWork())) {
            works.put(work.name(), work);
        }
        RestWork.all().forEach(work -> works.put(work.name(), work));
        return works;
    }
}
