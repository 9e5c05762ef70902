package org.cometkv.actors;

import java.nio.ByteBuffer;
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

    private final Comet comet;
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
        // After it left the cluster: until then it is asked, and answers.
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate(), NAME + "-close", node::stop);
        this.comet = node.comet();
        this.ref = system.systemActorOf(StoreActor.create(comet), NAME + "-store", Props.empty());
    }

    static CometExtension of(ActorSystem<?> system) {
        return ID.apply(system);
    }

    Comet comet() {
        return comet;
    }

    ActorRef<Comet.Command> ref() {
        return ref;
    }

    ClusterMembers members() {
        return members;
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
