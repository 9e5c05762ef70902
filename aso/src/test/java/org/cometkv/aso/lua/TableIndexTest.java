package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.aso.lua.text.Latin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seed of a table's index: whoever does not know it cannot aim keys at one place. */
class TableIndexTest {

    private static final int AIMED = 64;

    /** Of keys that are scattered at random, more than this many meet in one place about once in a million trials. */
    private static final int MEET_MAX = 6;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 255, 65_535, 1L << 31, 1L << 32, 3L << 40, -1, -2})
    void keysAimedAtOnePlaceUnderOneSeed_areScatteredUnderAnother(long seed) {
        List<Integer> aimed = aimedAt(index(seed));

        for (long other : new long[] {seed + 1, seed + 2, seed ^ 1L << 32, seed ^ 1L << 63, ~seed}) {
            assertThat(most(index(other), aimed))
                    .as("keys that meet under seed %d and are aimed under %d", other, seed)
                    .isLessThanOrEqualTo(MEET_MAX);
        }
    }

    /** An index with room for a few hundred keys. */
    private static TableIndex index(long seed) {
        Meter meter = Meters.event();
        Table table = new Table();
        for (int i = 0; i < 300; i++) {
            table.set(meter, Latin.lua("k" + i), Latin.lua("v"));
        }
        return new TableIndex(seed, table);
    }

    private static List<Integer> aimedAt(TableIndex index) {
        List<Integer> aimed = new ArrayList<>();
        for (int hash = 0; aimed.size() < AIMED; hash++) {
            if (index.home(hash) == 0) {
                aimed.add(hash);
            }
        }
        return aimed;
    }

    private static int most(TableIndex index, List<Integer> hashes) {
        Map<Integer, Integer> places = new HashMap<>();
        hashes.forEach(hash -> places.merge(index.home(hash), 1, Integer::sum));
        return places.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
