package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.cometkv.actors.seam.GatewayMessage;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which peers are known, and for how long. */
class PostTest {

    private static final Contact PEER = Replicas.node(1);
    private static final Contact AGAIN = new Contact(PEER.id(), "elsewhere", 9);

    private final FakeCluster cluster = new FakeCluster(0);
    private final TestProbe<GatewayMessage> gateway = cluster.kit.createTestProbe(GatewayMessage.class);
    private final Post post = new Post(cluster.context(Replicas.node(0)), gateway.ref());

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aPeerThatIsForgotten_isKnownNoMore() {
        Peer known = post.peer(PEER);
        assertThat(post.peer(PEER)).isSameAs(known);

        post.forget(PEER);

        assertThat(post.peer(PEER)).isNotSameAs(known);
    }

    @Test
    void whoHasTheIdOfAForgottenPeer_isKnownStill() {
        post.peer(PEER);
        Peer again = post.peer(AGAIN);

        post.forget(PEER);

        assertThat(post.peer(AGAIN)).isSameAs(again);
    }
}
