package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class KeyIndexTest {

    @Test
    void index_afterManyChanges_hasWhatASortedSetHas() {
        Random random = new Random(11);
        KeyIndex index = new KeyIndex();
        TreeSet<Key> expected = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            // Few ranges, so that keys meet.
            Key key = new Key((long) random.nextInt(8) << 61, 0, 0, random.nextInt(500));
            if (random.nextInt(3) > 0) {
                index.add(key);
                expected.add(key);
            } else {
                index.remove(key);
                expected.remove(key);
            }
        }

        List<Key> found = new ArrayList<>();
        for (int range = 0; range < RangeDigest.RANGES; range++) {
            index.forEach(range, found::add);
        }

        assertThat(found).hasSameElementsAs(expected).hasSize(expected.size());
    }

    @Test
    void range_ofAKey_isThatOfItsFirstBits() {
        Key highest = new Key(-1, -1, -1, -1);

        assertThat(RangeDigest.range(highest)).isEqualTo(RangeDigest.RANGES - 1);
        assertThat(RangeDigest.range(RangeDigest.firstKey(77))).isEqualTo(77);
    }
}
