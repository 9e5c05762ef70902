package org.cometkv.node.demo;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.examples.Applications;
import org.cometkv.routing.Contact;

/** Three real nodes in one JVM, with Artery over loopback between them. Used by one thread. */
final class DemoStage implements AutoCloseable {

    /** How many nodes there are. */
    static final int NODES = 3;

    private static final long PATIENCE_SECONDS = 20;

    /** Gossip and failure detection are set for a show of seconds instead of weeks. */
    private static final Map<String, Object> QUICK = Map.of(
            "pekko.cluster.gossip-interval", "200ms",
            "pekko.cluster.leader-actions-interval", "200ms",
            "pekko.cluster.periodic-tasks-initial-delay", "200ms",
            "pekko.cluster.seed-node-timeout", "2s",
            // A machine that is held up for a moment must not send a reader on to another replica, with its own count.
            "comet.requests.answer-min", "2s",
            "pekko.cluster.failure-detector.acceptable-heartbeat-pause", "10s",
            "pekko.loglevel", "WARNING");

    private final List<CometNode> nodes = new ArrayList<>();
    private final Set<CometNode> stopped = new HashSet<>();

    /** The filter of replies between the store and the demo: lets all through, but in the test that breaks each step. */
    private UnaryOperator<Object> replyFilter = UnaryOperator.identity();

    /** Starts the nodes; the first founds the cluster and the others join it. */
    DemoStage() {
        try {
            start(List.of());
            String seed = "pekko://comet@" + nodes.get(0).comet().self().address();
            while (nodes.size() < NODES) {
                start(List.of(seed));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The store, as seen from the node of this number, 0 to 2. */
    Comet comet(int node) {
        return nodes.get(node).comet();
    }

    /** The store, as seen from each node. */
    List<Comet> comets() {
        return nodes.stream().map(CometNode::comet).toList();
    }

    /** The letter that the demo calls a node by. */
    String name(Contact contact) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).comet().self().equals(contact)) {
                return String.valueOf((char) ('A' + i));
            }
        }
        return contact.toString();
    }

    /** The number of a node. */
    int number(Contact contact) {
        return name(contact).charAt(0) - 'A';
    }

    /** Waits for a reply of the store. */
    <R> R await(CompletionStage<R> stage) {
        try {
            R reply = stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            @SuppressWarnings("unchecked") // a filter gives back what it was given, or another reply of the same kind
            R seen = (R) replyFilter.apply(reply);
            return seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted");
        } catch (ExecutionException e) {
            throw new DemoFailed(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new DemoFailed("no reply within " + PATIENCE_SECONDS + " s");
        }
    }

    /** Puts a filter of replies between the store and the demo. */
    void filterReplies(UnaryOperator<Object> newFilter) {
        replyFilter = newFilter;
    }

    /** Stops one node in good order. */
    void stop(int node) {
        if (stopped.add(nodes.get(node))) {
            nodes.get(node).close();
        }
    }

    @Override
    public void close() {
        nodes.parallelStream().filter(stopped::add).forEach(CometNode::close);
    }

    private void start(List<String> seeds) {
        nodes.add(CometNode.start(ConfigFactory.parseMap(
                        Map.of("pekko.cluster.seed-nodes", seeds, "comet.trust.issuers", Applications.issuers()))
                .withFallback(ConfigFactory.parseMap(QUICK))));
    }
}
