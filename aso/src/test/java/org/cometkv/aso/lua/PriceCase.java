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
 * A script that is run to see what things cost: of the price list's cases, of the hostile set, or of what was once
 * without a price.
 *
 * <p>A case of the price list names in its first lines what it covers: functions by their full names and instructions
 * as {@code OP_NAME}.
 *
 * @param event the handler to call, or {@code chunk}
 * @param times how many such events
 * @param before how many {@code onTimer} events come before
 */
record PriceCase(
        String name,
        boolean isHostile,
        Set<String> covers,
        Script script,
        String phase,
        String event,
        Value request,
        int times,
        int before,
        Optional<String> meanwhile,
        Limits limits) {

    private static final Set<String> PHASES = Set.of("chunk", "event", "wait", "restore", "unhandled", "update");

    static PriceCase read(Path file) throws IOException {
        if (file.getParent().getParent().endsWith("hostile")) {
            return hostile(HostileScript.read(file));
        }
        byte[] text = Files.readAllBytes(file);
        Map<String, String> header = header(new String(text, StandardCharsets.UTF_8));
        String phase = header.getOrDefault("phase", "event");
        if (!PHASES.contains(phase)) {
            throw new IllegalArgumentException(file + " has a phase '" + phase + "', which is none of " + PHASES);
        }
        return new PriceCase(
                nameOf(file),
                false,
                header.containsKey("covers") ? Set.of(header.get("covers").split(" ")) : Set.of(),
                Script.of(text),
                phase,
                phase.equals("update") ? "onUpdate" : "onGet",
                header.containsKey("request") ? JsonValue.parse(header.get("request")) : Value.NIL,
                Integer.parseInt(header.getOrDefault("times", "1")),
                Integer.parseInt(header.getOrDefault("before", "0")),
                Optional.empty(),
                Limits.DEFAULTS);
    }

    private static PriceCase hostile(HostileScript script) {
        return new PriceCase(
                script.toString(),
                true,
                Set.of(),
                script.script(),
                "event",
                script.event(),
                script.request(),
                script.times(),
                0,
                script.meanwhile(),
                script.limits());
    }

    /** A script that is no file, with a handler for gets. */
    static PriceCase of(String name, String script, int times) {
        return new PriceCase(
                name,
                false,
                Set.of(),
                Script.of(script),
                "event",
                "onGet",
                Value.NIL,
                times,
                0,
                Optional.empty(),
                Limits.DEFAULTS);
    }

    /** What reports call a file: its folder and its name. */
    static String nameOf(Path file) {
        return file.getParent().getFileName() + "/"
                + file.getFileName().toString().replace(".lua", "");
    }

    private static Map<String, String> header(String text) {
        Map<String, String> header = new HashMap<>();
        List<String> lines =
                text.lines().takeWhile(line -> line.startsWith("-- ")).toList();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                header.put(line.substring(3, colon), line.substring(colon + 2));
            }
        }
        return header;
    }

    @Override
    public String toString() {
        return name;
    }
}
