package org.cometkv.testkit.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario with the trace that is expected of it.
 *
 * @param trace the lines below each step, one list for each
 */
public record ScenarioFile(Scenario scenario, List<List<String>> trace) {

    /** @throws IllegalArgumentException if there are more or fewer lists than steps */
    public ScenarioFile {
        if (trace.size() != scenario.steps().size()) {
            throw new IllegalArgumentException("a trace of " + trace.size() + " steps does not fit "
                    + scenario.steps().size());
        }
        trace = trace.stream().map(List::copyOf).toList();
    }

    /** A scenario of which no trace is known. */
    public static ScenarioFile of(Scenario scenario) {
        return new ScenarioFile(
                scenario,
                scenario.steps().stream().map(step -> List.<String>of()).toList());
    }

    /**
     * The scenario of a text.
     *
     * @throws ScenarioSyntaxException if it is none; the message names the line, what is there and what may be
     */
    public static ScenarioFile parse(String text) {
        return new ScenarioReader(text).read();
    }

    /** The text, which {@link #parse} reads to the same scenario. */
    public String print() {
        return ScenarioPrinter.print(this);
    }

    /**
     * A file's text with another trace. Everything else stays, comments too.
     *
     * @param text of a scenario with as many steps as the trace has lists
     */
    public static String rewrite(String text, List<List<String>> trace) {
        ScenarioReader reader = new ScenarioReader(text);
        reader.read();
        List<Integer> lines = reader.stepLines();
        if (lines.size() != trace.size()) {
            throw new IllegalArgumentException("a trace of " + trace.size() + " steps does not fit " + lines.size());
        }
        List<String> old = text.lines().toList();
        List<String> all = new ArrayList<>();
        int step = -1;
        for (int i = 0; i < old.size(); i++) {
            boolean isStep = step + 1 < lines.size() && lines.get(step + 1) == i + 1;
            if (isStep) {
                step++;
            }
            if (step >= 0 && ScenarioReader.isIndented(old.get(i))) {
                continue;
            }
            all.add(old.get(i));
            if (isStep) {
                trace.get(step).forEach(line -> all.add(ScenarioReader.INDENT + line));
            }
        }
        return String.join("\n", all) + "\n";
    }
}
