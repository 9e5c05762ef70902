package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.Step;

/**
 * A shrinker of scenarios: leaves out what a failure does not need. Deterministic; not thread-safe.
 *
 * <p>Steps have instants of their own, so leaving one out moves no other.
 */
public final class Shrinker {

    /*
     * Delta debugging (Zeller and Hildebrandt, 2002), the complements only: chunks of the steps are left out, half of
     * them first, then smaller ones, down to single steps, until none can be left out. Simplified: chunks alone are not
     * tried, which seldom fail by themselves. Before that, faults of some frames become faults of all. After it, times
     * are halved while the failure stays, which may make more steps needless.
     */

    private static final int SEEDS = 12;

    private final int runsMax;
    private final Predicate<Scenario> fails;
    private int runs;

    private Shrinker(int runsMax, Predicate<Scenario> fails) {
        this.runsMax = runsMax;
        this.fails = fails;
    }

    /**
     * A scenario that fails still.
     *
     * @param runs how many scenarios were tried
     */
    public record Shrunk(Scenario scenario, int runs) {}

    /**
     * The shortest scenario found.
     *
     * @param failing a scenario that fails
     * @param fails whether a scenario fails in the same way; asked at most {@code runsMax} times
     */
    public static Shrunk shrink(Scenario failing, int runsMax, Predicate<Scenario> fails) {
        if (runsMax < 1) {
            throw new IllegalArgumentException("a shrinker runs once or more, not " + runsMax);
        }
        Shrinker shrinker = new Shrinker(runsMax, fails);
        return new Shrunk(shrinker.shortest(failing), shrinker.runs);
    }

    private Scenario shortest(Scenario failing) {
        Scenario best = certain(failing);
        int before;
        do {
            before = best.steps().size();
            best = withoutSteps(best, 1);
            best = earlier(best);
        } while (best.steps().size() < before && runs < runsMax);
        // Without a step the delays of all later frames are others: where orders matter, another seed may do.
        return withoutRest(withoutSteps(best, SEEDS));
    }

    /** Lets faults that strike some frames strike all: else each step left out moves the draws of all later ones. */
    private Scenario certain(Scenario scenario) {
        Scenario best = scenario;
        for (int i = 0; i < best.steps().size(); i++) {
            Step step = best.steps().get(i);
            Step sure = new Step(step.at(), certain(step.command()));
            if (!sure.equals(step)) {
                List<Step> steps = new ArrayList<>(best.steps());
                steps.set(i, sure);
                best = isFailing(best.withSteps(steps)) ? best.withSteps(steps) : best;
            }
        }
        return best;
    }

    private static Command certain(Command command) {
        if (command instanceof Command.Lasting lasting) {
            return new Command.Lasting((Command.Fault) certain(lasting.fault()), lasting.time());
        }
        if (command instanceof Command.Drop drop) {
            return new Command.Drop(drop.link(), 100, drop.kind());
        }
        return command instanceof Command.Duplicate duplicate ? new Command.Duplicate(duplicate.link(), 100) : command;
    }

    private Scenario withoutSteps(Scenario scenario, int seeds) {
        Scenario best = scenario;
        int chunk = Math.max(1, best.steps().size() / 2);
        while (runs < runsMax) {
            Scenario shorter = withoutChunks(best, chunk, seeds);
            boolean isShorter = shorter.steps().size() < best.steps().size();
            best = shorter;
            if (chunk == 1 && !isShorter) {
                break;
            }
            chunk = Math.max(1, chunk / 2);
        }
        return best;
    }

    /** Leaves out chunks from the end on: what comes late is seldom the cause. */
    private Scenario withoutChunks(Scenario scenario, int chunk, int seeds) {
        Scenario best = scenario;
        int end = best.steps().size();
        while (end > 0 && runs < runsMax) {
            int begin = Math.max(0, end - chunk);
            List<Step> left = new ArrayList<>(best.steps().subList(0, begin));
            left.addAll(best.steps().subList(end, best.steps().size()));
            best = failing(best.withSteps(left), seeds).orElse(best);
            end = begin;
        }
        return best;
    }

    /** The scenario if it fails, with its own seed or one of those that follow. */
    private Optional<Scenario> failing(Scenario scenario, int seeds) {
        for (int i = 0; i < seeds; i++) {
            Scenario candidate = scenario.withSeed(scenario.seed() + i);
            if (isFailing(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Halves all instants while that fails still. */
    private Scenario earlier(Scenario scenario) {
        Scenario best = scenario;
        while (runs < runsMax) {
            Scenario candidate =
                    best.withSteps(best.steps().stream().map(Shrinker::halved).toList());
            if (candidate.equals(best) || !isFailing(candidate)) {
                break;
            }
            best = candidate;
        }
        return best;
    }

    private static Step halved(Step step) {
        Optional<Duration> at = step.at().map(instant -> Duration.ofMillis(instant.toMillis() / 2));
        return new Step(at, step.command());
    }

    /** Leaves out objects that are not put any more and settings; runs it, for nothing may be left out unseen. */
    private Scenario withoutRest(Scenario scenario) {
        Scenario candidate = ScenarioGenerator.withoutIdleObjects(scenario);
        Scenario best = candidate.equals(scenario) || !isFailing(candidate) ? scenario : candidate;
        Scenario plain = best.withSettings(Map.of());
        return plain.equals(best) || !isFailing(plain) ? best : plain;
    }

    private boolean isFailing(Scenario candidate) {
        if (runs == runsMax) {
            return false;
        }
        runs++;
        return fails.test(candidate);
    }
}
