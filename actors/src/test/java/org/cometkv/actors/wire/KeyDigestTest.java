package org.cometkv.actors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Version;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class KeyDigestTest {

    @Test
    void order_isByLineageThenVersionThenNumberOfUpdates() {
        assertOrdered(
                KeyDigest.NOTHING,
                new KeyDigest.Gone(version(1)),
                live(2, 2, 0),
                live(2, 9, 1),
                live(2, 9, 2),
                new KeyDigest.Gone(version(3)),
                live(4, 4, 0));
    }

    @Test
    void replacement_thatIsNewerThanTheLineage_beatsAnObjectWhoseVersionUpdatesRaised() {
        assertThat(live(5, 5, 0).beats(live(4, 9, 3))).isTrue();
        assertThat(live(4, 9, 3).beats(live(5, 5, 0))).isFalse();
    }

    @Test
    void unconfirmedObject_losesToAConfirmedOneThatItShouldHaveFound() {
        KeyDigest confirmed = live(4, 4, 0);
        KeyDigest unconfirmed = unconfirmed(6, 3);

        assertThat(unconfirmed.beats(confirmed)).isFalse();
        assertThat(confirmed.beats(unconfirmed)).isTrue();
    }

    @Test
    void unconfirmedObject_beatsWhatItFoundGone() {
        assertThat(unconfirmed(6, 4).beats(live(4, 4, 0))).isTrue();
        assertThat(live(4, 4, 0).beats(unconfirmed(6, 4))).isFalse();
    }

    @Test
    void newerOfTwoUnconfirmedObjects_wins() {
        assertThat(unconfirmed(6, 1).beats(unconfirmed(5, 1))).isTrue();
        assertThat(unconfirmed(5, 1).beats(unconfirmed(6, 1))).isFalse();
    }

    @Test
    void digest_ofUpdates_doesNotDependOnTheirOrder() {
        UpdateDigest oneWay = UpdateDigest.NONE.plus(version(1)).plus(version(2));
        UpdateDigest other = UpdateDigest.NONE.plus(version(2)).plus(version(1));

        assertThat(oneWay).isEqualTo(other);
        assertThat(oneWay).isNotEqualTo(UpdateDigest.NONE.plus(version(1)).plus(version(3)));
    }

    private static void assertOrdered(KeyDigest... digests) {
        for (int i = 0; i < digests.length; i++) {
            for (int j = 0; j < digests.length; j++) {
                assertThat(digests[i].beats(digests[j]))
                        .as("%s beats %s", digests[i], digests[j])
                        .isEqualTo(i > j);
            }
        }
    }

    private static KeyDigest live(long lineage, long version, int updates) {
        return live(lineage, version, updates, Optional.empty());
    }

    private static KeyDigest unconfirmed(long lineage, long foundGone) {
        return live(lineage, lineage, 0, Optional.of(version(foundGone)));
    }

    private static KeyDigest live(long lineage, long version, int updates, Optional<Version> foundGone) {
        return new KeyDigest.Live(
                version(lineage), version(version), new UpdateDigest(updates, updates), Accept.ALL, 3, foundGone);
    }

    private static Version version(long clock) {
        return new Version(clock, NodeId.of("node"));
    }
}
