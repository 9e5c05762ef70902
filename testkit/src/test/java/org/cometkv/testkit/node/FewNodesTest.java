package org.cometkv.testkit.node;

import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.cometkv.actors.Acks;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.Read;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clusters of one and two nodes, and objects that want another number of replicas than there are nodes. */
class FewNodesTest {

    /** The time until a fault is noticed. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    /** The time until the cluster has removed a node that crashed and what it held is compared. */
    private static final Duration MENDED = Duration.ofSeconds(60);

    private CometTestKit kit;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void oneNode_isAMajorityOfItself_andAllOwners() {
        kit = Kits.of(1);

        Assertions.assertThat(kit.put("key", Aso.value("x"))).isInstanceOf(PutReply.Stored.class);
        Assertions.assertThat(put(0, "other", PutOptions.DEFAULT.acks(Acks.all())))
                .isInstanceOf(PutReply.Stored.class);
        for (Read read : Read.values()) {
            Assertions.assertThat(kit.await(kit.node(0).comet().get("key", GetOptions.DEFAULT.read(read))))
                    .isInstanceOf(GetReply.Found.class);
        }
    }

    @Test
    void twoNodes_takeAPutTogether_andHoldBothACopy() {
        kit = Kits.of(2);

        Assertions.assertThat(kit.put("key", Aso.value("x"))).isInstanceOf(PutReply.Stored.class);

        kit.awaitQuiet();
        assertThat(kit.object("key")).isHeldBy(2);
    }

    @Test
    void oneOfTwoNodes_hasNoMajority_whileTheOtherIsAway_andGoesOnWithOneAcknowledgementAndWithGets() {
        kit = Kits.of(2);
        kit.put("key", Aso.value("x"));
        kit.pause(1);
        kit.advance(NOTICED);

        CometException unknown = Kits.broken(kit, kit.node(0).comet().put("key", "y"));
        Assertions.assertThat(unknown.code()).isEqualTo(CometException.Code.TIMEOUT);
        Assertions.assertThat(unknown).hasMessageContaining("its outcome is unknown, it may still take effect");
        Assertions.assertThat(put(0, "alone", PutOptions.DEFAULT.acks(Acks.one())))
                .isInstanceOf(PutReply.Stored.class);
        Assertions.assertThat(kit.get("alone", Value.NIL)).isInstanceOf(GetReply.Found.class);
        kit.resume(1);
        kit.advance(NOTICED);
    }

    @Test
    void moreReplicasThanNodes_areOneOnEachNode_andAMajorityIsOneOfTheNodes() {
        kit = Kits.of(3);
        kit.pause(2);
        kit.advance(NOTICED);

        Assertions.assertThat(kit.put("key", Aso.value("x").replicas(20))).isInstanceOf(PutReply.Stored.class);

        kit.resume(2);
        kit.advance(MENDED);
        assertThat(kit.object("key")).isHeldBy(3);
    }

    @Test
    void moreReplicasThanNodes_reachANodeThatJoinsLater() {
        kit = Kits.of(3);
        kit.put("key", Aso.value("x").replicas(20));

        kit.join();
        kit.advance(MENDED);

        assertThat(kit.object("key")).isHeldBy(4);
    }

    @Test
    void fewerReplicasThanNodes_stayAsMany() {
        kit = Kits.of(3);
        kit.await(kit.node(0).comet().put("key", Aso.value("x").replicas(2), PutOptions.DEFAULT.acks(2)));

        kit.advance(MENDED.multipliedBy(2));

        assertThat(kit.object("key")).isHeldBy(2);
    }

    @Test
    void fewerReplicasThanNodes_stayAsMany_alsoWhereAllNeighborsAreAsked() {
        kit = Kits.of(3);
        kit.await(kit.node(0).comet().put("key", Aso.value("x").replicas(2), PutOptions.DEFAULT.acks(2)));

        Assertions.assertThat(kit.await(kit.node(0).comet().getFromAll("key"))).hasSize(2);

        kit.advance(MENDED);
        assertThat(kit.object("key")).isHeldBy(2);
    }

    private PutReply put(int node, String key, PutOptions options) {
        return kit.await(kit.node(node).comet().put(key, Aso.value("y"), options));
    }
}
