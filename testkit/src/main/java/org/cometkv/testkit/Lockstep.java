package org.cometkv.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cometkv.testkit.trace.KeyNames;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.WorldFailure;

/**
 * The check that a run is a function of its seed: it runs twice, and the second run ends at the first line of its trace
 * that differs from the first one's.
 */
public final class Lockstep {

    /** Lines that are kept of the first run as text; those after them are compared by hash alone. */
    private static final int TEXTS_MAX = 1_000_000;

    private final Supplier<KitBuilder> builders;
    private final List<Trace.Line> first = new ArrayList<>();
    private long[] hashes = new long[1_024];
    private int lines;

    private Lockstep(Supplier<KitBuilder> builders) {
        this.builders = builders;
    }

    /**
     * Runs a test twice.
     *
     * @param builders makes the same builder each time
     * @param test what happens in each run; the kit is closed after it
     * @throws WorldFailure if the runs differ; its message has the line of either
     */
    public static void run(Supplier<KitBuilder> builders, Consumer<CometTestKit> test) {
        Lockstep lockstep = new Lockstep(builders);
        lockstep.record(test);
        lockstep.compare(test);
    }

    private void record(Consumer<CometTestKit> test) {
        try (CometTestKit kit = builders.get().listen(this::add).build()) {
            test.accept(kit);
        }
    }

    private void add(Trace.Line line, long hash) {
        if (first.size() < TEXTS_MAX) {
            first.add(line);
        }
        if (lines == hashes.length) {
            hashes = Arrays.copyOf(hashes, lines * 2);
        }
        hashes[lines++] = hash;
    }

    private void compare(Consumer<CometTestKit> test) {
        Comparison comparison = new Comparison();
        try (CometTestKit kit = builders.get().listen(comparison).build()) {
            comparison.begin(kit);
            test.accept(kit);
        }
        comparison.end();
    }

    /** The comparison of the second run with the first. */
    private final class Comparison implements Trace.Listener {

        private int compared;
        private String difference = "";
        private CometTestKit kit;

        @Override
        public void heard(Trace.Line line, long hash) {
            int number = compared++;
            if (!difference.isEmpty() || number < lines && hashes[number] == hash) {
                return;
            }
            difference = "two runs of one seed differ in line " + (number + 1) + ": first \""
                    + (number < first.size() ? textOf(first.get(number)) : "the end") + "\", then \"" + textOf(line)
                    + "\"";
            if (kit != null) {
                kit.world().fail(difference);
            }
        }

        void begin(CometTestKit made) {
            kit = made;
            if (!difference.isEmpty()) {
                made.world().fail(difference);
            }
        }

        void end() {
            if (compared < lines) {
                throw new WorldFailure("two runs of one seed differ: the first has " + lines + " lines, the second "
                        + compared + "; the next one of the first is \"" + textOf(first.get(compared)) + "\"");
            }
        }

        private String textOf(Trace.Line line) {
            return line.text(kit == null ? new KeyNames() : kit.trace().names());
        }
    }
}
