package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.node.Kits.value;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The messages that requests cost in a cluster whose nodes have compared what they hold, and in a new epoch. */
class CalmClusterTest {

    private static final Duration UNTIL_COMPARED = Duration.ofSeconds(10);

    private final CometTestKit kit = Kits.of(5);
    private final Wiretap tap = new Wiretap(kit);
    /** One that owns none of the keys below. */
    private final Comet reader = kit.node(2).comet();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void get_inACalmCluster_costsOneRequestAndOneReply() {
        String key = Kits.keyOwnedBy(kit, 0);
        kit.await(reader.put(key, "v"));
        kit.advance(UNTIL_COMPARED);
        tap.clear();

        GetReply reply = kit.await(kit.node(1).comet().get(key));

        assertThat(value(reply)).isEqualTo(Value.of("v"));
        assertThat(sent()).extracting(Object::getClass).containsExactly(Wire.Get.class, Wire.Reply.class);
    }

    @Test
    void getOfWhatThisNodeOwnsFirst_inACalmCluster_costsNone() {
        String key = Kits.keyOwnedBy(kit, 0);
        kit.await(reader.put(key, "v"));
        kit.advance(UNTIL_COMPARED);
        tap.clear();

        assertThat(value(kit.await(kit.node(0).comet().get(key)))).isEqualTo(Value.of("v"));
        assertThat(sent()).isEmpty();
    }

    @Test
    void put_inACalmCluster_costsARequestAndAReplyForEachOwner() {
        kit.advance(UNTIL_COMPARED);
        tap.clear();

        PutReply reply = kit.await(reader.put(Kits.keyOwnedBy(kit, 0), "v"));

        assertThat(reply).isInstanceOf(PutReply.Stored.class);
        kit.advance(Duration.ofMillis(500));
        // This node may be an owner itself.
        assertThat(sent())
                .hasSizeBetween(4, 6)
                .allMatch(item -> item instanceof Wire.Put || item instanceof Wire.Reply);
    }

    @Test
    void firstGet_inANewEpoch_comparesTheKeyOnce() {
        String key = Kits.keyOwnedBy(kit, 0);
        kit.await(reader.put(key, "v"));
        kit.advance(UNTIL_COMPARED);
        kit.pause(0);
        kit.advance(Duration.ofSeconds(3));
        kit.resume(0);
        kit.advance(Duration.ofMillis(100));
        tap.clear();

        kit.await(kit.node(1).comet().get(key));
        long first = compared();
        kit.await(kit.node(1).comet().get(key));

        assertThat(first).isEqualTo(2);
        assertThat(compared()).isEqualTo(2);
    }

    @Test
    void getOnANodeThatStoodStill_findsWhatHappenedMeanwhile() {
        String key = Kits.keyOwnedBy(kit, 0);
        kit.await(reader.put(key, "v"));
        kit.advance(UNTIL_COMPARED);
        kit.pause(0);
        kit.advance(Duration.ofSeconds(8));
        assertThat(kit.await(reader.remove(key))).isInstanceOf(RemoveReply.Removed.class);

        kit.resume(0);

        assertThat(kit.await(kit.node(0).comet().get(key))).isInstanceOf(GetReply.NotFound.class);
    }

    /** Of each pair one asks, and in each period at most once. */
    @Test
    void idleNodes_compareWhatTheyHold_onceAPeriodForEachPair() {
        kit.advance(UNTIL_COMPARED);
        tap.clear();

        kit.advance(Duration.ofMinutes(60));

        int nodes = kit.nodes().size();
        long pairs = nodes * (nodes - 1) / 2;
        long compared = tap.passed().stream()
                .filter(passed -> passed.item() instanceof Wire.CompareRanges)
                .count();
        assertThat(compared).isBetween(pairs * 60, pairs * 75 + pairs);
    }

    private long compared() {
        return sent().stream().filter(Wire.Compare.class::isInstance).count();
    }

    /** What was sent but for greetings and repair. */
    private List<Wire.Item> sent() {
        return tap.passed().stream()
                .map(Wiretap.Passed::item)
                .filter(CalmClusterTest::isOfRequests)
                .toList();
    }

    private static boolean isOfRequests(Wire.Item item) {
        return !(item instanceof Wire.Hello)
                && !(item instanceof Wire.CompareRanges)
                && !(item instanceof Wire.Reply reply
                        && reply.body() instanceof org.cometkv.actors.wire.ReplicaReply.RangesCompared);
    }
}
