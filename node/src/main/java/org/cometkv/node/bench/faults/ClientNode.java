package org.cometkv.node.bench.faults;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometException;
import org.cometkv.actors.CometNode;
import org.cometkv.routing.MembershipChange;

/** A member of the cluster in this JVM that holds nothing; if it is removed from the cluster, it joins again. */
final class ClientNode implements AutoCloseable {

    /** It hands nothing over; among nodes that are killed as well, some may never say that they know. */
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final Config settings;
    private final Consumer<MembershipChange> noticed;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private volatile CometNode node;

    /** @param noticed told of every change that the node is told of; on a thread of the node */
    ClientNode(Map<String, ?> settings, Consumer<MembershipChange> noticed) {
        this.settings = ConfigFactory.parseMap(settings);
        this.noticed = noticed;
        this.node = join();
    }

    private CometNode join() {
        CometNode joined = CometNode.start(settings);
        joined.comet().watch(change -> {
            noticed.accept(change);
            if (change.kind() == MembershipChange.Kind.DOWNED && !isClosed.get()) {
                Thread again = new Thread(() -> joinAgain(joined), "client-joins");
                again.setDaemon(true);
                again.start();
            }
        });
        return joined;
    }

    private void joinAgain(CometNode removed) {
        removed.close();
        while (!isClosed.get()) {
            try {
                node = join();
                if (isClosed.get()) {
                    node.close();
                }
                return;
            } catch (CometException unreachable) {
                // It is cut off as yet; the start waited for long enough.
            }
        }
    }

    /** The store as this client sees it, at the moment. */
    Comet comet() {
        return node.comet();
    }

    @Override
    public void close() {
        isClosed.set(true);
        node.close(LEAVE);
    }
}
