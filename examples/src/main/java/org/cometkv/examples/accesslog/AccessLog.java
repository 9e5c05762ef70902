package org.cometkv.examples.accesslog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;
import org.cometkv.routing.Contact;

/** A value whose writer learns who read it. */
public class AccessLog implements Application {

    /** An access that one replica wrote down. */
    record Entry(long at, String what, String from, Contact replica) {}

    private static final Value LOG = Value.of("log");

    @Override
    public String name() {
        return "accesslog";
    }

    @Override
    public String summary() {
        return "a value that writes down who reads it, where from and when";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(22);
    }

    @Override
    public void tell(Story story) {
        String key = story.key("laptop");
        story.say("Where a laptop was seen last; who asks for it is written down:");
        story.put(0, key, Aso.script(script()).with("value", "Seattle, 47.6 N 122.3 W"));
        List<Integer> readers = List.of(0, 1, 2, 1, 0);
        for (int reader : readers) {
            Story.expect(!story.get(reader, key).equals(Value.NIL), "the value is given");
        }

        story.say("The log of all replicas, merged:");
        List<Entry> log = merged(story.getAll(0, key, LOG));
        log.forEach(entry -> story.line(
                "%tT.%<tL  %s from %s, noted by %s",
                entry.at(), entry.what(), entry.from(), story.name(entry.replica())));
        List<String> from = readers.stream()
                .map(reader -> story.node(reader).self().address())
                .toList();
        Story.expect(addresses(log, "get").equals(from), "the five reads, in order and with the readers' addresses");
        Story.expect(addresses(log, "put").size() == 3, "each replica noted the put");

        story.say("One reader on C asks every replica, and each writes that down:");
        story.getAll(2, key, Value.NIL);
        List<Entry> after = merged(story.getAll(0, key, LOG));
        List<Entry> more = new ArrayList<>(after);
        more.removeAll(log);
        more.forEach(entry ->
                story.line("%s from %s, noted by %s", entry.what(), entry.from(), story.name(entry.replica())));
        Story.expect(more.stream().map(Entry::replica).distinct().count() == 3, "an entry in each replica's own log");
        Story.expect(after.containsAll(log) && after.size() == log.size() + 3, "nothing else was added or lost");
    }

    /** The logs of several replicas as one, by time. Sorting is stable: what one replica saw stays in its order. */
    static List<Entry> merged(List<GetReply> replies) {
        List<Entry> entries = new ArrayList<>();
        for (GetReply reply : replies) {
            GetReply.Found found = Story.found(reply);
            for (Value value : Story.table(found.value()).list()) {
                Value.Table entry = Story.table(value);
                entries.add(new Entry(
                        Story.number(entry.get("at")),
                        Story.text(entry.get("what")),
                        Story.text(entry.get("from")),
                        found.answer().replica()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::at));
        return entries;
    }

    private static List<String> addresses(List<Entry> log, String what) {
        return log.stream().filter(e -> e.what().equals(what)).map(Entry::from).toList();
    }
}
