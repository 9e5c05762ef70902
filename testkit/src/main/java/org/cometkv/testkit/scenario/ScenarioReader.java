package org.cometkv.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader of scenario files. For one use; not thread-safe. */
final class ScenarioReader {

    static final String INDENT = "    ";

    static final int STEPS_MAX = 10_000;

    private final List<String> lines;
    private int nodes;
    private long seed;
    private Optional<Scenario.KnownFailure> fails = Optional.empty();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> objects = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> stepLines = new ArrayList<>();
    private final List<List<String>> trace = new ArrayList<>();
    private int next;

    ScenarioReader(String text) {
        this.lines = text.lines().toList();
    }

    ScenarioFile read() {
        while (next < lines.size()) {
            String line = lines.get(next++);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (isIndented(line)) {
                below(line);
            } else {
                flush(new LineReader(next, line.stripTrailing()));
            }
        }
        if (nodes == 0) {
            throw error("a scenario says how many nodes there are, as in: nodes 3");
        }
        Scenario scenario = new Scenario(nodes, seed, settings, objects, steps, fails);
        return new ScenarioFile(scenario, trace);
    }

    /** The numbers of the lines of the steps, from 1. */
    List<Integer> stepLines() {
        return stepLines;
    }

    static boolean isIndented(String line) {
        return line.startsWith(" ") && !line.isBlank();
    }

    /** A line below a step is of its trace. */
    private void below(String line) {
        if (steps.isEmpty()) {
            throw error("an indented line is below an object or a step, and there is none");
        }
        trace.get(trace.size() - 1).add(unindented(line));
    }

    /** A line that begins at the margin. */
    private void flush(LineReader line) {
        if (line.take("nodes")) {
            nodes = line.number("the number of nodes", 1, Command.NODES_MAX);
            line.end();
        } else if (line.take("seed")) {
            seed = seed(line.word(), line);
            line.end();
        } else if (line.take("set")) {
            set(line);
        } else if (line.take("fails")) {
            fails = Optional.of(new Scenario.KnownFailure(line.name("an invariant"), line.rest()));
        } else if (line.take("object")) {
            object(line);
        } else {
            step(line);
        }
    }

    private void step(LineReader line) {
        if (steps.size() == STEPS_MAX) {
            throw error("a scenario has at most " + STEPS_MAX + " steps");
        }
        Step step = CommandReader.step(line);
        if (step.command() instanceof Command.PutObject put && !objects.containsKey(put.object())) {
            throw error("no object " + put.object() + " is described above; there are " + objects.keySet());
        }
        steps.add(step);
        stepLines.add(next);
        trace.add(new ArrayList<>());
    }

    private long seed(String word, LineReader line) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw line.error("a seed is a whole number of 64 bits, not \"" + word + "\"");
        }
    }

    private void set(LineReader line) {
        String key = line.word();
        if (key.isEmpty() || !line.take("=") || line.isAtEnd()) {
            throw line.error("a setting is as in: set comet.requests.timeout = 5s");
        }
        settings.put(key, line.rest());
    }

    private void object(LineReader line) {
        String name = line.name("an object");
        line.end();
        List<String> script = new ArrayList<>();
        while (next < lines.size()
                && (isIndented(lines.get(next)) || lines.get(next).isBlank())) {
            script.add(unindented(lines.get(next++)));
        }
        while (!script.isEmpty() && script.get(script.size() - 1).isEmpty()) {
            script.remove(script.size() - 1);
        }
        if (objects.put(name, String.join("\n", script)) != null) {
            throw error("object " + name + " is described twice");
        }
    }

    private static String unindented(String line) {
        return line.startsWith(INDENT) ? line.substring(INDENT.length()) : line.stripLeading();
    }

    private ScenarioSyntaxException error(String what) {
        return new ScenarioSyntaxException(Math.max(next, 1), what);
    }
}
