package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.requests.Replicas;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class EqualPeersTest {

    private static final NodeId PEER = Replicas.node(1).id();

    private final EqualPeers peers = new EqualPeers(100);

    @Test
    void peerThatAsked_isEqualForAWhile() {
        assertThat(peers.contains(PEER, 1, 0)).isFalse();
        peers.found(PEER, 1, 1_000);

        assertThat(peers.contains(PEER, 1, 1_099)).isTrue();
        assertThat(peers.contains(PEER, 1, 1_100)).isFalse();
        assertThat(peers.contains(Replicas.node(2).id(), 1, 1_000)).isFalse();
    }

    @Test
    void newEpoch_knowsNobody() {
        peers.found(PEER, 1, 1_000);

        assertThat(peers.contains(PEER, 2, 1_001)).isFalse();
        assertThat(peers.contains(PEER, 1, 1_001)).isFalse();
    }
}
