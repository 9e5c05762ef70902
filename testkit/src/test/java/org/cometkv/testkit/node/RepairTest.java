package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that come back empty are given what they are to hold: once, at a rate, and what is most endangered first. */
class RepairTest {

    private static final int KEYS = 300;

    /** The time until the cluster has removed a node that crashed. */
    private static final Duration REMOVED = Duration.ofSeconds(40);

    private CometTestKit kit;
    private Wiretap tap;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void nodeThatComesBackEmpty_isHandedEachKeyOnce_andFetchesNone() {
        begin("");
        crashAndRemove(2);
        tap.clear();

        kit.restart(2);
        kit.advance(Duration.ofSeconds(15));

        assertThat(held(2)).isEqualTo(KEYS);
        assertThat(transfers()).hasSize(KEYS);
        assertThat(transfers().stream().map(RepairTest::key).collect(Collectors.toSet()))
                .hasSize(KEYS);
        assertThat(tap.passed()).noneMatch(passed -> passed.item() instanceof Wire.Fetch);
    }

    @Test
    void repair_takesNoMoreThanItsShareOfWhatANodeSends() {
        begin("comet.peers.egress-bytes-per-second = 100000");
        crashAndRemove(2);
        tap.clear();

        kit.restart(2);
        kit.advance(Duration.ofSeconds(30));

        assertThat(held(2)).isEqualTo(KEYS);
        Map<String, Long> bytes = new HashMap<>();
        for (Wiretap.Passed each : transfers()) {
            bytes.merge(each.from() + "@" + each.nanos() / 1_000_000_000, (long) each.bytes(), Long::sum);
        }
        // A share of a second, what is saved up for a moment, and the last one that was still let go.
        assertThat(bytes.values()).allMatch(sent -> sent <= 25_000 + 1_250 + 2_000);
        assertThat(bytes.values()).anyMatch(sent -> sent >= 15_000);
    }

    @Test
    void keysThatOneNodeHolds_areMendedBeforeThoseOfTwo() {
        begin("comet.replication.repairs-per-second = 20");
        crashAndRemove(1);
        crashAndRemove(2);
        kit.restart(1);
        kit.advance(Duration.ofSeconds(8));
        tap.clear();

        kit.restart(2);
        kit.advance(Duration.ofSeconds(3));
        Set<Key> safer = transfersTo(1).stream().collect(Collectors.toSet());
        List<Key> first = transfersTo(2);

        // What the node that came back first lacked when the second one did goes to both.
        assertThat(first).hasSizeGreaterThan(10);
        assertThat(safer).containsAll(first);
    }

    private void begin(String config) {
        kit = Kits.of(3, config);
        tap = new Wiretap(kit);
        for (int i = 0; i < KEYS; i++) {
            assertThat(kit.await(kit.node(0).comet().put("key-" + i, "x".repeat(1_000))))
                    .isInstanceOf(PutReply.Stored.class);
        }
    }

    private void crashAndRemove(int node) {
        kit.crash(node);
        kit.advance(REMOVED);
    }

    private int held(int node) {
        return kit.node(node).comet().stat().keys();
    }

    private List<Wiretap.Passed> transfers() {
        return tap.passed().stream()
                .filter(passed -> passed.item() instanceof Wire.Transfer)
                .toList();
    }

    private List<Key> transfersTo(int node) {
        String address = kit.node(node).comet().self().address();
        List<Key> keys = new ArrayList<>();
        transfers().stream().filter(passed -> passed.to().equals(address)).forEach(passed -> keys.add(key(passed)));
        return keys;
    }

    private static Key key(Wiretap.Passed passed) {
        return ((Wire.Transfer) passed.item()).key();
    }
}
