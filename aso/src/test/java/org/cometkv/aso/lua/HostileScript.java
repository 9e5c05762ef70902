package org.cometkv.aso.lua;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;

/**
 * One file of the hostile set: a script, the event to send it, and what must become of it.
 *
 * <p>The header lines are described in {@code hostile/README.md}.
 */
record HostileScript(
        String family,
        String name,
        String attack,
        Script script,
        String event,
        Value request,
        int times,
        Optional<String> meanwhile,
        Limits limits,
        Set<String> outcomes,
        Set<String> limitLabels,
        Optional<String> error,
        Optional<String> value) {

    private static final Set<String> KEYS = Set.of(
            "family",
            "attack",
            "event",
            "request",
            "times",
            "meanwhile",
            "override",
            "outcome",
            "limit",
            "error",
            "value",
            "generate");
    private static final Set<String> OUTCOMES = Set.of("completed", "error", "limit", "refused");
    private static final Set<String> LIMITS = Set.of("fuel", "allocation", "live", "script", "answer", "effects");

    /** Reads a file of the set. */
    static HostileScript read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, String> header = header(new String(bytes, StandardCharsets.UTF_8), file);
        String family = file.getParent().getFileName().toString();
        if (!family.equals(header.get("family"))) {
            throw new IllegalArgumentException(file + " stands in the family " + header.get("family"));
        }
        return new HostileScript(
                family,
                file.getFileName().toString().replace(".lua", ""),
                required(header, "attack", file),
                Script.of(header.containsKey("generate") ? GeneratedText.of(header.get("generate")) : bytes),
                required(header, "event", file),
                header.containsKey("request") ? JsonValue.parse(header.get("request")) : Value.NIL,
                Integer.parseInt(header.getOrDefault("times", "1")),
                Optional.ofNullable(header.get("meanwhile")),
                limits(header.get("override")),
                alternatives(required(header, "outcome", file), OUTCOMES),
                alternatives(header.getOrDefault("limit", ""), LIMITS),
                Optional.ofNullable(header.get("error")),
                Optional.ofNullable(header.get("value")));
    }

    /** Whether the chunk body itself is the event. */
    boolean isChunk() {
        return event.equals("chunk");
    }

    private static Map<String, String> header(String text, Path file) {
        Map<String, String> header = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith("-- ")) {
                break;
            }
            int colon = line.indexOf(':');
            String key = line.substring(3, colon);
            if (!KEYS.contains(key) || header.put(key, line.substring(colon + 1).strip()) != null) {
                throw new IllegalArgumentException(file + " has an unknown or second header line '" + key + "'");
            }
        }
        return header;
    }

    private static String required(Map<String, String> header, String key, Path file) {
        if (!header.containsKey(key)) {
            throw new IllegalArgumentException(file + " has no header line '" + key + "'");
        }
        return header.get(key);
    }

    private static Set<String> alternatives(String text, Set<String> known) {
        Set<String> alternatives = text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split("\\|")));
        if (!known.containsAll(alternatives)) {
            throw new IllegalArgumentException("'" + text + "' has a word that is none of " + known);
        }
        return alternatives;
    }

    private static Limits limits(String override) {
        Limits d = Limits.DEFAULTS;
        if (override == null) {
            return d;
        }
        int fuel = d.fuel();
        int allocation = d.allocation();
        for (String part : override.split(",")) {
            String[] pair = part.strip().split("=");
            int bound = Integer.parseInt(pair[1]);
            switch (pair[0]) {
                case "fuel" -> fuel = bound;
                case "allocation" -> allocation = bound;
                default -> throw new IllegalArgumentException("no rule to override " + pair[0]);
            }
        }
        return limits(d, fuel, allocation);
    }

    /** Its limits, but for these two. */
    Limits limitedTo(int fuel, int allocation) {
        return limits(limits, fuel, allocation);
    }

    private static Limits limits(Limits d, int fuel, int allocation) {
        return d.with(Limits.Name.FUEL, fuel).with(Limits.Name.ALLOCATION, allocation);
    }

    @Override
    public String toString() {
        return family + "/" + name;
    }
}
