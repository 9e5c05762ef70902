package org.cometkv.actors.seam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/** A network within one JVM: frames are delivered at once, unless a node is cut off. */
public final class FakeNetwork {

    private final Map<String, ActorRef<GatewayMessage>> gateways = new ConcurrentHashMap<>();
    private final Set<String> cut = ConcurrentHashMap.newKeySet();
    private final List<BiConsumer<Wire.Frame, String>> taps = new CopyOnWriteArrayList<>();

    /** Loses everything to and from this node from now on. */
    public void cut(Contact node) {
        cut.add(node.address());
    }

    /** The network as one node has it. */
    public Network at(Contact self) {
        return new Network() {
            @Override
            public Contact self() {
                return self;
            }

            @Override
            public void bind(ActorRef<GatewayMessage> gateway) {
                gateways.put(self.address(), gateway);
            }

            @Override
            public Link link(String host, int port) {
                String to = host + ":" + port;
                return frame -> deliver(frame, to);
            }
        };
    }

    /** Shows every frame and the address it goes to, before it is delivered. */
    public void tap(BiConsumer<Wire.Frame, String> listener) {
        taps.add(listener);
    }

    /** Delivers a frame as if it came from the network. */
    public void deliver(Wire.Frame frame, String to) {
        taps.forEach(listener -> listener.accept(frame, to));
        ActorRef<GatewayMessage> gateway = gateways.get(to);
        if (gateway != null && !cut.contains(to) && !cut.contains(frame.from().address())) {
            gateway.tell(frame);
        }
    }
}
