package org.cometkv.testkit.junit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The seeds of a test and their order. */
final class SeedPlan {

    /** The property that names the one seed to run. */
    static final String ONLY = "comet.test.seed";

    private SeedPlan() {}

    /** @param failed the seeds that failed the last time, which come first */
    static List<Long> seeds(CometTest test, List<Long> failed) {
        Optional<Long> only = only();
        if (only.isPresent()) {
            return List.of(only.get());
        }
        if (test.seeds() < 1) {
            throw new IllegalArgumentException("a @CometTest has 1 seed or more, not " + test.seeds());
        }
        Set<Long> seeds = new LinkedHashSet<>(failed);
        for (int i = 0; i < test.seeds(); i++) {
            seeds.add(test.firstSeed() + i);
        }
        return new ArrayList<>(seeds);
    }

    /** The one seed to run, if the property names one. */
    static Optional<Long> only() {
        String only = System.getProperty(ONLY, "");
        return only.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(only.trim()));
    }
}
