package org.cometkv.actors;

import com.typesafe.config.Config;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;
import org.apache.pekko.actor.typed.Props;
import org.cometkv.actors.pekko.ArteryNetwork;
import org.cometkv.actors.pekko.ClusterMembers;
import org.cometkv.actors.pekko.PekkoClock;
import org.cometkv.actors.pekko.SecureChance;
import org.cometkv.actors.seam.Chance;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.cometkv.actors.seam.Witness;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.settings.StorageSettings;
import org.cometkv.actors.storage.RocksStore;
import org.cometkv.actors.storage.StoredNode;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** The one production node of an actor system, on real seams. */
final class CometExtension implements Extension {

    /** The guardian's name below {@code /system}; with it the Gateway's path is the same in every system. */
    private static final String NAME = "comet";

    private static final Id ID = new Id();

    private static final class Id extends ExtensionId<CometExtension> {
        @Override
        public CometExtension createExtension(ActorSystem<?> system) {
            return new CometExtension(system);
        }
    }

    private final RunningNode node;
    private final ClusterMembers members;
    private final ActorRef<Comet.Command> ref;

    private CometExtension(ActorSystem<?> system) {
        requireCluster(system);
        CometSettings settings = settings(system);
        this.members = members(system, settings.members().role());
        RunningNode node = start(system, settings);
        Duration leaveTimeout = settings.members().leaveTimeout();
        CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
        shutdown.addTask(
                CoordinatedShutdown.PhaseBeforeClusterShutdown(), NAME + "-leave", () -> node.leave(leaveTimeout));
        warnOfShortPhase(system, leaveTimeout);
        // After it left the cluster: until then it is asked, and answers.
        shutdown.addTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate(), NAME + "-close", node::stop);
        this.node = node;
        this.ref = system.systemActorOf(StoreActor.create(node.comet()), NAME + "-store", Props.empty());
    }

    private RunningNode start(ActorSystem<?> system, CometSettings settings) {
        Chance chance = new SecureChance();
        PekkoClock clock = new PekkoClock(system, system.dispatchers().lookup(NodeGuardian.DISPATCHER));
        Store store = Store.NONE;
        boolean isStarted = false;
        try {
            store = store(settings.storage());
            NodeId id = claimed(store, settings.node().id(), chance);
            Seams seams = new Seams(clock, network(system, id), members, chance, store, Witness.NONE);
            RunningNode started = new NodeFactory(system, settings).start(NAME, seams);
            isStarted = true;
            return started;
        } catch (StoreFailure e) {
            throw new CometException(CometException.Code.START, e.getMessage(), e);
        } finally {
            if (!isStarted) {
                // Its lock is for the next one who tries.
                store.close();
            }
        }
    }

    private static Store store(StorageSettings settings) throws StoreFailure {
        if (settings.directory().isEmpty()) {
            return Store.NONE;
        }
        try {
            return RocksStore.open(Path.of(settings.directory()), settings.freeMin());
        } catch (InvalidPathException e) {
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN,
                    "comet.storage.directory is \"" + settings.directory() + "\"; it must be a path",
                    e);
        }
    }

    /** The id of the node whose store it is, or that of the settings, which must be the same if there are both. */
    private static NodeId claimed(Store store, String configured, Chance chance) throws StoreFailure {
        StoredNode stored = new StoredNode(store);
        Optional<NodeId> owner = stored.id();
        NodeId id = owner.isPresent() && configured.isEmpty() ? owner.get() : id(configured, chance);
        if (store.isKept()) {
            stored.claim(id);
        }
        return id;
    }

    static CometExtension of(ActorSystem<?> system) {
        return ID.apply(system);
    }

    Comet comet() {
        return node.comet();
    }

    ActorRef<Comet.Command> ref() {
        return ref;
    }

    /** Completes once the node has handed over what it holds, or this time is over. */
    CompletionStage<Done> leave(Duration timeout) {
        return node.leave(timeout);
    }

    ClusterMembers members() {
        return members;
    }

    /** Pekko goes on with its shutdown when the time of a phase is over, whatever its tasks do. */
    private static void warnOfShortPhase(ActorSystem<?> system, Duration leaveTimeout) {
        Config config = system.settings().config();
        String key = "pekko.coordinated-shutdown.phases.before-cluster-shutdown.timeout";
        if (!config.hasPath(key) || config.getDuration(key).compareTo(leaveTimeout) < 0) {
            system.log()
                    .warn(
                            "{} is {}, shorter than comet.members.leave-timeout, {} s: a node that leaves may not have"
                                    + " handed over what it holds by then",
                            key,
                            config.hasPath(key) ? config.getDuration(key).toSeconds() + " s" : "not set",
                            leaveTimeout.toSeconds());
        }
    }

    private static CometSettings settings(ActorSystem<?> system) {
        try {
            return CometSettings.of(system.settings().config());
        } catch (IllegalArgumentException e) {
            throw new CometException(CometException.Code.START, e.getMessage(), e);
        }
    }

    private static ArteryNetwork network(ActorSystem<?> system, NodeId id) {
        try {
            return new ArteryNetwork(system, id, "/system/" + NAME + "/" + NodeGuardian.GATEWAY);
        } catch (IllegalStateException e) {
            throw new CometException(CometException.Code.START, e.getMessage(), e);
        }
    }

    private static ClusterMembers members(ActorSystem<?> system, String role) {
        try {
            return new ClusterMembers(system, NAME, role);
        } catch (IllegalStateException e) {
            throw new CometException(CometException.Code.START, e.getMessage(), e);
        }
    }

    private static void requireCluster(ActorSystem<?> system) {
        String provider = system.settings().config().getString("pekko.actor.provider");
        if (!provider.equals("cluster") && !provider.endsWith("ClusterActorRefProvider")) {
            throw new CometException(
                    CometException.Code.START,
                    "pekko.actor.provider is \"" + provider + "\"; Comet needs pekko.actor.provider = cluster");
        }
    }

    private static NodeId id(String configured, Chance chance) {
        if (configured.isEmpty()) {
            ByteBuffer random = ByteBuffer.allocate(Key.BYTES);
            while (random.hasRemaining()) {
                random.putLong(chance.next());
            }
            return new NodeId(Key.of(random.array()));
        }
        return configured.matches("[0-9a-fA-F]{64}") ? NodeId.parse(configured) : NodeId.of(configured);
    }
}
