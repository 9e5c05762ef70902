package org.cometkv.examples.delete;

import java.util.List;
import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A value with a delete that can be relied on. */
public class Delete implements Application {

    private static final Value DATA = Value.of("what must not stay");
    private static final Value RECEIPT = Value.of("receipt");

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public String summary() {
        return "a value whose delete reaches every copy, with a receipt of those that erased it";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.empty();
    }

    @Override
    public void tell(Story story) {
        String key = story.key("file");
        String word = "the word for " + key;
        story.say("A file on three replicas, which hold the hash of a word that only its writer knows:");
        story.put(
                0,
                key,
                Aso.script(script())
                        .with("value", DATA)
                        .with("lock", Word.lock(word))
                        .with("timer", 1)
                        .with("grace", 5));
        Story.expect(story.get(1, key).equals(DATA), "it is read");
        Story.expect(story.update(1, key, Value.of("guess")) instanceof PutReply.Refused, "a guess erases nothing");
        Story.expect(story.remove(1, key, Value.NIL) instanceof RemoveReply.Refused, "a remove does not either");
        Story.expect(story.get(2, key).equals(DATA), "it is there as before");

        story.say("Its writer says the word:");
        Story.expect(story.update(0, key, Value.of(word)) instanceof PutReply.Stored, "the word erases it");
        for (GetReply reply : story.getAll(2, key, Value.NIL)) {
            Story.expect(reply instanceof GetReply.Empty, "no replica gives it; one said: " + reply);
        }

        story.say("Each replica asks the others and keeps a receipt of those that erased it:");
        story.eventually(
                "every receipt names all three",
                () -> receipts(story, key).stream().allMatch(r -> r.entries().size() == 3));
        story.line("%s", receipts(story, key).get(0));

        story.say("After the time of grace the receipts end as well:");
        story.eventually(
                "nothing is left", () -> story.getAll(1, key, Value.NIL).isEmpty());
        story.get(1, key);
    }

    private static List<Value.Table> receipts(Story story, String key) {
        return story.getAll(0, key, RECEIPT).stream()
                .map(reply -> Story.table(Story.found(reply).value()))
                .toList();
    }
}
