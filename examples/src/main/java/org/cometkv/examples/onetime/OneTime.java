package org.cometkv.examples.onetime;

import java.util.List;
import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A secret for whoever comes first. */
public class OneTime implements Application {

    private static final Value SECRET = Value.of("read once");

    @Override
    public String name() {
        return "onetime";
    }

    @Override
    public String summary() {
        return "a value that is given to one reader and then ends everywhere";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(15);
    }

    @Override
    public void tell(Story story) {
        String key = story.key("secret");
        story.say("A secret on three replicas, for one reader:");
        story.put(
                0,
                key,
                Aso.script(script()).with("value", SECRET).with("grace", 1).with("timer", 1));
        int first = story.firstOwner(key);
        Story.expect(story.get(first, key).equals(SECRET), "the first reader gets it");

        story.say("The next readers, through every replica:");
        List<GetReply> later = story.getAll((first + 1) % story.nodes().size(), key, Value.NIL);
        for (GetReply reply : later) {
            Story.expect(reply instanceof GetReply.Empty, "no replica gives it again; one said: " + reply);
            story.line(
                    "%s gives nothing",
                    story.name(((GetReply.Empty) reply).answer().replica()));
        }
        Story.expect(story.get(first, key).equals(Value.NIL), "nor does the one that gave it");

        story.say("After a second of grace the replicas end:");
        story.eventually(
                "every replica is gone",
                () -> story.getAll(first, key, Value.NIL).isEmpty());
        story.get(first, key);
    }
}
