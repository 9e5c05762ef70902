package org.cometkv.examples.monitoring;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;
import org.cometkv.routing.Contact;

/** An object that watches over its replicas. */
public class Monitoring implements Application {

    private static final int TICKS = 3;

    @Override
    public String name() {
        return "monitoring";
    }

    @Override
    public String summary() {
        return "an object that notes at every tick which nodes hold a replica of it";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(21);
    }

    @Override
    public void tell(Story story) {
        String key = story.key("watch");
        story.say("An object with two replicas that looks for them every second and keeps the last %d ticks:", TICKS);
        story.put(
                0,
                key,
                Aso.script(script()).with("timer", 1).with("keep", TICKS).replicas(2));
        Set<Value> truth = holders(story, key);
        Story.expect(truth.size() == 2, "two of the nodes hold it");

        story.eventually(
                "every series is full", () -> series(story, key).stream().allMatch(s -> s.listSize() >= TICKS));
        List<Value> oldest = series(story, key).stream().map(s -> s.listed(0)).toList();
        story.eventually(
                "the oldest ticks make room",
                () -> series(story, key).stream().noneMatch(series -> oldest.contains(series.listed(0))));
        for (Value.Table series : series(story, key)) {
            story.say("The series of a replica:");
            for (Value tick : series.list()) {
                Set<Value> seen =
                        Set.copyOf(Story.table(Story.table(tick).get("holders")).list());
                story.line("%tT  held by %s", Story.number(Story.table(tick).get("at")), names(story, seen));
                Story.expect(seen.equals(truth), "the tick saw those that hold it, and nobody else");
            }
            Story.expect(series.listSize() == TICKS, "the series keeps its bound");
        }
    }

    private static List<Value.Table> series(Story story, String key) {
        return story.getAll(1, key, Value.NIL).stream()
                .map(reply -> Story.table(Story.found(reply).value()))
                .toList();
    }

    private static Set<Value> holders(Story story, String key) {
        return story.getAll(0, key, Value.NIL).stream()
                .map(reply -> id(Story.found(reply).answer().replica()))
                .collect(Collectors.toSet());
    }

    /** The id of a node as scripts see it. */
    private static Value id(Contact node) {
        return Value.of(String.valueOf(node.id()));
    }

    private static String names(Story story, Set<Value> ids) {
        return story.nodes().stream()
                .map(Comet::self)
                .filter(node -> ids.contains(id(node)))
                .map(story::name)
                .collect(Collectors.joining(", "));
    }
}
