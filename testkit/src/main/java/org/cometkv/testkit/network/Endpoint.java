package org.cometkv.testkit.network;

import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.world.Domain;

/** The network seam of one life of one node. */
final class Endpoint implements Network {

    private final SimulatedNetwork network;
    private final Contact self;
    private final int number;
    private final Domain domain;
    private Optional<ActorRef<GatewayMessage>> gateway = Optional.empty();

    Endpoint(SimulatedNetwork network, Contact self, int number, Domain domain) {
        this.network = network;
        this.self = self;
        this.number = number;
        this.domain = domain;
    }

    @Override
    public Contact self() {
        return self;
    }

    @Override
    public void bind(ActorRef<GatewayMessage> listener) {
        gateway = Optional.of(listener);
    }

    @Override
    public Link link(String host, int port) {
        String to = host + ":" + port;
        return frame -> network.send(this, to, frame);
    }

    int number() {
        return number;
    }

    Domain domain() {
        return domain;
    }

    Optional<ActorRef<GatewayMessage>> gateway() {
        return gateway;
    }
}
