package org.cometkv.examples.counter;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** Counts who reads: the example of the talk's introduction. */
public class Counter implements Application {

    private static final int READS = 1_000;

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public String summary() {
        return "a value that counts its reads";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(6);
    }

    @Override
    public void tell(Story story) {
        String key = story.key("hello");
        story.say("A value that counts its reads, put on A and read on every node:");
        story.put(0, key, Aso.script(script()));
        for (int i = 0; i < story.nodes().size(); i++) {
            Value expected = Value.list(Value.of("Hello world!"), Value.of(i + 1));
            Story.expect(story.get(i, key).equals(expected), "the value, and read " + (i + 1) + " counted as such");
        }

        int owner = story.firstOwner(key);
        story.say(
                "%d readers at once at node %s, which holds it:",
                READS, story.name(story.node(owner).self()));
        List<CompletionStage<GetReply>> asked = IntStream.range(0, READS)
                .mapToObj(i -> story.node(owner).get(key))
                .toList();
        List<Integer> counts = asked.stream()
                .map(story::await)
                .map(Counter::count)
                .sorted(Comparator.naturalOrder())
                .toList();
        int first = story.nodes().size() + 1;
        story.line("they were told the numbers %d to %d", counts.get(0), counts.get(READS - 1));
        Story.expect(
                counts.equals(IntStream.range(first, first + READS).boxed().toList()),
                "each read was counted once: no number missing, none given twice");

        story.say("The other replicas count on their own:");
        for (GetReply reply : story.getAll(0, key, Value.NIL)) {
            story.line("%s", reply instanceof GetReply.Found found ? found.value() : reply);
        }
    }

    private static int count(GetReply reply) {
        return (int) Story.number(Story.table(Story.found(reply).value()).get(Value.of(2)));
    }
}
