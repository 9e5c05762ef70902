package org.cometkv.testkit.network;

import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.world.Domain;

/** The network seam of one life of one node, or of a peer that a test plays. */
final class Endpoint implements Network {

    private final SimulatedNetwork network;
    private final Contact self;
    private final int number;
    private final Domain domain;
    private final boolean isPlayed;
    private Consumer<Wire.Frame> receiver;

    Endpoint(SimulatedNetwork network, Contact self, int number, Domain domain) {
        this.network = network;
        this.self = self;
        this.number = number;
        this.domain = domain;
        this.isPlayed = false;
        this.receiver = frame -> {};
    }

    /** That of a peer that a test plays. */
    Endpoint(SimulatedNetwork network, Contact self, int number, Domain domain, Consumer<Wire.Frame> receiver) {
        this.network = network;
        this.self = self;
        this.number = number;
        this.domain = domain;
        this.isPlayed = true;
        this.receiver = receiver;
    }

    @Override
    public Contact self() {
        return self;
    }

    @Override
    public void bind(ActorRef<GatewayMessage> listener) {
        receiver = listener::tell;
    }

    @Override
    public Link link(String host, int port) {
        String to = host + ":" + port;
        return frame -> network.send(this, to, frame);
    }

    @Override
    public void look(String host, int port, Runnable refused) {
        network.look(this, host + ":" + port, refused);
    }

    int number() {
        return number;
    }

    Domain domain() {
        return domain;
    }

    boolean isPlayed() {
        return isPlayed;
    }

    void receive(Wire.Frame frame) {
        receiver.accept(frame);
    }
}
