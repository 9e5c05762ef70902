package org.cometkv.node.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;

/**
 * A script that spends an event on one price of the sandbox, with the header in its first comments; {@code
 * prices/README.md} is the manual of both.
 *
 * @param covers the library functions and instructions that it is about
 * @param times how many events are measured, one after the other on one object
 * @param before how many {@code onTimer} events run before
 */
record PriceCase(
        String name,
        Script script,
        Set<String> covers,
        Phase phase,
        int times,
        int before,
        Value request,
        Holding holding) {

    /** The part of an object's life that is measured. */
    enum Phase {
        CHUNK,
        EVENT,
        WAIT,
        UNHANDLED,
        UPDATE,
        RESTORE
    }

    /** The thing that heap is measured of: none, what the phase says, or the object after its events. */
    enum Holding {
        NONE,
        YES,
        OBJECT
    }

    private static final List<String> FIELDS = List.of("covers", "phase", "times", "before", "request", "heap");

    PriceCase {
        covers = Set.copyOf(covers);
    }

    /** @throws IllegalArgumentException if the header is not as the manual says */
    static PriceCase parse(String name, String text) {
        Map<String, String> header = header(name, text);
        String covers = header.get("covers");
        if (covers == null) {
            throw new IllegalArgumentException(name + " does not say what it covers");
        }
        return new PriceCase(
                name,
                Script.of(text),
                new LinkedHashSet<>(Arrays.asList(covers.split(" "))),
                Phase.valueOf(constant(header.getOrDefault("phase", "event"))),
                Integer.parseInt(header.getOrDefault("times", "1")),
                Integer.parseInt(header.getOrDefault("before", "0")),
                header.containsKey("request") ? RequestJson.parse(header.get("request")) : Value.NIL,
                Holding.valueOf(constant(header.getOrDefault("heap", "none"))));
    }

    private static Map<String, String> header(String name, String text) {
        Map<String, String> header = new HashMap<>();
        List<String> lines =
                text.lines().takeWhile(line -> line.startsWith("-- ")).toList();
        if (lines.isEmpty() || !lines.get(0).endsWith(".")) {
            throw new IllegalArgumentException(name + " does not begin with a sentence");
        }
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(": ");
            String field = colon < 0 ? line : line.substring(3, colon);
            if (!FIELDS.contains(field) || header.put(field, line.substring(colon + 2)) != null) {
                throw new IllegalArgumentException(name + " has '" + field
                        + "' in its header, where these may be once: " + String.join(", ", FIELDS));
            }
        }
        return header;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
