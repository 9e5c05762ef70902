package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The code has the form that was agreed on: sizes, names, packages, comments. */
class TidyTest {

    /** Fewer files than this mean that the scan looked in the wrong place. Raise it as the code grows. */
    private static final int FILES_MIN = 40;

    /** Files over the mark, and why. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "aso/src/main/java/org/cometkv/aso/lua/Interpreter.java", "the execute loop, which is one method",
            "aso/src/main/java/org/cometkv/aso/lua/Table.java", "one structure whose parts write each other's fields",
            "actors/src/main/java/org/cometkv/actors/wire/Wire.java", "the protocol between nodes, which is one page",
            "actors/src/main/java/org/cometkv/actors/Comet.java", "the store as applications see it, whole",
            "actors/src/test/java/org/cometkv/actors/wire/WireSerializerTest.java",
                    "the wire contract and every lie about it",
            "actors/src/test/java/org/cometkv/actors/dispatch/RateMailboxTest.java",
                    "the mailbox's contract, case by case");

    /** Files outside of node that write to the console, and why. */
    private static final Map<String, String> TALKING_FILES = Map.of(
            "aso/src/test/java/org/cometkv/aso/lua/Measurement.java", "a program that is started by hand and read",
            "actors/src/test/java/org/cometkv/actors/IdleNodeMeasurement.java",
                    "a program that is started by hand and read",
            "examples/src/main/java/org/cometkv/examples/EmbeddedExample.java", "an application, which may talk",
            "testkit/src/main/java/org/cometkv/testkit/script/ScriptTester.java", "prints what a test asks it to print",
            "testkit/src/test/java/org/cometkv/testkit/FixedScenario.java", "a program whose output a test compares",
            "testkit/src/test/java/org/cometkv/testkit/RealNode.java", "a program that tells its test that it is up",
            "examples/src/test/java/org/cometkv/examples/EmbeddedExampleTest.java", "listens to the example");

    /** Type names with a banned word that means something after all. */
    private static final Map<String, String> MEANT_NAMES =
            Map.of("BaseFunctions", "Lua's own name for what a script sees without a prefix");

    /** Methods over the mark ({@code Type.method}), and why. */
    private static final Map<String, String> LONG_METHODS =
            Map.of("Interpreter.loop", "the execute loop: one case for each instruction, which the JIT wants together");

    /** Packages over the mark of classes, and why. */
    private static final Map<String, String> CROWDED_PACKAGES = Map.of(
            "aso/src/main/java/org/cometkv/aso", "the words that everything else is said in",
            "aso/src/main/java/org/cometkv/aso/lua", "a machine whose parts see each other's fields",
            "actors/src/main/java/org/cometkv/actors/objects", "the parts of one object, which see each other",
            "actors/src/main/java/org/cometkv/actors/wire", "the records of the protocol beside their codecs",
            "actors/src/main/java/org/cometkv/actors", "the Java API beside its operations",
            "node/src/main/java/org/cometkv/node", "the program, until its commands have packages of their own",
            "node/src/main/java/org/cometkv/node/bench", "the benchmarks, until they are split");

    /** Hash collections that are walked all the same ({@code File.variable}), and why their order is not seen. */
    private static final Map<String, String> UNSEEN_ORDERS = Map.of(
            "PolicyReader.RESERVED", "its hashes are joined by or, in any order",
            "Instance.dead", "each table forgets its own dead keys",
            "InboundRequests.known", "each is removed by itself, and what they take is a sum");

    private static final List<SourceFile> FILES = SourceFile.all();

    @Test
    void packagesAreSmall() {
        assertThat(TidyRules.crowdedPackages(FILES, CROWDED_PACKAGES)).isEmpty();
    }

    @Test
    void theScanSawTheCode() {
        assertThat(FILES).hasSizeGreaterThan(FILES_MIN);
        assertThat(FILES)
                .extracting(SourceFile::name)
                .contains("node/src/main/java/org/cometkv/node/CometProgram.java");
    }

    @Test
    void filesAreShort(TestReporter reporter) {
        List<SourceFile> main = FILES.stream().filter(SourceFile::isMain).toList();
        reporter.publishEntry("median lines of " + main.size() + " main files", "" + TidyRules.median(main));

        assertThat(TidyRules.longFiles(FILES, LONG_FILES)).isEmpty();
        assertThat(TidyRules.median(main)).isLessThanOrEqualTo(TidyRules.FILE_LINES_MEDIAN);
    }

    @Test
    void methodsAreShort() {
        assertThat(TidyRules.longMethods(FILES, LONG_METHODS)).isEmpty();
    }

    @Test
    void exceptionsAreStillNeeded() {
        assertThat(TidyRules.longFiles(FILES, Map.of())).hasSameSizeAs(LONG_FILES.entrySet());
        assertThat(TidyRules.longMethods(FILES, Map.of())).hasSameSizeAs(LONG_METHODS.entrySet());
    }

    @Test
    void linesAreTidy() {
        assertThat(TidyRules.untidyLines(FILES)).isEmpty();
        assertThat(TidyRules.longLines(FILES)).isEmpty();
    }

    @Test
    void nothingIsMarkedUnfinishedOrSigned() {
        assertThat(TidyRules.remarks(FILES)).isEmpty();
    }

    @Test
    void namesSaySomething() {
        assertThat(TidyRules.emptyNames(FILES, MEANT_NAMES)).isEmpty();
        assertThat(TidyRules.homelessPackages(FILES)).isEmpty();
    }

    @Test
    void packagesAreExplained() {
        assertThat(TidyRules.unexplainedPackages(FILES)).isEmpty();
    }

    @Test
    void nothingHasTheOrderOfHashes() {
        assertThat(HashOrderRule.walks(FILES, UNSEEN_ORDERS)).isEmpty();
        assertThat(HashOrderRule.walks(FILES, Map.of())).hasSameSizeAs(UNSEEN_ORDERS.entrySet());
    }

    @Test
    void nothingSleeps() {
        assertThat(TidyRules.sleeps(FILES)).isEmpty();
    }

    @Test
    void onlyTheProgramWritesToTheConsole() {
        assertThat(TidyRules.consoles(FILES, TALKING_FILES)).isEmpty();
    }

    @Test
    void suppressedWarningsSayWhy() {
        assertThat(TidyRules.unexplainedWaivers(FILES)).isEmpty();
    }
}
