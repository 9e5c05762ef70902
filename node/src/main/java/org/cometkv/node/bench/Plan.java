package org.cometkv.node.bench;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The plan of a bench, as the user chose it.
 *
 * @param variants the variants to measure; empty for all
 * @param runs how often each cell is measured, each time in another JVM
 * @param collector the collector of cells that do not name theirs
 * @param heap the size of each heap, as the JVM reads it: {@code 1g}
 * @param seed of works that draw from one; empty for the one they have by default
 * @param chaos the options of chaos alone
 * @param remarks takes sentences for people, beside the lines
 */
record Plan(
        Set<String> variants,
        int runs,
        Collector collector,
        String heap,
        Pace pace,
        OptionalLong seed,
        ChaosOptions chaos,
        Consumer<String> remarks) {

    boolean includes(String variant) {
        return variants.isEmpty() || variants.contains(variant);
    }
}
