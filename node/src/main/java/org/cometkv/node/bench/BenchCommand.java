package org.cometkv.node.bench;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comet bench}: measures a named work and prints a JSON line for each result. */
@Command(
        name = "bench",
        description = "Measure a named work; one JSON line for each result.",
        footer = {
            "",
            "Figures are of the best run, of loops and flood the middle one; a ratio is to what the same run measured.",
            "\"target\" and \"met\" say what is to be reached; a busy machine misses rates before ratios."
        })
public final class BenchCommand implements Callable<Integer> {

    /** Names for {@code --help}. */
    static final class WorkNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Work.all().keySet().iterator();
        }
    }

    /** More variants than these are told by the mistake of naming one that does not exist, and not by the help. */
    private static final int VARIANTS_SHOWN = 20;

    /** Names for {@code --help}. */
    static final class VariantNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Work.all().values().stream()
                    .map(Work::variants)
                    .filter(variants -> variants.size() <= VARIANTS_SHOWN)
                    .flatMap(variants -> variants.stream())
                    .distinct()
                    .iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "WORK",
            completionCandidates = WorkNames.class,
            description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private String work;

    @Option(
            names = "--variant",
            split = ",",
            paramLabel = "NAME",
            completionCandidates = VariantNames.class,
            description = "Measure these variants only: ${COMPLETION-CANDIDATES}, or cases of prices by name.")
    private Set<String> variants = new LinkedHashSet<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each is measured, each time in another JVM (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--collector",
            paramLabel = "NAME",
            defaultValue = "Serial",
            description = "The JVM's collector: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Collector collector;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "1g",
            description = "The size of each JVM's heap, such as 512m (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of sim, whose figures are of one run, and of chaos (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private ChaosOptions chaos;

    @Option(names = "--quick", description = "Only show that everything works, in seconds; the figures mean nothing.")
    private boolean isQuick;

    BenchCommand() {}

    @Override
    public Integer call() {
        Work chosen = chosen();
        if (runs < 1) {
            throw usage("--runs is " + runs + "; it must be 1 or more.");
        }
        if (!heap.matches("[1-9][0-9]{0,9}[kmgKMG]")) {
            throw usage("--heap is '" + heap + "'; it must be a size such as 512m or 1g.");
        }
        if (!CellProcess.begins(heap)) {
            throw usage("--heap is " + heap + ", with which no JVM begins on this machine.");
        }
        for (String variant : variants) {
            if (!chosen.variants().contains(variant)) {
                throw usage("there is no variant '" + variant + "' of " + work + "; there are "
                        + String.join(", ", chosen.variants()) + ".");
            }
        }
        if (seed.isPresent() && !chosen.isSeeded()) {
            throw usage("--seed is for sim and chaos; " + work + " draws nothing from a seed.");
        }
        List<String> ofChaos = chaos.given();
        if (!ofChaos.isEmpty() && !work.equals(ChaosWork.NAME)) {
            throw usage(ofChaos.get(0) + " is for chaos alone.");
        }
        Plan plan = new Plan(
                variants,
                isQuick ? 1 : runs,
                collector,
                heap,
                isQuick ? Pace.QUICK : Pace.FULL,
                seed.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                chaos,
                spec.commandLine().getErr()::println);
        chosen.mistake(plan).ifPresent(sentence -> {
            throw usage(sentence);
        });
        PrintWriter out = spec.commandLine().getOut();
        chosen.run(plan, line -> {
            out.println(line.json());
            out.flush();
        });
        return spec.exitCodeOnSuccess();
    }

    private Work chosen() {
        Map<String, Work> works = Work.all();
        Work chosen = works.get(work);
        if (chosen == null) {
            List<String> known = Stream.of(works.values())
                    .flatMap(all -> all.stream())
                    .map(each -> each.name() + " (" + each.description() + ")")
                    .toList();
            throw usage("there is no work '" + work + "'; there are " + String.join(", ", known) + ".");
        }
        return chosen;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
