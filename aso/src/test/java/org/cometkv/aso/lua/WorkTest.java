package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cometkv.aso.codec.ByteCount;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.work.CountingLoader;
import org.cometkv.aso.lua.work.Driver;
import org.cometkv.aso.lua.work.Measured;
import org.cometkv.aso.lua.work.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** The bound on the work that a script can have done for a unit of fuel, counted. */
class WorkTest {

    /** What the sandbox uses of its codec: all but the canonical form. */
    private static final List<Class<?>> CODECS =
            List.of(Input.class, Output.class, ByteOutput.class, ByteCount.class, PartyCodec.class, ValueCodec.class);

    /** Most work for a unit: an instruction is a few steps, a unit of library work at most 16 bytes, twice. */
    static final int WORK_A_UNIT = 32;

    /**
     * The work of any event beside the script's own code: a fresh run with its journals and first frames is 600, a
     * message of an error 300.
     */
    static final int CONSTANT = 1_000;

    /** The compiler gives the first only in scripts longer than any may be; the other belongs to its neighbor. */
    private static final Set<String> NEVER_EXECUTED = Set.of("OP_LOADKX", "OP_EXTRAARG");

    private static final FuzzSize RANDOM = FuzzSize.of(300, 5_000);

    /** Scripts whose work is shown by method when they fail. */
    private static final int SHOWN_MAX = 20;

    private static final int METHODS_SHOWN = 4;
    private static final Path REPORT = Path.of("target", "work-report.txt");

    private static final List<Measured> ALL = new ArrayList<>();

    /** What each case of the price list calls and executes. */
    private static final Map<String, Set<String>> DONE = new TreeMap<>();

    private static Set<String> known;

    @BeforeAll
    static void runAll() throws Exception {
        Driver driver = driver(false);
        for (Path file : files()) {
            Work.forget();
            ALL.addAll(driver.measure(file));
            Set<String> done = new TreeSet<>(driver.executed());
            done.addAll(driver.called().keySet());
            DONE.put(PriceCase.nameOf(file), done);
        }
        known = new TreeSet<>(driver.functions());
        known.addAll(driver.instructions());
        known.removeAll(NEVER_EXECUTED);
    }

    @Test
    void everyMethodThatTheSandboxCalls_hasACost() throws Exception {
        CountingLoader loader = new CountingLoader(false, Sandbox.class, LuaValue.class);

        Set<String> loaded = loader.loadAllBeside(Sandbox.class);
        for (Class<?> codec : CODECS) {
            loader.loadClass(codec.getName());
        }

        assertThat(loaded).contains(Interpreter.class.getName(), Budget.class.getName());
        assertThat(loader.seesScripts()).isTrue();
        assertThat(loader.unlisted())
                .as("methods without a cost, which belong into work/costs.txt or CountedCalls")
                .isEmpty();
    }

    @Test
    void everyMethodThatLuaJCalls_hasACost() {
        assertThat(Work.unlisted()).isEmpty();
    }

    @Test
    void everyScript_paysForItsWork() throws Exception {
        List<Measured> worst = worst(ALL);
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, worst.stream().map(WorkTest::line).toList());

        assertThat(ALL).hasSizeGreaterThan(files().size());
        List<Measured> unpaid =
                worst.stream().filter(one -> one.ratio(CONSTANT) > WORK_A_UNIT).toList();
        assertThat(unpaid.stream().map(WorkTest::line))
                .as("more work than %d and %d for a unit%n%s%n", CONSTANT, WORK_A_UNIT, methods(unpaid))
                .isEmpty();
    }

    @Test
    void everyRandomLoopOfCalls_paysForItsWork() throws Exception {
        LibraryCalls calls = new LibraryCalls(new Random(RANDOM.seed()));
        Driver driver = driver(false);
        List<Measured> all = new ArrayList<>();
        for (int i = 1; i <= RANDOM.cases(); i++) {
            String text = new String(calls.loop().text(), StandardCharsets.UTF_8);
            String name = "seed " + RANDOM.seed() + ", loop " + i;
            for (Measured one : driver.measure(name, text, 1)) {
                assertThat(one.ratio(CONSTANT))
                        .as("work for a unit: %s%n%s", one, text)
                        .isLessThanOrEqualTo(WORK_A_UNIT);
                all.add(one);
            }
        }

        Measured worst = worst(all).get(0);
        RANDOM.report("work", "%d loops, the worst: %s", RANDOM.cases(), line(worst));
        assertThat(calls.called()).containsExactlyInAnyOrderElementsOf(LibraryCalls.functions());
    }

    @Test
    void count_growsWithEachIterationAndEachByte() throws Exception {
        Driver driver = driver(false);

        assertThat(work(driver, "for i = 1, 2000 do end") - work(driver, "for i = 1, 1000 do end"))
                .isBetween(1_000L, 20_000L);
        assertThat(work(driver, "return ('x'):rep(6000) < 'x'") - work(driver, "return ('x'):rep(3000) < 'x'"))
                .isBetween(3_000L, 20_000L);
    }

    private static long work(Driver driver, String body) throws IOException {
        return driver.measure("counted", "function aso:onGet() " + body + " end", 1).stream()
                .filter(one -> one.part() == Measured.Part.EVENT)
                .findFirst()
                .orElseThrow()
                .work();
    }

    @Test
    void everyFunctionAndInstruction_isCoveredByACase_thatReallyRunsIt() throws Exception {
        Map<String, List<String>> covering = new HashMap<>();
        for (Path file : files("/prices")) {
            PriceCase one = PriceCase.read(file);
            for (String name : one.covers()) {
                covering.computeIfAbsent(name, each -> new ArrayList<>()).add(one.name());
            }
        }

        assertThat(known).contains("string.format", "comet.put", "ipairs.next", "OP_MOVE", "OP_VARARG");
        assertThat(known).as("functions and instructions without a case").isSubsetOf(covering.keySet());
        assertThat(known.stream()
                        .filter(name -> covering.get(name).stream()
                                .noneMatch(one -> DONE.get(one).contains(name))))
                .as("functions and instructions whose cases do not run them")
                .isEmpty();
    }

    /** The worst of each script and part, the very worst first. */
    static List<Measured> worst(List<Measured> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .sorted(Comparator.comparingDouble((Measured one) -> one.ratio(CONSTANT))
                        .reversed())
                .filter(one -> seen.add(one.script() + one.part()))
                .toList();
    }

    static String line(Measured one) {
        return String.format(Locale.ROOT, "%10.1f  %s", one.ratio(CONSTANT), one);
    }

    /** Which methods did the work of scripts that do not pay for it. */
    private static String methods(List<Measured> unpaid) throws Exception {
        StringBuilder shown = new StringBuilder();
        if (!unpaid.isEmpty()) {
            Driver driver = driver(true);
            List<String> scripts = unpaid.stream()
                    .map(Measured::script)
                    .distinct()
                    .limit(SHOWN_MAX)
                    .toList();
            for (Path file : files()) {
                if (scripts.contains(PriceCase.nameOf(file))) {
                    Work.byMethod();
                    driver.measure(file);
                    List<String> methods = Work.byMethod();
                    shown.append(PriceCase.nameOf(file)).append(": ");
                    shown.append(methods.subList(0, Math.min(METHODS_SHOWN, methods.size())));
                    shown.append(System.lineSeparator());
                }
            }
        }
        return shown.toString();
    }

    /** A double of the sandbox that counts. */
    static Driver driver(boolean tellsMethods) throws IOException, ReflectiveOperationException {
        ClassLoader loader = new CountingLoader(tellsMethods, Sandbox.class, LuaValue.class);
        var constructor =
                Class.forName(WorkDriver.class.getName(), true, loader).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Driver) constructor.newInstance();
    }

    /** The cases of the price list, what was once without a price, and the hostile set. */
    static List<Path> files() throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("/prices", "/unpriced", "/hostile")) {
            files.addAll(files(folder));
        }
        return files;
    }

    static List<Path> files(String folder) throws IOException, URISyntaxException {
        Path root = Path.of(WorkTest.class.getResource(folder).toURI());
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(".lua"))
                    .sorted()
                    .toList();
        }
    }
}
