package org.cometkv.actors.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class RetractedVersionsTest {

    private static final Key KEY = Key.of("key");
    private static final NodeId NODE = NodeId.of("node");

    private final RetractedVersions retracted = new RetractedVersions(2, 1_000);

    @Test
    void change_thatWasTakenBack_isRefusedUntilItsTimeIsOver() {
        retracted.retract(KEY, version(1), 0);

        assertThat(retracted.isRetracted(KEY, version(1), 999)).isTrue();
        assertThat(retracted.isRetracted(KEY, version(1), 1_000)).isFalse();
        assertThat(retracted.isRetracted(KEY, version(2), 0)).isFalse();
        assertThat(retracted.isRetracted(Key.of("another"), version(1), 0)).isFalse();
    }

    @Test
    void digest_ofWhatWasTakenBack_isNotSound() {
        retracted.retract(KEY, version(1), 0);

        assertThat(retracted.isSound(KEY, new KeyDigest.Gone(version(1)), 0)).isFalse();
        assertThat(retracted.isSound(KEY, new KeyDigest.Gone(version(2)), 0)).isTrue();
        assertThat(retracted.isSound(KEY, KeyDigest.NOTHING, 0)).isTrue();
    }

    @Test
    void overruledRefusal_isForgotten() {
        retracted.retract(KEY, version(1), 0);
        retracted.overrule(KEY, version(1), 0);

        assertThat(retracted.isRetracted(KEY, version(1), 0)).isFalse();
    }

    @Test
    void oldest_ofMoreThanAreRemembered_isForgotten() {
        retracted.retract(KEY, version(1), 0);
        retracted.retract(KEY, version(2), 0);

        assertThat(retracted.isRetracted(KEY, version(1), 0)).isTrue();

        retracted.retract(KEY, version(3), 0);

        assertThat(retracted.isRetracted(KEY, version(1), 0)).isFalse();
        assertThat(retracted.isRetracted(KEY, version(3), 0)).isTrue();
    }

    @Test
    void put_thatFoundNothing_isToldSoOnce() {
        retracted.tookPlaceOf(KEY, version(1), Optional.empty(), 0);

        assertThat(retracted.foundBy(KEY, version(1)))
                .hasValueSatisfying(found -> assertThat(found.slot()).isEmpty());
        assertThat(retracted.foundBy(KEY, version(1))).isEmpty();
    }

    private static Version version(long clock) {
        return new Version(clock, NODE);
    }
}
