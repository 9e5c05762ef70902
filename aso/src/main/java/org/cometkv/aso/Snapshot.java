package org.cometkv.aso;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code onSubscribe} to a subscriber: a value, and the tags of the messages that are meant for it.
 *
 * @param tags of which a message must carry one; none is every message
 */
public record Snapshot(Value value, List<String> tags) {

    /** Most tags of a message or of a subscriber. */
    public static final int TAGS_MAX = 16;

    /** Most bytes of a tag. */
    public static final int TAG_BYTES_MAX = 64;

    private static final String VALUE = "snapshot";
    private static final String TAGS = "tags";

    public Snapshot {
        tags = List.copyOf(tags);
    }

    /**
     * The answer as a handler gave it: a table with {@code snapshot} or {@code tags} is both, all else is the value.
     *
     * @throws IllegalArgumentException if the tags are none; the message says why
     */
    public static Snapshot of(Value answer) {
        if (answer instanceof Value.Table table && (table.get(VALUE) != Value.NIL || table.get(TAGS) != Value.NIL)) {
            return new Snapshot(table.get(VALUE), tags(table.get(TAGS)));
        }
        return new Snapshot(answer, List.of());
    }

    /**
     * Reads tags.
     *
     * @throws IllegalArgumentException if they are no list of a few short texts; the message says why
     */
    public static List<String> tags(Value given) {
        if (given == Value.NIL) {
            return List.of();
        }
        if (!(given instanceof Value.Table table) || table.pairCount() > 0 || table.listSize() > TAGS_MAX) {
            throw new IllegalArgumentException("tags are a list of at most " + TAGS_MAX + " strings");
        }
        List<String> tags = new ArrayList<>(table.listSize());
        for (int i = 0; i < table.listSize(); i++) {
            tags.add(text(table.listed(i), TAG_BYTES_MAX, "a tag"));
        }
        return tags;
    }

    /**
     * Reads a short text.
     *
     * @throws IllegalArgumentException if it is none; the message names it
     */
    static String text(Value given, int bytesMax, String name) {
        String text = given instanceof Value.Bytes bytes && bytes.length() <= bytesMax ? bytes.utf8() : "";
        // What is not UTF-8 would come back as another one, and two of them as the same.
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length != ((Value.Bytes) given).length()) {
            throw new IllegalArgumentException(name + " is text in UTF-8 of 1 to " + bytesMax + " bytes");
        }
        return text;
    }

    /** Whether a message with these tags is meant for the subscriber. */
    public boolean isMeant(List<String> carried) {
        return isMeant(tags, carried);
    }

    /** Whether a message with these tags is for a subscriber that wants those. */
    public static boolean isMeant(List<String> wanted, List<String> carried) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (int i = 0; i < carried.size(); i++) {
            if (wanted.contains(carried.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The message that {@code comet.publish} asks for.
     *
     * @param options nil, or a table with {@code conflate} or {@code tags}
     * @throws IllegalArgumentException if these are none; the message says why
     */
    public static Effect.Publish message(Value value, Value options) {
        if (options == Value.NIL) {
            return new Effect.Publish(value);
        }
        if (!(options instanceof Value.Table table)) {
            throw new IllegalArgumentException("options are a table with conflate or tags");
        }
        Value key = table.get("conflate");
        return new Effect.Publish(
                value,
                key == Value.NIL
                        ? Optional.empty()
                        : Optional.of(text(key, Effect.Publish.CONFLATE_BYTES_MAX, "conflate")),
                tags(table.get(TAGS)));
    }
}
