package org.cometkv.actors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.seam.StageFactory;

/** A node that a {@link NodeFactory} has started. Thread-safe. */
public final class RunningNode {

    private final HostingContext hosting;
    private final Directory directory;
    private final ActorRef<NodeGuardian.Command> guardian;
    private final CompletableFuture<NodeGuardian.Doors> opened;
    private final Comet comet;

    RunningNode(
            HostingContext hosting,
            Directory directory,
            ActorRef<NodeGuardian.Command> guardian,
            CompletableFuture<NodeGuardian.Doors> opened) {
        this.hosting = hosting;
        this.directory = directory;
        this.guardian = guardian;
        this.opened = opened;
        this.comet = new Comet(hosting, directory, opened);
    }

    /** The store, as seen from this node. */
    public Comet comet() {
        return comet;
    }

    /** The store, as seen from this node, with the stages of this factory. */
    public Comet comet(StageFactory stages) {
        return new Comet(comet, stages);
    }

    /** The actor that all others of the node are below. */
    public ActorRef<?> guardian() {
        return guardian;
    }

    /** Stops the node in good order: what is under way ends, with a reply or as closed. */
    public CompletionStage<Done> stop() {
        CompletableFuture<Done> stopped = new CompletableFuture<>();
        guardian.tell(new NodeGuardian.Stop(() -> stopped.complete(Done.getInstance())));
        return stopped;
    }

    HostingContext hosting() {
        return hosting;
    }

    Directory directory() {
        return directory;
    }

    /** Complete when all actors of the node are there. */
    CompletionStage<NodeGuardian.Doors> opened() {
        return opened;
    }
}
