package org.cometkv.actors;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.StatusReply;

/** The store as an actor: every message is one call of {@link Comet}. */
final class StoreActor {

    private StoreActor() {}

    static Behavior<Comet.Command> create(Comet comet) {
        // A message that does not say who wants the reply is a bug of its sender alone.
        return Behaviors.supervise(answering(comet)).onFailure(RuntimeException.class, SupervisorStrategy.resume());
    }

    private static Behavior<Comet.Command> answering(Comet comet) {
        return Behaviors.receive(Comet.Command.class)
                .onMessage(Comet.Get.class, get -> answer(get.replyTo(), () -> comet.get(get.key(), get.options())))
                .onMessage(
                        Comet.GetFromAll.class,
                        get -> answer(get.replyTo(), () -> comet.getFromAll(get.key(), get.options())))
                .onMessage(
                        Comet.Put.class,
                        put -> answer(put.replyTo(), () -> comet.put(put.key(), put.aso(), put.options())))
                .onMessage(
                        Comet.Update.class,
                        update -> answer(
                                update.replyTo(), () -> comet.update(update.key(), update.value(), update.options())))
                .onMessage(
                        Comet.Remove.class,
                        remove -> answer(remove.replyTo(), () -> comet.remove(remove.key(), remove.options())))
                .onMessage(Comet.Lookup.class, lookup -> answer(lookup.replyTo(), () -> comet.lookup(lookup.key())))
                .onMessage(
                        Comet.Stat.class, stat -> answer(stat.replyTo(), () -> comet.stat(stat.key(), stat.options())))
                .onMessage(
                        Comet.Subscribe.class,
                        asked -> answer(
                                asked.replyTo(),
                                () -> comet.subscribe(
                                        asked.key(), asked.request(), asked.options(), asked.subscriber())))
                .onMessage(
                        Comet.Release.class,
                        release -> answer(release.replyTo(), () -> comet.release(release.key(), release.options())))
                .build();
    }

    private static <R> Behavior<Comet.Command> answer(
            ActorRef<StatusReply<R>> replyTo, Supplier<CompletionStage<R>> call) {
        try {
            call.get()
                    .whenComplete((reply, broken) ->
                            replyTo.tell(broken == null ? StatusReply.success(reply) : StatusReply.error(broken)));
        } catch (IllegalArgumentException | NullPointerException e) {
            // A message that is no call, or one without a key: its sender waits for the reply.
            replyTo.tell(StatusReply.error(e));
        }
        return Behaviors.same();
    }
}
