package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every rule of form can fail. */
class TidyRulesTest {

    private static final String NAME = "aso/src/main/java/org/cometkv/aso/Fixture.java";

    @Test
    void longFile_isReported_unlessExcepted() {
        List<SourceFile> atTheMark = source("// line\n".repeat(TidyRules.FILE_LINES_MAX));
        List<SourceFile> over = source("// line\n".repeat(TidyRules.FILE_LINES_MAX + 1));

        assertThat(TidyRules.longFiles(atTheMark, Map.of())).isEmpty();
        assertThat(TidyRules.longFiles(over, Map.of())).containsExactly(NAME + " has 401 lines; the mark is 400");
        assertThat(TidyRules.longFiles(over, Map.of(NAME, "a reason"))).isEmpty();
    }

    @Test
    void longMethod_isReported_unlessExcepted() {
        assertThat(TidyRules.longMethods(method(TidyRules.METHOD_LINES_MAX), Map.of()))
                .isEmpty();
        assertThat(TidyRules.longMethods(method(TidyRules.METHOD_LINES_MAX + 1), Map.of()))
                .containsExactly(NAME + ": run has 61 lines; the mark is 60");
        assertThat(TidyRules.longMethods(method(TidyRules.METHOD_LINES_MAX + 1), Map.of("Fixture.run", "a reason")))
                .isEmpty();
    }

    @Test
    void untidyLine_isReported() {
        assertThat(TidyRules.untidyLines(source("// x\n// x \n//\tx\n")))
                .containsExactly(NAME + ":2 ends with space", NAME + ":3 holds a tab");
    }

    @Test
    void longLine_isReported_unlessItIsALiteral() {
        assertThat(TidyRules.longLines(source("//" + "x".repeat(118)))).isEmpty();
        assertThat(TidyRules.longLines(source("//" + "x".repeat(119))))
                .containsExactly(NAME + ":1 has 121 characters; the limit is 120");
        assertThat(TidyRules.longLines(source("\"" + "x".repeat(119) + "\",\n")))
                .isEmpty();
    }

    @Test
    void emptyName_isReported_asAWholeWordOnly() {
        assertThat(TidyRules.emptyNames(
                        source("class Database { class Informer {} class ReplicaManagerTest {} }"), Map.of()))
                .isEmpty();
        assertThat(TidyRules.emptyNames(source("class KeyUtils { class TimerManager {} }"), Map.of()))
                .hasSize(2);
    }

    @Test
    void homelessPackage_isReported() {
        String file = "aso/src/main/java/org/cometkv/aso/util/Fixture.java";
        assertThat(TidyRules.homelessPackages(List.of(SourceFile.parse(file, ""))))
                .hasSize(1);
        assertThat(TidyRules.homelessPackages(source(""))).isEmpty();
    }

    @Test
    void crowdedPackage_isReported_unlessExcepted() {
        String directory = "aso/src/main/java/org/cometkv/aso";
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < TidyRules.PACKAGE_CLASSES_MAX; i++) {
            files.add(SourceFile.parse(directory + "/Fixture" + i + ".java", "class Fixture" + i + " {}"));
        }
        assertThat(TidyRules.crowdedPackages(files, Map.of())).isEmpty();

        files.add(SourceFile.parse(directory + "/Last.java", "class Last {}"));
        assertThat(TidyRules.crowdedPackages(files, Map.of()))
                .containsExactly(directory + " has 26 classes; the mark is 25");
        assertThat(TidyRules.crowdedPackages(files, Map.of(directory, "a reason")))
                .isEmpty();
    }

    @Test
    void packageWithoutInfo_isReported() {
        SourceFile explanation =
                SourceFile.parse("aso/src/main/java/org/cometkv/aso/package-info.java", "package org.cometkv.aso;");

        assertThat(TidyRules.unexplainedPackages(source("class Fixture {}"))).hasSize(1);
        assertThat(TidyRules.unexplainedPackages(
                        List.of(source("class Fixture {}").get(0), explanation)))
                .isEmpty();
    }

    @Test
    void sleepAndConsole_areReported_inCodeOnly() {
        String code = "class Fixture { void run() { Thread.sleep(1); System.out.println(); } }";
        assertThat(TidyRules.sleeps(source(code))).containsExactly(NAME + ":1 uses Thread.sleep");
        assertThat(TidyRules.consoles(source(code), Map.of())).containsExactly(NAME + ":1 uses System.out");

        String text = "class Fixture { /* Thread.sleep */ String s = \"System.out\"; }";
        assertThat(TidyRules.sleeps(source(text))).isEmpty();
        assertThat(TidyRules.consoles(source(text), Map.of())).isEmpty();
    }

    @Test
    void walkThroughAHashCollection_isReported_andALookIntoItIsNot() {
        String made = "class Fixture { Map<String, String> known = new HashMap<>(); Set<String> some = Set.of(\"a\");";

        assertThat(HashOrderRule.walks(
                        source(made + "void run() { known\n.forEach(this::see); for (String each : some) {} } }"),
                        Map.of("Fixture.known", "why")))
                .singleElement()
                .asString()
                .contains("some has the order of hashes");
        assertThat(HashOrderRule.walks(
                        source(made + "void run() { known\n.forEach(this::see); for (String each : some) {} } }"),
                        Map.of()))
                .hasSize(2);
        assertThat(HashOrderRule.walks(
                        source(made + "\n// known.values()\nvoid run() { known.get(\"a\"); some.contains(\"a\"); } }"),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void suppressedWarning_isReported_withoutAComment() {
        String waiver = "@SuppressWarnings(\"unchecked\")";
        assertThat(TidyRules.unexplainedWaivers(source("\n" + waiver + "\nclass Fixture {}")))
                .hasSize(1);
        assertThat(TidyRules.unexplainedWaivers(source("\n" + waiver + " // why\nclass Fixture {}")))
                .isEmpty();
        assertThat(TidyRules.unexplainedWaivers(source("// why\n" + waiver + "\nclass Fixture {}")))
                .isEmpty();
    }

    @Test
    void unfinishedAndSignedCode_isReported() {
        String marks = "// TO" + "DO: later\n/** @" + "author me */\nclass Fixture {}";
        assertThat(TidyRules.remarks(source(marks))).hasSize(2);
    }

    private static List<SourceFile> method(int lines) {
        return source("class Fixture {\n  void run() {\n" + "    // }\n".repeat(lines - 2) + "  }\n}\n");
    }

    private static List<SourceFile> source(String text) {
        return List.of(SourceFile.parse(NAME, text));
    }
}
