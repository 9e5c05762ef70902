package org.cometkv.testkit.probe;

import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The actor of a probe: keeps every message, and watches whom it is told to. */
final class ProbeActor {

    /** The probe wants to know when this actor ends. */
    record Watch(ActorRef<?> actor) {}

    /** The probe is not used any more. */
    enum Stop {
        STOP
    }

    private ProbeActor() {}

    static Behavior<Object> create(Consumer<Object> messages, Consumer<ActorRef<?>> terminated) {
        return Behaviors.setup(context -> Behaviors.receive(Object.class)
                .onMessage(Watch.class, watch -> {
                    context.watch(watch.actor());
                    return Behaviors.same();
                })
                .onMessageEquals(Stop.STOP, Behaviors::stopped)
                .onAnyMessage(message -> {
                    messages.accept(message);
                    return Behaviors.same();
                })
                .onSignal(Terminated.class, ended -> {
                    terminated.accept(ended.getRef());
                    return Behaviors.same();
                })
                .build());
    }
}
