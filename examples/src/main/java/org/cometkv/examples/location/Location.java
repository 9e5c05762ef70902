package org.cometkv.examples.location;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A value that is stored where its writer allows it. */
public class Location implements Application {

    private static final int KEYS_MAX = 1_000;
    private static final Value DATA = Value.of("must not leave the country");

    @Override
    public String name() {
        return "location";
    }

    @Override
    public String summary() {
        return "a value that is kept at allowed places only, and tells where it is";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.empty();
    }

    @Override
    public void tell(Story story) {
        Value places = Value.list(place(story.node(0)), place(story.node(1)));
        Aso aso =
                Aso.script(script()).with("value", DATA).with("places", places).with("timer", 1);
        story.say("A value that may be on A and B. All nodes have one address here, so the places are their ids:");
        String outside = key(story, 2);
        PutReply refused = story.await(story.node(0).put(outside, aso));
        story.line("put %s, whose first owner is C  →  %s", outside, story.brief(refused));
        Story.expect(refused instanceof PutReply.Refused, "a node outside refuses it");

        String key = key(story, 0);
        story.put(2, key, aso);
        story.eventually("its copy arrived", () -> holders(story, key).size() >= 2);
        Story.expect(holders(story, key).equals(List.of("A", "B")), "it is on A and B, and on no other");

        story.say("Read on C, which does not hold it, and asked where it is:");
        Story.expect(story.get(2, key).equals(DATA), "it is read everywhere");
        for (GetReply reply : story.getAll(2, key, Value.of("where"))) {
            Value.Table trail = Story.table(Story.found(reply).value());
            String last = Story.text(
                    Story.table(trail.list().get(trail.listSize() - 1)).get("node"));
            story.line(
                    "%s  came there by %d stores",
                    story.name(Story.found(reply).answer().replica()), trail.listSize());
            Story.expect(
                    last.equals(
                            String.valueOf(Story.found(reply).answer().replica().id())),
                    "the copy knows the node that it is on");
        }
    }

    /** The name of a key that this node is the first owner of: a put goes there first, so it must be inside. */
    private static String key(Story story, int node) {
        return IntStream.range(0, KEYS_MAX)
                .mapToObj(i -> story.key("data-" + i))
                .filter(key -> story.firstOwner(key) == node)
                .findFirst()
                .orElseThrow();
    }

    private static Value place(Comet node) {
        return Value.of(String.valueOf(node.self().id()));
    }

    private static List<String> holders(Story story, String key) {
        return story.getAll(0, key, Value.NIL).stream()
                .map(reply -> story.name(Story.found(reply).answer().replica()))
                .sorted()
                .toList();
    }
}
