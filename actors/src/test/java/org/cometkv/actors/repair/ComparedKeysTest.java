package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.context.PublishedView;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class ComparedKeysTest {

    private static final Key KEY = Key.of("key");

    private final PublishedView published = new PublishedView();
    private final ComparedKeys compared = new ComparedKeys(published, 2);

    @Test
    void key_thatWasCompared_countsUntilTheNextEpoch() {
        compared.compared(KEY, published.epoch());

        assertThat(compared.isCompared(KEY)).isTrue();
        assertThat(compared.isCompared(Key.of("another"))).isFalse();

        published.beginEpoch();

        assertThat(compared.isCompared(KEY)).isFalse();
    }

    @Test
    void key_whoseComparisonBeganInAnEarlierEpoch_doesNotCount() {
        int before = published.epoch();
        published.beginEpoch();

        compared.compared(KEY, before);

        assertThat(compared.isCompared(KEY)).isFalse();
    }

    @Test
    void range_thatWasCompared_countsForAllItsKeys() {
        compared.rangeCompared(RangeDigest.range(KEY), published.epoch());

        assertThat(compared.isCompared(KEY)).isTrue();
        assertThat(compared.isCompared(RangeDigest.firstKey(RangeDigest.range(KEY))))
                .isTrue();
        assertThat(compared.isCompared(RangeDigest.firstKey((RangeDigest.range(KEY) + 1) % RangeDigest.RANGES)))
                .isFalse();
    }

    @Test
    void oldestKey_ofMoreThanAreRemembered_isComparedAgain() {
        compared.compared(KEY, published.epoch());
        compared.compared(Key.of("second"), published.epoch());

        assertThat(compared.isCompared(KEY)).isTrue();

        compared.compared(Key.of("third"), published.epoch());

        assertThat(compared.isCompared(KEY)).isFalse();
        assertThat(compared.isCompared(Key.of("third"))).isTrue();
    }

    @Test
    void doubtfulKey_countsAgainWhenItsTimeIsOver() {
        compared.rangeCompared(RangeDigest.range(KEY), published.epoch());
        compared.doubt(KEY, 1_000);

        compared.clearDoubts(999);
        assertThat(compared.isCompared(KEY)).isFalse();

        compared.clearDoubts(1_000);
        assertThat(compared.isCompared(KEY)).isTrue();
    }

    @Test
    void key_thatIsToBeComparedAgain_countsOnceItWas() {
        compared.rangeCompared(RangeDigest.range(KEY), published.epoch());
        compared.compareAgain(KEY);

        assertThat(compared.isCompared(KEY)).isFalse();

        compared.compared(KEY, published.epoch());

        assertThat(compared.isCompared(KEY)).isTrue();
    }
}
