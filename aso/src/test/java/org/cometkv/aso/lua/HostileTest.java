package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.aso.lua.script.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The hostile set: each file breaks what its header says and nothing else. */
class HostileTest {

    private static final int FILES_MIN = 120;
    private static final int PROGRAMS_BYTES = 4 << 20;
    private static final int MESSAGE_MAX = 1024;
    private static final long SMALL_STACK = 256 << 10;
    private static final int SAID_MAX = 120;
    private static final long SLOW_NANOS = 20_000_000;
    private static final long HEAP_BOUND = 8L << 20;
    private static final Path TIMES = Path.of("target", "hostile-times.txt");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<Cost> COSTS = new ArrayList<>();

    /** What the dearest event of a second run took; never asserted. */
    private record Cost(double cpuMillis, double compileMillis, long heapBytes, HostileScript script, Outcome outcome) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%9.2f ms %9d KiB  fuel %8d  charged %8d  compiled in %6.2f ms  %-55s %s",
                    cpuMillis,
                    heapBytes >> 10,
                    outcome.usage().fuel(),
                    outcome.usage().allocated(),
                    compileMillis,
                    script,
                    said(outcome.result()));
        }
    }

    private final Map<String, List<HostileScript>> families = families();
    private final Sandbox sandbox = new Sandbox(PROGRAMS_BYTES, 0x5eed_5eed_5eed_5eedL);
    private final Scratch scratch = sandbox.scratch();
    private final HostileNeighbor neighbor = new HostileNeighbor(sandbox, scratch);

    private static Map<String, List<HostileScript>> families() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".lua"))
                    .sorted()
                    .map(HostileTest::read)
                    .collect(Collectors.groupingBy(HostileScript::family, TreeMap::new, Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(HostileTest.class.getResource("/hostile").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HostileScript read(Path file) {
        try {
            return HostileScript.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void setIsLarge_andNoFamilyIsEmpty() throws IOException {
        assertThat(families.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(FILES_MIN);
        try (Stream<Path> entries = Files.list(root())) {
            assertThat(entries.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(families.keySet());
        }
    }

    @TestFactory
    Stream<DynamicNode> attack() {
        return families.entrySet().stream().map(family -> family(family.getKey(), family.getValue()));
    }

    private DynamicNode family(String name, List<HostileScript> scripts) {
        long[] heapBefore = new long[1];
        Stream<DynamicNode> first = Stream.of(DynamicTest.dynamicTest("before", () -> {
            neighbor.check(scratch);
            heapBefore[0] = heapUsed();
        }));
        Stream<DynamicNode> attacks =
                scripts.stream().map(script -> DynamicTest.dynamicTest(script.name(), () -> named(script)));
        Stream<DynamicNode> last = Stream.of(DynamicTest.dynamicTest(
                "heap is back", () -> assertThat(heapUsed()).isLessThan(heapBefore[0] + HEAP_BOUND)));
        return DynamicContainer.dynamicContainer(
                name, Stream.of(first, attacks, last).flatMap(nodes -> nodes));
    }

    private static long heapUsed() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Reports show dynamic tests by number only, so that the failure says which script it is. */
    private void named(HostileScript script) throws InterruptedException {
        // The compiler is LuaJ's and does recurse.
        if (!sandbox.isCompiled(script.script(), script.limits())) {
            sandbox.compile(script.script());
        }
        Throwable[] failure = new Throwable[1];
        Thread small = new Thread(null, () -> check(script), "hostile", SMALL_STACK);
        small.setUncaughtExceptionHandler((thread, thrown) -> failure[0] = thrown);
        small.start();
        small.join();
        if (failure[0] != null) {
            throw new AssertionError(script + ": " + failure[0], failure[0]);
        }
    }

    /** Runs on a stack so small that nothing may recurse with what the script does. */
    private void check(HostileScript script) {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        Outcome first = new HostileAttack(script, sandbox, scratch).run();
        checkHeader(script, first.result());
        HostileAttack again = new HostileAttack(script, sandbox, scratch);
        Outcome second = again.run();
        COSTS.add(new Cost(millis(script, again.cpuNanos()), compileMillis(script), again.heapBytes(), script, second));
        assertThat(second.usage()).as("what a second run costs").isEqualTo(first.usage());
        assertThat(label(second.result())).isEqualTo(label(first.result()));
        if (again.isCreated()) {
            again.checkRestored(sandbox);
            again.checkCutShort(sandbox);
        }
        neighbor.check(scratch);
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(threads);
        // The JVM starts some of its own when it first needs them.
        left.removeIf(thread ->
                thread.getThreadGroup() == null || thread.getThreadGroup().getParent() == null);
        assertThat(left).as("threads left").isEmpty();
    }

    /** The time of the dearest event; one that seems slow is run once more, because others use these cores as well. */
    private double millis(HostileScript script, long cpuNanos) {
        if (cpuNanos < SLOW_NANOS) {
            return cpuNanos / 1e6;
        }
        HostileAttack third = new HostileAttack(script, sandbox, scratch);
        third.run();
        return Math.min(cpuNanos, third.cpuNanos()) / 1e6;
    }

    private static double compileMillis(HostileScript script) {
        long before = THREADS.getCurrentThreadCpuTime();
        new Programs(1 << 20, InternedNames::shared).get(script.script(), Sandbox.CHUNK);
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static void checkHeader(HostileScript script, Result result) {
        assertThat(script.outcomes())
                .as("outcome of '%s', which is %s", script.attack(), result)
                .contains(label(result));
        if (result instanceof Result.Exceeded exceeded) {
            Set<String> expected = script.outcomes().contains("limit") ? script.limitLabels() : Set.of("script");
            assertThat(expected)
                    .as(exceeded.message())
                    .contains(exceeded.limit().label());
        } else if (result instanceof Result.Faulted faulted) {
            assertThat(faulted.message()).contains(script.error().orElse("")).isNotEmpty();
            assertThat(faulted.message().length()).as("length of the message").isLessThanOrEqualTo(MESSAGE_MAX);
            assertThat(faulted.message()).doesNotContain("java.", "org.luaj", "org.cometkv", "Exception:");
        } else if (result instanceof Result.Refused refused) {
            assertThat(refused.reason().length()).as("length of the reason").isLessThanOrEqualTo(MESSAGE_MAX);
        } else {
            checkValue(script, ((Result.Completed) result).value());
        }
    }

    private static void checkValue(HostileScript script, Value value) {
        if (script.value().isPresent()) {
            assertThat(shown(value)).isEqualTo(script.value().get());
        }
        assertThat(ValueCodec.size(value))
                .as("bytes of the answer")
                .isLessThanOrEqualTo(script.limits().answerBytes());
    }

    /** An over-long script is refused, as a user sees it; to the sandbox it is a limit. */
    private static String label(Result result) {
        if (result instanceof Result.Exceeded exceeded) {
            return exceeded.limit() == Limit.SCRIPT ? "refused" : "limit";
        }
        if (result instanceof Result.Faulted) {
            return "error";
        }
        return result instanceof Result.Refused ? "refused" : "completed";
    }

    /** The result in one line of a report. */
    private static String said(Result result) {
        String text = result.toString().replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(SAID_MAX, text.length()));
    }

    private static String shown(Value value) {
        return value instanceof Value.Bytes text ? text.utf8() : value.toString();
    }

    @AfterAll
    static void writeTimes() throws IOException {
        COSTS.sort(Comparator.comparingDouble(Cost::cpuMillis).reversed());
        Files.createDirectories(TIMES.getParent());
        Files.write(TIMES, COSTS.stream().map(Cost::toString).toList());
    }
}
