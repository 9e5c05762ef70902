package org.cometkv.actors;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.membership.Membership;
import org.cometkv.actors.membership.RoutingTableManager;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.replicas.ReplicaManager;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.StoreFailure;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.storage.Recovered;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.actors.wire.GatewayMessage;

/** The guardian of one node: spawns its managers and lets each fail by itself. Many can live in one actor system. */
final class NodeGuardian {

    /** What it can be told. */
    sealed interface Command {}

    /** Stops the node and then tells; its name is free again once it is gone. */
    record Stop(Runnable stopped) implements Command {
        private Stop and(Stop other) {
            return new Stop(() -> {
                stopped.run();
                other.stopped.run();
            });
        }
    }

    /** The store tells what there was when the node stopped, or why it cannot be read. */
    private record Read(Recovered recovered, Optional<StoreFailure> failure) implements Command {}

    /** The store is closed. */
    private enum Written implements Command {
        WRITTEN
    }

    /** One of the managers that had to end first has ended. */
    private enum Ended implements Command {
        ENDED
    }

    /** What the outside needs to talk to the node. */
    record Doors(
            ActorRef<GatewayMessage> gateway,
            ActorRef<RoutingTableManager.Command> routing,
            ActorRef<SupervisorMessage> replicas,
            ActorRef<Membership.Command> membership,
            RequestRouter router) {

        Requester requester() {
            return new Requester(gateway);
        }
    }

    /** Where the Gateway is below the guardian. */
    static final String GATEWAY = "gateway";

    /** Where the guardian, all managers but the Gateway, and the clock's tasks run. */
    static final DispatcherSelector DISPATCHER = DispatcherSelector.fromConfig(CometSettings.MANAGERS_DISPATCHER);

    private static final String NOT_STARTED = "the node could not be started; its log says why";

    private NodeGuardian() {}

    /** @param opened completes when all actors of the node are there, or when one of them cannot be started */
    static Behavior<Command> create(
            HostingContext hosting,
            Directory directory,
            SubscriberShards subscribers,
            CompletableFuture<Doors> opened) {
        NodeContext node = hosting.node();
        return Behaviors.setup(context -> {
            if (!directory.store().isKept()) {
                return opened(context, hosting, directory, subscribers, Recovered.NOTHING, opened);
            }
            ActorRef<Command> self = context.getSelf();
            directory
                    .store()
                    .recover(node.self().id(), (recovered, failure) -> self.tell(new Read(recovered, failure)));
            return reading(hosting, directory, subscribers, opened);
        });
    }

    /** The node reads what it held when it stopped. */
    private static Behavior<Command> reading(
            HostingContext hosting,
            Directory directory,
            SubscriberShards subscribers,
            CompletableFuture<Doors> opened) {
        NodeContext node = hosting.node();
        return Behaviors.setup(context -> Behaviors.receive(Command.class)
                .onMessage(Read.class, read -> {
                    if (read.failure().isPresent()) {
                        notOpened(node, opened, read.failure().get().getMessage());
                        return failed(directory);
                    }
                    node.versions().goOn(read.recovered().clock(), directory.store()::clock);
                    return opened(context, hosting, directory, subscribers, read.recovered(), opened);
                })
                .onMessage(Stop.class, stop -> {
                    notOpened(node, opened, "the node is closed");
                    return abandoned(directory, stop);
                })
                .build());
    }

    /** The node never opened: its store is closed without a clock, which it never gave a version of. */
    private static Behavior<Command> failed(Directory directory) {
        return Behaviors.receive(Command.class)
                .onMessage(Stop.class, stop -> abandoned(directory, stop))
                .build();
    }

    private static Behavior<Command> abandoned(Directory directory, Stop stop) {
        directory.store().abandon();
        return Behaviors.stopped(stop.stopped()::run);
    }

    private static Behavior<Command> opened(
            ActorContext<Command> context,
            HostingContext hosting,
            Directory directory,
            SubscriberShards subscribers,
            Recovered recovered,
            CompletableFuture<Doors> opened) {
        NodeContext node = hosting.node();
        try {
            Doors doors = open(context, hosting, directory, subscribers, recovered);
            opened.complete(doors);
            return Behaviors.receive(Command.class)
                    .onMessage(Stop.class, stop -> close(context, node, directory, doors, stop))
                    .build();
        } finally {
            // Whoever waits for a node whose configuration is broken would wait for ever.
            if (!opened.isDone()) {
                notOpened(node, opened, NOT_STARTED);
            }
        }
    }

    private static void notOpened(NodeContext node, CompletableFuture<Doors> opened, String why) {
        node.closing().close(why);
        opened.completeExceptionally(new IllegalStateException(why));
    }

    private static Doors open(
            ActorContext<Command> context,
            HostingContext hosting,
            Directory directory,
            SubscriberShards subscribers,
            Recovered recovered) {
        NodeContext node = hosting.node();
        RequestRouter router = new RequestRouter(node, directory, hosting.authorizer(), subscribers);
        // A message that meets a bug is lost, as a lost frame would be; what is under way has its deadlines.
        ActorRef<GatewayMessage> gateway = context.spawn(
                resumed(Gateway.create(node, router)),
                GATEWAY,
                DispatcherSelector.fromConfig("comet.gateway-dispatcher"));
        // What the routing manager knows came from Membership; restarting it alone would leave it ignorant.
        ActorRef<RoutingTableManager.Command> routing =
                context.spawn(resumed(RoutingTableManager.create(node)), "routing", DispatcherSelector.sameAsParent());
        // Its table is in the Directory and its objects are its children: a bug in one message costs that message.
        ActorRef<SupervisorMessage> replicas = context.spawn(
                resumed(ReplicaManager.create(hosting, directory, new Requester(gateway), recovered)),
                "replicas",
                DispatcherSelector.sameAsParent());
        ActorRef<Membership.Command> membership = context.spawn(
                resumed(Membership.create(node, gateway, routing)), "membership", DispatcherSelector.sameAsParent());
        router.bind(new RequestRouter.Managers(routing, replicas, membership));
        subscribers.bind(
                new Requester(gateway),
                (request, replyTo) ->
                        router.serve(request, replyTo, node.clock().nanos()));
        hosting.streams().bind(subscribers::send);
        node.closing().whenClosed(subscribers::close);
        node.network().bind(gateway);
        return new Doors(gateway, routing, replicas, membership, router);
    }

    /*
     * In this order nothing is left without a reply: what was handed to the managers before the node was closed they
     * see before they stop; what is handed to them later finds the node closed.
     */
    private static Behavior<Command> close(
            ActorContext<Command> context, NodeContext node, Directory directory, Doors doors, Stop stop) {
        node.closing().close("the node is closed");
        if (directory.store().isKept()) {
            // Before its objects end: the store asks them what they are.
            ActorRef<Command> self = context.getSelf();
            directory.store().close(node.versions().last(), () -> self.tell(Written.WRITTEN));
            return writing(context, doors, stop);
        }
        return close(context, doors, stop);
    }

    private static Behavior<Command> writing(ActorContext<Command> context, Doors doors, Stop stop) {
        return Behaviors.receive(Command.class)
                .onMessage(Written.class, written -> close(context, doors, stop))
                .onMessage(Stop.class, again -> writing(context, doors, stop.and(again)))
                .build();
    }

    private static Behavior<Command> close(ActorContext<Command> context, Doors doors, Stop stop) {
        context.watchWith(doors.gateway(), Ended.ENDED);
        context.watchWith(doors.replicas(), Ended.ENDED);
        doors.gateway().tell(Gateway.Close.CLOSE);
        doors.replicas().tell(ReplicaManager.Close.CLOSE);
        return ending(2, stop);
    }

    private static Behavior<Command> ending(int left, Stop stop) {
        return Behaviors.receive(Command.class)
                .onMessage(Ended.class, ended -> {
                    if (left > 1) {
                        return ending(left - 1, stop);
                    }
                    return Behaviors.stopped(stop.stopped()::run);
                })
                .onMessage(Stop.class, again -> ending(left, stop.and(again)))
                .build();
    }

    private static <T> Behavior<T> resumed(Behavior<T> behavior) {
        return Behaviors.supervise(behavior).onFailure(RuntimeException.class, SupervisorStrategy.resume());
    }
}
