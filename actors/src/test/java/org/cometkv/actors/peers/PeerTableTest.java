package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.HashSet;
import java.util.Set;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

/** Which peers are known, and for how long. */
class PeerTableTest {

    private static final Contact PEER = Replicas.node(1);
    private static final Contact AGAIN = new Contact(PEER.id(), "elsewhere", 9);

    private final CometSettings settings = CometSettings.of(ConfigFactory.load());
    private final Set<Contact> members = new HashSet<>();
    private final PeerTable peers =
            new PeerTable(members::contains, contact -> new Peer(contact, frame -> {}, settings, 0));

    @Test
    void aPeerThatIsForgotten_isKnownNoMore() {
        Peer known = peers.at(PEER);
        assertThat(peers.at(PEER)).isSameAs(known);

        assertThat(peers.forget(PEER)).hasValue(known);

        assertThat(peers.forget(PEER)).isEmpty();
        assertThat(peers.at(PEER)).isNotSameAs(known);
    }

    @Test
    void whoHasTheIdOfAForgottenPeer_isKnownStill() {
        peers.at(PEER);
        Peer again = peers.at(AGAIN);

        assertThat(peers.forget(PEER)).isEmpty();

        assertThat(peers.at(AGAIN)).isSameAs(again);
    }

    @Test
    void aStrangerThatBecomesAMember_isTheSamePeer() {
        Peer stranger = peers.at(PEER);

        members.add(PEER);

        assertThat(peers.at(PEER)).isSameAs(stranger);
        assertThat(peers.forget(PEER)).hasValue(stranger);
        assertThat(peers.forget(PEER)).isEmpty();
    }

    @Test
    void whoTakesAMembersId_doesNotTakeItsPlace() {
        members.add(PEER);
        Peer member = peers.at(PEER);

        assertThat(peers.at(AGAIN)).isNotSameAs(member);

        assertThat(peers.at(PEER)).isSameAs(member);
    }

    @Test
    void strangersAtTheirLimit_areKnown_andOneMorePushesOutTheOldest() {
        Peer oldest = peers.at(Replicas.node(1));
        Peer second = peers.at(Replicas.node(2));
        for (int i = 3; i <= PeerTable.STRANGERS_MAX; i++) {
            peers.at(Replicas.node(i));
        }
        assertThat(peers.at(Replicas.node(1))).isSameAs(oldest);

        // By now it is the second that was used the longest ago.
        peers.at(Replicas.node(PeerTable.STRANGERS_MAX + 1));

        assertThat(peers.at(Replicas.node(1))).isSameAs(oldest);
        assertThat(peers.at(Replicas.node(2))).isNotSameAs(second);
    }

    @Test
    void howeverManyStrangersCome_aMemberIsKnownStill() {
        members.add(PEER);
        Peer member = peers.at(PEER);

        for (int i = 0; i <= PeerTable.MEMBERS_MAX; i++) {
            peers.at(Replicas.node(2 + i));
        }

        assertThat(peers.at(PEER)).isSameAs(member);
    }
}
