package org.cometkv.actors;

import com.typesafe.config.Config;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.settings.StorageSettings;
import org.cometkv.actors.storage.ObjectStore;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.aso.lua.Sandbox;

/**
 * A factory of nodes in one actor system, as many as are wanted. Thread-safe.
 *
 * <p>Public for the TestKit, which starts many nodes on seams of its own; applications have {@link CometNode} and
 * {@link Comet#get}.
 */
public final class NodeFactory {

    private final ActorSystem<?> system;
    private final CometSettings settings;
    private final Executor handlers;

    /**
     * A factory of nodes that are all configured alike.
     *
     * @param config with everything that Comet's {@code reference.conf} has
     * @throws IllegalArgumentException if a setting is out of its range; the message names it
     */
    public NodeFactory(ActorSystem<?> system, Config config) {
        this(system, CometSettings.of(config));
    }

    NodeFactory(ActorSystem<?> system, CometSettings settings) {
        this.system = system;
        this.settings = settings;
        this.handlers = system.dispatchers().lookup(DispatcherSelector.fromConfig("comet.handlers-dispatcher"));
    }

    /**
     * Starts a node, which is at the address and has the id that its network seam says.
     *
     * @param name of its guardian below {@code /system}; free again when the node has stopped
     */
    public RunningNode start(String name, Seams seams) {
        return start(name, seams, handlers);
    }

    /**
     * Starts a node that checks scripts and signatures on an executor of its own.
     *
     * @param name of its guardian below {@code /system}; free again when the node has stopped
     */
    public RunningNode start(String name, Seams seams, Executor threads) {
        String writer = settings.writer().isEmpty() ? system.name() : settings.writer();
        NodeContext node = new NodeContext(writer, settings, seams);
        Sandbox sandbox =
                new Sandbox(settings.sandbox().programsBytes(), seams.chance().next());
        HostingContext hosting = HostingContext.of(node, sandbox, threads);
        StorageSettings storage = settings.storage();
        Directory directory = new Directory(
                node.published(),
                new ObjectStore(seams.store(), seams.clock(), storage.isInMemory(), storage.unsavedMax()));
        SubscriberShards subscribers = new SubscriberShards(node, hosting.streams(), threads);
        CompletableFuture<NodeGuardian.Doors> opened = new CompletableFuture<>();
        ActorRef<NodeGuardian.Command> guardian = system.systemActorOf(
                NodeGuardian.create(hosting, directory, subscribers, opened), name, NodeGuardian.DISPATCHER);
        system.log().debug("node {} at {}", node.self(), guardian.path());
        return new RunningNode(hosting, directory, subscribers, guardian, opened);
    }
}
