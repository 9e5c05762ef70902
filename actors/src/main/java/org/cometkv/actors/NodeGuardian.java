package org.cometkv.actors;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.seam.GatewayMessage;

/** One node: spawns its managers and lets each fail by itself. Many can live in one actor system. */
final class NodeGuardian {

    /** What it can be told. */
    sealed interface Command {}

    /** Stops the node; its name is free again once it is gone. */
    enum Stop implements Command {
        STOP
    }

    /** What the outside needs to talk to the node. */
    record Doors(
            ActorRef<GatewayMessage> gateway,
            ActorRef<RoutingTableManager.Command> routing,
            ActorRef<ReplicaManager.Command> replicas) {}

    /** Where the Gateway is below the guardian. */
    static final String GATEWAY = "gateway";

    private NodeGuardian() {}

    /** @param opened told once, when all actors of the node are there */
    static Behavior<Command> create(NodeContext node, java.util.function.Consumer<Doors> opened) {
        return Behaviors.setup(context -> {
            // A message that meets a bug is lost, as a lost frame would be; what is under way has its deadlines.
            ActorRef<GatewayMessage> gateway = context.spawn(resumed(Gateway.create(node)), GATEWAY);
            node.seams().network().bind(gateway);
            // What the routing manager knows came from Membership; restarting it alone would leave it ignorant.
            ActorRef<RoutingTableManager.Command> routing =
                    context.spawn(resumed(RoutingTableManager.create(node)), "routing");
            // Its table is in the Directory and its objects are its children: a bug in one message costs that message.
            ActorRef<ReplicaManager.Command> replicas =
                    context.spawn(resumed(ReplicaManager.create(node, gateway)), "replicas");
            ActorRef<Membership.Command> membership =
                    context.spawn(resumed(Membership.create(node, gateway, routing)), "membership");
            gateway.tell(new Gateway.Bind(new Gateway.Managers(routing, replicas, membership)));
            opened.accept(new Doors(gateway, routing, replicas));
            return Behaviors.receive(Command.class)
                    .onMessage(Stop.class, stop -> Behaviors.stopped())
                    .build();
        });
    }

    private static <T> Behavior<T> resumed(Behavior<T> behavior) {
        return Behaviors.supervise(behavior).onFailure(RuntimeException.class, SupervisorStrategy.resume());
    }
}
