package org.cometkv.examples.pubsub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.Reached;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscriber;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** Publish/subscribe: everybody who listens gets what anybody says. */
public class Pubsub implements Application {

    @Override
    public String name() {
        return "pubsub";
    }

    @Override
    public String summary() {
        return "what anybody publishes reaches everybody who subscribes";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(14);
    }

    @Override
    public void tell(Story story) {
        String topic = story.key("news");
        story.say("A topic is an object. Somebody on each node subscribes to it:");
        story.put(0, topic, Aso.script(script()).with("value", "nothing yet"));
        List<Listener> listeners = new ArrayList<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Listener listener = new Listener();
            listeners.add(listener);
            subscriptions.add(
                    story.await(story.node(i).subscribe(topic, Value.NIL, SubscribeOptions.DEFAULT, listener)));
            Story.expect(listener.heard.equals(List.of("nothing yet")), "a newcomer gets the last value");
        }

        story.say("Two nodes publish at the same time:");
        Reached reached =
                story.await(story.node(0).update(topic, "from A")).orElseThrow().reached();
        story.line("it reached %d subscribers by the time it was acknowledged", reached.subscribers());
        story.await(story.node(1).update(topic, "from B"));
        for (Listener listener : listeners) {
            story.eventually("both messages, once each", () -> listener.heard.size() == 3);
            story.line("one heard %s", listener.heard);
            Story.expect(listener.heard.containsAll(List.of("from A", "from B")), "everybody heard both");
        }

        story.say("Who has closed the subscription hears nothing more:");
        subscriptions.get(0).close();
        story.await(story.node(2).update(topic, "the last one"));
        story.eventually("the others heard it", () -> listeners.get(1).heard.size() == 4);
        Story.expect(!listeners.get(0).heard.contains("the last one"), "a closed subscription gets nothing");
        subscriptions.forEach(Subscription::close);
    }

    /** Remembers what it heard. */
    private static final class Listener implements Subscriber {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<?> onMessage(Delivery.Message message) {
            heard.add(message.value().asText());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onSnapshot(Delivery.Snapshot snapshot, Optional<GapCause> after) {
            heard.add(snapshot.value().asText());
        }
    }
}
