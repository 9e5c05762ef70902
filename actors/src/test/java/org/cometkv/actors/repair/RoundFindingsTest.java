package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Contact;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

/** Who mends what, of three nodes that own all keys. */
class RoundFindingsTest {

    private static final int RANGE = 7;
    private static final List<Contact> NODES =
            IntStream.rangeClosed(1, 3).mapToObj(Replicas::node).toList();
    private static final RoutingView VIEW = RoutingView.of(NODES, Set.of());
    /** In the order of the owners of the range. */
    private static final List<Contact> OWNERS = VIEW.changeOwners(RangeDigest.firstKey(RANGE), 3);

    @Test
    void rangeThatANewNodeLacks_isMendedByTheFirstOfTheOthers_alone() {
        Contact joined = OWNERS.get(0);

        assertThat(mends(OWNERS.get(1), Map.of(OWNERS.get(2), 10, joined, 0))).isTrue();
        assertThat(mends(OWNERS.get(2), Map.of(OWNERS.get(1), 10, joined, 0))).isFalse();
        assertThat(mends(joined, 0, Map.of(OWNERS.get(1), 10, OWNERS.get(2), 10)))
                .isFalse();
    }

    @Test
    void newNodeThatHoldsALittle_mendsNotYet() {
        Contact joined = OWNERS.get(0);

        assertThat(mends(joined, 4, Map.of(OWNERS.get(1), 10, OWNERS.get(2), 10)))
                .isFalse();
        assertThat(mends(joined, 5, Map.of(OWNERS.get(1), 10, OWNERS.get(2), 10)))
                .isTrue();
    }

    @Test
    void rangesThatFewerHold_comeFirst() {
        RoundFindings findings = new RoundFindings(VIEW, OWNERS.get(0).id(), 3);
        Map<Integer, RangeDigest> mine = digests(Map.of(1, 10, 2, 10, 3, 10));
        findings.found(OWNERS.get(1), RoundFindings.Ranges.of(mine, digests(Map.of(2, 10))));
        findings.found(OWNERS.get(2), RoundFindings.Ranges.of(mine, digests(Map.of(1, 10, 2, 9))));

        assertThat(findings.toMend(true)).containsExactly(3, 1, 2);
        assertThat(findings.differences()).isEqualTo(4);
    }

    @Test
    void nodeWhoseOthersHoldNothingElse_hasTheBestOfARange() {
        RoundFindings findings = new RoundFindings(VIEW, OWNERS.get(0).id(), 3);
        Map<Integer, RangeDigest> mine = digests(Map.of(1, 10, 2, 10));
        findings.found(OWNERS.get(1), RoundFindings.Ranges.of(mine, digests(Map.of(2, 9, 3, 1))));
        findings.found(OWNERS.get(2), RoundFindings.Ranges.EQUAL);

        assertThat(findings.isBestHere(1)).isTrue();
        assertThat(findings.isBestHere(2)).isFalse();
        assertThat(findings.isBestHere(3)).isFalse();
        assertThat(findings.isBestHere(4)).isTrue();
    }

    @Test
    void whatNobodyElseMends_isMendedByWhoSeesIt() {
        RoundFindings findings = new RoundFindings(VIEW, OWNERS.get(2).id(), 3);
        Map<Integer, RangeDigest> mine = digests(Map.of(RANGE, 10));
        findings.found(OWNERS.get(0), RoundFindings.Ranges.of(mine, digests(Map.of(RANGE, 9))));

        assertThat(findings.toMend(false)).isEmpty();
        assertThat(findings.toMend(true)).containsExactly(RANGE);
    }

    private static boolean mends(Contact self, Map<Contact, Integer> keys) {
        return mends(self, 10, keys);
    }

    /** Whether the node mends the range of which it and the others hold so many keys. */
    private static boolean mends(Contact self, int held, Map<Contact, Integer> keys) {
        RoundFindings findings = new RoundFindings(VIEW, self.id(), 3);
        keys.forEach((other, count) -> findings.found(
                other, RoundFindings.Ranges.of(digests(Map.of(RANGE, held)), digests(Map.of(RANGE, count)))));
        return findings.toMend(false).contains(RANGE);
    }

    /** Of ranges with so many keys; equal where these are. */
    private static Map<Integer, RangeDigest> digests(Map<Integer, Integer> keys) {
        Map<Integer, RangeDigest> digests = new HashMap<>();
        keys.forEach((range, count) -> {
            if (count > 0) {
                digests.put(range, new RangeDigest(range, 100 * range + count, count));
            }
        });
        return digests;
    }
}
