package org.cometkv.node.bench.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserMistake;

/**
 * The relays between nodes: each stands before one node's port, at an address that others know the node by. Each node
 * connects from a loopback address of its own, so that a relay knows who comes; between two sides that are cut off from
 * each other it holds all bytes back, as a network does that loses every packet, and lets them go afterwards.
 *
 * <p>Thread-safe.
 */
final class Relays implements Closeable {

    private static final int CHUNK = 64 * 1024;

    /** Connections that the system may hold for a relay that has not taken them yet. */
    private static final int BACKLOG = 256;

    private final Map<Integer, Relay> relays = new LinkedHashMap<>();
    private Set<Integer> cutOff = Set.of();
    private boolean isClosed;

    /** The loopback address of a member, by number. */
    static String host(int member) {
        return "127.0.0." + (11 + member);
    }

    /** Opens the relay before a member's port and returns the port it is known by. */
    synchronized int open(int member, int port) {
        Relay relay = new Relay(member, port);
        relays.put(member, relay);
        relay.thread("relay-" + member, relay::accept);
        return relay.server.getLocalPort();
    }

    /** Cuts these members off from all others. */
    synchronized void cut(Set<Integer> members) {
        cutOff = Set.copyOf(members);
    }

    /** Ends the cut. */
    synchronized void heal() {
        cutOff = Set.of();
        notifyAll();
    }

    private synchronized boolean isCut(int one, int other) {
        return cutOff.contains(one) != cutOff.contains(other);
    }

    /** Waits while there is a cut between two members; false if the relays were closed meanwhile. */
    private synchronized boolean awaitOpen(int one, int other) throws InterruptedException {
        while (isCut(one, other) && !isClosed) {
            wait();
        }
        return !isClosed;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
        relays.values().forEach(Relay::close);
    }

    /** The relay before one member's port. */
    private final class Relay {

        private final int member;
        private final int port;
        private final ServerSocket server;
        private final List<Socket> open = new ArrayList<>();

        Relay(int member, int port) {
            this.member = member;
            this.port = port;
            try {
                server = new ServerSocket(0, BACKLOG, InetAddress.getByName(host(member)));
            } catch (IOException failure) {
                throw new UserMistake(
                        ExitCode.USAGE,
                        "a partition needs " + host(member) + " as another address of this machine, which cannot be"
                                + " used here: " + failure.getMessage() + ".");
            }
        }

        void thread(String name, Runnable work) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.start();
        }

        void accept() {
            try {
                while (!server.isClosed()) {
                    Socket from = server.accept();
                    int peer = from.getInetAddress().getAddress()[3] - 11;
                    thread("relay-" + peer + "-" + member, () -> connect(from, peer));
                }
            } catch (IOException closed) {
                close();
            }
        }

        private void connect(Socket from, int peer) {
            try {
                if (!awaitOpen(peer, member)) {
                    from.close();
                    return;
                }
                Socket to = new Socket();
                to.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
                synchronized (open) {
                    open.removeIf(Socket::isClosed);
                    open.add(from);
                    open.add(to);
                }
                thread("relay-" + member + "-" + peer, () -> pass(to, from, peer));
                pass(from, to, peer);
            } catch (IOException refused) {
                closeQuietly(from);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private void pass(Socket from, Socket to, int peer) {
            byte[] chunk = new byte[CHUNK];
            try {
                for (int read = from.getInputStream().read(chunk);
                        read >= 0;
                        read = from.getInputStream().read(chunk)) {
                    if (!awaitOpen(peer, member)) {
                        break;
                    }
                    to.getOutputStream().write(chunk, 0, read);
                }
                // The end of a connection does not pass a cut either.
                awaitOpen(peer, member);
            } catch (IOException broken) {
                // What broke on one side ends on the other, below.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            closeQuietly(from);
            closeQuietly(to);
        }

        void close() {
            closeQuietly(server);
            synchronized (open) {
                open.forEach(Relays::closeQuietly);
                open.clear();
            }
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
