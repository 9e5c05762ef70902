package org.cometkv.actors;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/** A subscriber that is an actor: it returns the credit of a message by {@link Delivery.Message#ack}. */
record ActorSubscriber(ActorRef<? super Delivery> actor) implements Subscriber {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<?> onMessage(Delivery.Message message) {
        actor.tell(message);
        return DONE;
    }

    @Override
    public void onSnapshot(Delivery.Snapshot snapshot, Optional<GapCause> after) {
        actor.tell(snapshot);
    }

    @Override
    public void onGap(OptionalLong missing, GapCause cause) {
        actor.tell(new Delivery.Gap(missing, cause));
    }

    @Override
    public void onEnd(EndCause cause) {
        actor.tell(new Delivery.End(cause));
    }
}
