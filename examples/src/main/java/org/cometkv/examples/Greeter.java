package org.cometkv.examples;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;

/** An actor of a Pekko application that talks to the store as to another actor: the README shows its question. */
public final class Greeter extends AbstractBehavior<Greeter.Command> {

    /** The messages to it. */
    public sealed interface Command {}

    /** Greets by a name; answered with what the object says, or with what went wrong. */
    public record Greet(String name, ActorRef<String> replyTo) implements Command {}

    private record Greeted(String text, ActorRef<String> replyTo) implements Command {}

    private final ActorRef<Comet.Command> store = Comet.ref(getContext().getSystem());

    public static Behavior<Command> create() {
        return Behaviors.setup(Greeter::new);
    }

    private Greeter(ActorContext<Command> context) {
        super(context);
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Greet.class, this::onGreet)
                .onMessage(Greeted.class, this::onGreeted)
                .build();
    }

    private Behavior<Command> onGreet(Greet greet) {
        getContext()
                .askWithStatus(
                        GetReply.class,
                        store,
                        Duration.ofSeconds(11),
                        to -> new Comet.Get("greeting", GetOptions.DEFAULT.request(Value.of(greet.name())), to),
                        (reply, broken) -> new Greeted(said(reply, broken), greet.replyTo()));
        return this;
    }

    private Behavior<Command> onGreeted(Greeted greeted) {
        greeted.replyTo().tell(greeted.text());
        return this;
    }

    private static String said(GetReply reply, Throwable broken) {
        if (broken != null) {
            return broken.getMessage();
        }
        return reply instanceof GetReply.Found found ? found.value().asText() : reply.toString();
    }
}
