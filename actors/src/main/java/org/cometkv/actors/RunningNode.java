package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.seam.HeldReplica;
import org.cometkv.actors.seam.StageFactory;
import org.cometkv.actors.seam.UnderWay;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.routing.Key;

/** A node that a {@link NodeFactory} has started. Thread-safe. */
public final class RunningNode {

    private final HostingContext hosting;
    private final Directory directory;
    private final ActorRef<NodeGuardian.Command> guardian;
    private final CompletableFuture<NodeGuardian.Doors> opened;
    private final Comet comet;
    private final CompletableFuture<OrderlyLeave> leave;

    RunningNode(
            HostingContext hosting,
            Directory directory,
            SubscriberShards subscribers,
            ActorRef<NodeGuardian.Command> guardian,
            CompletableFuture<NodeGuardian.Doors> opened) {
        this.hosting = hosting;
        this.directory = directory;
        this.guardian = guardian;
        this.opened = opened;
        this.comet = new Comet(hosting, directory, subscribers, opened);
        this.leave = opened.thenApply(doors -> new OrderlyLeave(hosting.node(), doors));
    }

    /** The store, as seen from this node. */
    public Comet comet() {
        return comet;
    }

    /** The store, as seen from this node, with the stages of this factory. */
    public Comet comet(StageFactory stages) {
        return comet.withStages(stages);
    }

    /** The actor that all others of the node are below. */
    public ActorRef<?> guardian() {
        return guardian;
    }

    /**
     * Makes the node ready to leave its cluster: all members hear that it leaves, and it hands over what it holds.
     *
     * @param timeout after which the stage completes whatever is left; that of the first call stands
     * @return completes once the node may leave
     */
    public CompletionStage<Done> leave(Duration timeout) {
        return leave.thenCompose(orderly -> orderly.begin(timeout)).exceptionally(notStarted -> Done.getInstance());
    }

    /** Stops the node in good order: what is under way ends, with a reply or as closed. */
    public CompletionStage<Done> stop() {
        CompletableFuture<Done> stopped = new CompletableFuture<>();
        Runnable last = () -> {
            comet.stopped();
            stopped.complete(Done.getInstance());
        };
        opened.whenComplete((doors, failure) -> {
            if (failure == null) {
                guardian.tell(new NodeGuardian.Stop(last));
            } else {
                last.run();
            }
        });
        return stopped;
    }

    /** Requests of this node's applications that have not ended. */
    public int pendingReplies() {
        return comet.pendingReplies();
    }

    /** Tells what else the node has under way; nothing if it could not be started. */
    public void underWay(Consumer<UnderWay> reader) {
        opened.thenAccept(doors -> doors.gateway().tell(new Gateway.Inspect(reader)));
    }

    /** The digest of what the node holds under a key as of its last commit, whatever is midway. */
    public KeyDigest digest(Key key) {
        return directory.digest(key);
    }

    /** Lets the object under a key come to rest before its time, unless something is under way; whether it does. */
    public void passivate(Key key, Consumer<Boolean> reader) {
        directory.passivate(key, reader);
    }

    /** The objects of the node that run. */
    public int awake() {
        return directory.awake();
    }

    /** Tells the replica that the node holds under a key, if any, once no event of it is midway. */
    public void inspect(Key key, Consumer<Optional<HeldReplica>> reader) {
        directory.inspect(key, hosting.node().clock().wallMillis(), reader);
    }
}
