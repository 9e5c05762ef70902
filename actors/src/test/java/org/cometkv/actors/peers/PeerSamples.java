package org.cometkv.actors.peers;

import com.typesafe.config.ConfigFactory;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.settings.CometSettings;

/** Peers with the default settings, for tests of what goes to them. */
final class PeerSamples {

    private PeerSamples() {}

    static Peer peer(Network.Link link) {
        return new Peer(Replicas.node(1), link, CometSettings.of(ConfigFactory.load()), 0);
    }
}
