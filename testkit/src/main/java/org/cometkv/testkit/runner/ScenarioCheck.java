package org.cometkv.testkit.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Violation;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.ScenarioFile;

/**
 * A check of scenario files: each is run, its trace is compared with the one in the file, and invariants are checked.
 *
 * <p>With {@code -Dcomet.scenario.write=true} the trace in the file is rewritten instead of compared.
 */
public final class ScenarioCheck {

    /** The property that lets traces be rewritten. */
    public static final String WRITE = "comet.scenario.write";

    private final ScenarioRunner runner;
    private final List<Invariant> kept;
    private final List<Invariant> all;

    /**
     * A check.
     *
     * @param kept invariants that hold for every file that is not marked
     * @param all invariants that a file may be marked as known to break
     */
    public ScenarioCheck(ScenarioRunner runner, List<Invariant> kept, List<Invariant> all) {
        this.runner = runner;
        this.kept = List.copyOf(kept);
        this.all = List.copyOf(all);
    }

    /**
     * Runs a file.
     *
     * @throws AssertionError if the trace or an invariant is not as it should be; the message names the first
     *     difference
     */
    public void check(Path file) {
        String text = read(file);
        ScenarioFile expected = ScenarioFile.parse(text);
        ScenarioRunner.Result result = runner.run(expected.scenario());
        if (Boolean.getBoolean(WRITE)) {
            write(file, ScenarioFile.rewrite(text, result.trace()));
        } else {
            compare(file, expected, result);
        }
        invariants(file, expected.scenario(), result);
    }

    private static void compare(Path file, ScenarioFile expected, ScenarioRunner.Result result) {
        List<String> before = lines(expected, expected.trace());
        List<String> now = lines(expected, result.trace());
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            String wanted = i < before.size() ? before.get(i) : "nothing";
            String found = i < now.size() ? now.get(i) : "nothing";
            if (!wanted.equals(found)) {
                throw new AssertionError(
                        file + " of seed " + expected.scenario().seed() + ": expected\n    " + wanted
                                + "\nand saw\n    " + found + "\nRun with -D" + WRITE + "=true to take it over.");
            }
        }
    }

    private static List<String> lines(ScenarioFile file, List<List<String>> trace) {
        return new ScenarioFile(file.scenario(), trace).print().lines().toList();
    }

    private void invariants(Path file, Scenario scenario, ScenarioRunner.Result result) {
        List<Violation> violations = Invariant.violations(scenario.fails().isPresent() ? all : kept, result.run());
        if (scenario.fails().isEmpty()) {
            if (!violations.isEmpty()) {
                throw new AssertionError(file + " of seed " + scenario.seed() + " breaks " + violations);
            }
            return;
        }
        String known = scenario.fails().get().invariant();
        List<String> broken = new ArrayList<>();
        violations.forEach(each -> broken.add(each.invariant()));
        if (!broken.contains(known)) {
            throw new AssertionError(file + " of seed " + scenario.seed() + " keeps " + known
                    + ", which it was known to break: take the mark away");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
