package org.cometkv.actors;

import com.typesafe.config.Config;
import java.nio.ByteBuffer;
import java.time.Duration;
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
import org.cometkv.actors.settings.CometSettings;
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
        Chance chance = new SecureChance();
        NodeId id = id(settings.node().id(), chance);
        this.members = members(system, settings.members().role());
        PekkoClock clock = new PekkoClock(system, system.dispatchers().lookup(NodeGuardian.DISPATCHER));
        RunningNode node =
                new NodeFactory(system, settings).start(NAME, Seams.of(clock, network(system, id), members, chance));
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
