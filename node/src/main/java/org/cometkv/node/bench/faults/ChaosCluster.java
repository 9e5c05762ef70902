package org.cometkv.node.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cometkv.actors.Comet;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.MembershipChange;

/** A cluster of nodes in JVMs of their own, and of clients in this JVM that hold nothing. Thread-safe once started. */
final class ChaosCluster implements AutoCloseable {

    static final int CLIENTS = 3;

    private static final long START_SECONDS = 300;

    private final ChaosSettings settings;
    private final Map<String, String> overrides;
    private final Path logs;
    private final Relays relays = new Relays();
    private final int[] ports;
    private final int[] knownPorts;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private final NodeProcess[] nodes;
    private final List<ClientNode> clients = new ArrayList<>();

    private ChaosCluster(ChaosSettings settings, Map<String, String> overrides) {
        this.settings = settings;
        this.overrides = overrides;
        this.nodes = new NodeProcess[settings.nodes()];
        this.ports = freePorts(settings.nodes() + CLIENTS);
        this.knownPorts = ports.clone();
        try {
            this.logs = Files.createTempDirectory("comet-nodes");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int member = 0; member < ports.length; member++) {
            if (settings.fault().isCut()) {
                knownPorts[member] = relays.open(member, ports[member]);
            }
            byAddress.put(address(member), member);
        }
    }

    /**
     * Starts nodes and clients and waits until all know each other.
     *
     * @param overrides settings of nodes and clients, beside what they need to be a cluster
     * @param noticed told of what the clients notice
     */
    static ChaosCluster start(
            ChaosSettings settings, Map<String, String> overrides, Consumer<MembershipChange> noticed) {
        ChaosCluster cluster = new ChaosCluster(settings, overrides);
        try {
            cluster.startNode(0, List.of()).get(START_SECONDS, TimeUnit.SECONDS);
            List<CompletableFuture<String>> others = IntStream.range(1, settings.nodes())
                    .mapToObj(node -> cluster.startNode(node, List.of(0)))
                    .toList();
            List<CompletableFuture<ClientNode>> joining = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            () -> cluster.client(client, noticed), task -> new Thread(task, "client-joins").start()))
                    .toList();
            for (CompletableFuture<ClientNode> client : joining) {
                cluster.clients.add(client.get(START_SECONDS, TimeUnit.SECONDS));
            }
            for (CompletableFuture<String> other : others) {
                other.get(START_SECONDS, TimeUnit.SECONDS);
            }
            Waiting.until(START_SECONDS, cluster::isComplete);
            return cluster;
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            cluster.closeAll();
            throw new IllegalStateException(
                    "the cluster did not start; what its nodes said is in " + cluster.logs, failure);
        } catch (InterruptedException stop) {
            cluster.closeAll();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the cluster started", stop);
        }
    }

    private static int[] freePorts(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            int[] ports = new int[count];
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                held.add(socket);
                ports[i] = socket.getLocalPort();
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String host(int member) {
        return settings.fault().isCut() ? Relays.host(member) : "127.0.0.1";
    }

    private String address(int member) {
        return host(member) + ":" + knownPorts[member];
    }

    private Map<String, String> settings(int member, List<Integer> seeds) {
        Map<String, String> all = new LinkedHashMap<>();
        if (settings.isQuick()) {
            // The patience of a story that must not change replicas is not for a cluster whose nodes are killed.
            all.put("comet.requests.answer-min", "100ms");
        }
        all.putAll(overrides);
        all.put("pekko.loglevel", "WARNING");
        all.put("pekko.remote.artery.canonical.hostname", host(member));
        all.put("pekko.remote.artery.canonical.port", Integer.toString(knownPorts[member]));
        if (settings.fault().isCut()) {
            all.put("pekko.remote.artery.bind.hostname", "127.0.0.1");
            all.put("pekko.remote.artery.bind.port", Integer.toString(ports[member]));
            all.put("pekko.remote.artery.advanced.tcp.outbound-client-hostname", host(member));
        }
        if (!settings.data().isEmpty() && member < settings.nodes()) {
            all.put(
                    "comet.storage.directory",
                    Path.of(settings.data(), "node-" + member).toString());
            all.put("comet.storage.durability", settings.durability());
        }
        for (int i = 0; i < seeds.size(); i++) {
            all.put("pekko.cluster.seed-nodes." + i, "pekko://comet@" + address(seeds.get(i)));
        }
        return all;
    }

    private CompletableFuture<String> startNode(int node, List<Integer> seeds) {
        nodes[node] = NodeProcess.start(settings(node, seeds), settings, logs.resolve("node-" + node + ".log"));
        return nodes[node].id();
    }

    private ClientNode client(int client, Consumer<MembershipChange> noticed) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (settings.isQuick()) {
            LocalCluster.quick()
                    .entrySet()
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue().unwrapped()));
        }
        all.putAll(settings(settings.nodes() + client, allNodes()));
        all.put("pekko.loglevel", "OFF");
        all.put("comet.node.hosts-objects", "off");
        // Nothing is handed over, and when the run is over there is nobody left to say goodbye to.
        all.put("pekko.coordinated-shutdown.run-by-actor-system-terminate", "off");
        all.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        return new ClientNode(all, noticed);
    }

    private List<Integer> allNodes() {
        return IntStream.range(0, settings.nodes()).boxed().toList();
    }

    /** Starts a node again on its port, with its directory if it has one; its id comes when it is up. */
    CompletableFuture<String> startAgain(int node) {
        if (settings.fault() == Fault.KILL_ALL) {
            // The clients are all that is left of the cluster.
            return startNode(
                    node,
                    IntStream.range(settings.nodes(), settings.nodes() + CLIENTS)
                            .boxed()
                            .toList());
        }
        List<Integer> others =
                allNodes().stream().filter(other -> other != node).toList();
        return startNode(node, others);
    }

    /** The number of nodes. */
    int size() {
        return nodes.length;
    }

    NodeProcess node(int node) {
        return nodes[node];
    }

    /** Cuts nodes off from the others, and the last client with them. */
    void cut(List<Integer> minority) {
        List<Integer> members = new ArrayList<>(minority);
        members.add(settings.nodes() + CLIENTS - 1);
        relays.cut(Set.copyOf(members));
    }

    void heal() {
        relays.heal();
    }

    Comet comet(int client) {
        return clients.get(client).comet();
    }

    /** The number of a node; -1 if it is none. */
    int number(Contact contact) {
        int member = byAddress.getOrDefault(contact.address(), -1);
        return member < settings.nodes() ? member : -1;
    }

    /** Whether each client knows each node, and no other. */
    boolean isComplete() {
        return clients.stream()
                .allMatch(client -> known(client.comet()).stream()
                                        .map(Contact::address)
                                        .distinct()
                                        .count()
                                == settings.nodes()
                        && known(client.comet()).size() == settings.nodes());
    }

    /** Whether no client knows any node. */
    boolean isFallenApart() {
        return clients.stream().allMatch(client -> known(client.comet()).isEmpty());
    }

    /** Whether each client knows the node of this id at an address, and none of another id there. */
    boolean isKnown(int node, String id) {
        return clients.stream().allMatch(client -> {
            List<String> there = known(client.comet()).stream()
                    .filter(contact -> contact.address().equals(address(node)))
                    .map(contact -> contact.id().toString())
                    .toList();
            return there.equals(List.of(id));
        });
    }

    /** The nodes that a client knows; none while it is out of the cluster. */
    private static List<Contact> known(Comet comet) {
        return neighbors(comet, Key.of("any"));
    }

    /** The neighbors of a key, as a client knows them; none while it is out of the cluster. */
    static List<Contact> neighbors(Comet comet, Key key) {
        return comet.lookup(key)
                .handle((found, closed) -> found == null ? List.<Contact>of() : found)
                .toCompletableFuture()
                .join();
    }

    private void closeAll() {
        relays.close();
        // First those that would tell of the others' end.
        clients.parallelStream().forEach(ClientNode::close);
        for (NodeProcess node : nodes) {
            if (node != null) {
                node.close();
            }
        }
    }

    @Override
    public void close() {
        closeAll();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
