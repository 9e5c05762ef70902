package org.cometkv.actors.replicas;

import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.settings.CometSettings;

/**
 * The one listener to the dead letters of an actor system: hands each request that an object's actor did not live to
 * see back to the ReplicaManager it belongs to, however many nodes there are.
 */
final class DeadLetterListener implements Extension {

    /*
     * One, and not one a node: the event stream holds its subscribers in the order of random numbers, so that many
     * would hear of a dead letter in another order each time, and every node would hear of those of all others.
     */
    private static final Id ID = new Id();

    private static final class Id extends ExtensionId<DeadLetterListener> {
        @Override
        public DeadLetterListener createExtension(ActorSystem<?> system) {
            return new DeadLetterListener(system);
        }
    }

    private DeadLetterListener(ActorSystem<?> system) {
        ActorRef<DeadLetter> listener = system.systemActorOf(
                listening(), "comet-dead-letters", DispatcherSelector.fromConfig(CometSettings.MANAGERS_DISPATCHER));
        // The classic stream, which subscribes at once: through the typed one an actor does, in its own time.
        Adapter.toClassic(system).eventStream().subscribe(Adapter.toClassic(listener), DeadLetter.class);
    }

    /** From now on the system's lost requests are handed back. */
    static void listen(ActorSystem<?> system) {
        ID.apply(system);
    }

    private static Behavior<DeadLetter> listening() {
        return Behaviors.receiveMessage(letter -> {
            if (letter.message() instanceof ReplicaRequest request) {
                request.supervisor().tell(new ReplicaManager.Lost(request, letter.recipient()));
            } else if (letter.message() instanceof AsoActor.Told command) {
                command.abandoned();
            }
            return Behaviors.same();
        });
    }
}
