package org.cometkv.examples.vanish;

import java.util.List;
import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A secret that decides how many copies of it there are, and where. */
public class Vanish implements Application {

    private static final Value SECRET = Value.of("a key that is not to be everywhere");
    private static final long TICK_MILLIS = 1_000;

    @Override
    public String name() {
        return "vanish";
    }

    @Override
    public String summary() {
        return "a secret that chooses its replicas itself and keeps them few";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(41);
    }

    @Override
    public void tell(Story story) {
        String plain = story.key("plain");
        story.say("A plain value, which the store keeps on every node that should have it:");
        story.put(0, plain, Aso.value(SECRET));
        Story.expect(holders(story, plain).size() == story.nodes().size(), "every node holds the plain value");

        String key = story.key("secret");
        story.say("A secret that wants two copies and chooses their nodes by a salt that its writer drew:");
        story.put(
                0,
                key,
                Aso.script(script())
                        .with("value", SECRET)
                        .with("salt", key)
                        .with("copies", 2)
                        .with("least", 2)
                        .with("timer", TICK_MILLIS / 1_000));
        story.eventually("its copy arrived", () -> holders(story, key).size() >= 2);
        List<String> chosen = holders(story, key);
        story.line("it is on %s", String.join(" and ", chosen));
        Story.expect(chosen.size() == 2, "two of the nodes hold it");

        story.say("Whoever asks all neighbors finds it; ticks pass, and it stays where it is:");
        long began = System.currentTimeMillis();
        story.eventually("ticks passed", () -> {
            Story.expect(holders(story, key).equals(chosen), "it is on the nodes that it chose, and on no other");
            return System.currentTimeMillis() - began > 3 * TICK_MILLIS;
        });
        for (GetReply reply : story.getAll(1, key, Value.NIL)) {
            Story.expect(Story.found(reply).value().equals(SECRET), "each copy gives the secret");
        }
    }

    private static List<String> holders(Story story, String key) {
        return story.getAll(0, key, Value.NIL).stream()
                .map(reply -> story.name(Story.found(reply).answer().replica()))
                .sorted()
                .toList();
    }
}
