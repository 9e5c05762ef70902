package org.cometkv.actors;

import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;
import org.apache.pekko.actor.typed.Props;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.pekko.ArteryNetwork;
import org.cometkv.actors.pekko.ClusterMembers;
import org.cometkv.actors.pekko.PekkoClock;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.lua.Sandbox;
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
        NodeId id = id(settings.node().id());
        this.members = new ClusterMembers(system, NAME);
        ArteryNetwork network = network(system, id);
        NodeContext node = new NodeContext(
                network.self(),
                settings.writer().isEmpty() ? system.name() : settings.writer(),
                settings,
                new PekkoClock(system),
                network,
                members);
        SecureRandom random = new SecureRandom();
        Sandbox sandbox = new Sandbox(settings.sandbox().programsBytes(), random.nextLong());
        Executor threads = system.dispatchers().lookup(DispatcherSelector.fromConfig("comet.handlers-dispatcher"));
        HostingContext hosting = HostingContext.of(node, sandbox, threads);
        Directory directory = new Directory();
        CompletableFuture<NodeGuardian.Doors> opened = new CompletableFuture<>();
        ActorRef<NodeGuardian.Command> guardian =
                system.systemActorOf(NodeGuardian.create(hosting, directory, opened::complete), NAME, Props.empty());
        system.log().debug("node {} at {}", node.self(), guardian.path());
        // After it left the cluster: until then it is asked, and answers.
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate(), NAME + "-close", () -> {
                    CompletableFuture<Done> stopped = new CompletableFuture<>();
                    guardian.tell(new NodeGuardian.Stop(() -> stopped.complete(Done.getInstance())));
                    return stopped;
                });
        this.comet = new Comet(hosting, directory, opened);
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

    private static void requireCluster(ActorSystem<?> system) {
        String provider = system.settings().config().getString("pekko.actor.provider");
        if (!provider.equals("cluster") && !provider.endsWith("ClusterActorRefProvider")) {
            throw new CometException(
                    CometException.Code.START,
                    "pekko.actor.provider is \"" + provider + "\"; Comet needs pekko.actor.provider = cluster");
        }
    }

    private static NodeId id(String configured) {
        if (configured.isEmpty()) {
            byte[] random = new byte[Key.BYTES];
            new SecureRandom().nextBytes(random);
            return new NodeId(Key.of(random));
        }
        return configured.matches("[0-9a-fA-F]{64}") ? NodeId.parse(configured) : NodeId.of(configured);
    }
}
