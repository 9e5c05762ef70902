package org.cometkv.actors.pekko;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/**
 * Frames over Artery: a node's Gateway is found at the same path in every actor system of the cluster's name.
 *
 * <p>The Gateway is named by its path alone, so that what is sent reaches whoever listens there now.
 */
public final class ArteryNetwork implements Network {

    /** How long a system may take to say that nobody listens; it takes a round trip. */
    private static final int LOOK_MILLIS = 1_000;

    private final Contact self;
    private final ActorRefResolver resolver;
    private final Address address;
    private final String gatewayPath;
    private final Executor blocking;
    /** Whether what carries the frames listens as a TCP server. */
    private final boolean isTcp;

    /**
     * The network of one actor system.
     *
     * @param gatewayPath the path of every node's Gateway, below the system's root
     * @throws IllegalStateException if the system has no address
     */
    public ArteryNetwork(ActorSystem<?> system, NodeId id, String gatewayPath) {
        this.address = system.address();
        this.self = new Contact(
                id,
                address.getHost()
                        .orElseThrow(() -> new IllegalStateException(
                                "the actor system has no address; set pekko.actor.provider = cluster")),
                address.getPort().orElseThrow());
        this.resolver = ActorRefResolver.get(system);
        this.gatewayPath = gatewayPath;
        this.blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
        this.isTcp = !system.settings()
                .config()
                .getString("pekko.remote.artery.transport")
                .contains("udp");
    }

    @Override
    public Contact self() {
        return self;
    }

    @Override
    public void bind(ActorRef<GatewayMessage> gateway) {
        String expected = "pekko://" + address.system() + gatewayPath;
        if (!gateway.path().toStringWithoutAddress().equals(gatewayPath)) {
            throw new IllegalStateException("the Gateway is at " + gateway.path() + ", not at " + expected);
        }
    }

    @Override
    public Link link(String host, int port) {
        Address peer = new Address(address.protocol(), address.system(), host, port);
        ActorRef<GatewayMessage> gateway = resolver.resolveActorRef(peer + gatewayPath);
        return gateway::tell;
    }

    @Override
    public void look(String host, int port, Runnable refused) {
        if (isTcp) {
            blocking.execute(() -> {
                if (isRefused(host, port)) {
                    refused.run();
                }
            });
        }
    }

    private static boolean isRefused(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LOOK_MILLIS);
            return false;
        } catch (ConnectException failure) {
            // The same exception comes where this node has no network, which says nothing of the other.
            return String.valueOf(failure.getMessage()).contains("refused");
        } catch (IOException unknown) {
            return false;
        }
    }
}
