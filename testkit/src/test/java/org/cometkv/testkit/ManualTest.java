package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests that {@code docs/replicas.md} names are there, and each of its sentences names some. */
class ManualTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern SCENARIO = Pattern.compile("`([\\w/-]+\\.scenario)`");

    @TestFactory
    Stream<DynamicTest> theTestsThatAreNamedAreThere() throws IOException {
        List<Path> sources = sources();
        return Stream.concat(
                METHOD.matcher(manual())
                        .results()
                        .map(named -> DynamicTest.dynamicTest(named.group(), () -> {
                            assertThat(sources).anyMatch(file -> isIn(file, named));
                        })),
                SCENARIO.matcher(manual())
                        .results()
                        .map(named -> DynamicTest.dynamicTest(named.group(), () -> {
                            assertThat(Path.of("src/test/resources/scenarios", named.group(1)))
                                    .exists();
                        })));
    }

    @Test
    void everySentenceNamesATest() throws IOException {
        assertThat(Arrays.stream(manual().split("\n(?=- )|\n\n")).filter(part -> part.startsWith("- ")))
                .hasSizeGreaterThan(50)
                .allMatch(sentence -> METHOD.matcher(sentence).find()
                        || SCENARIO.matcher(sentence).find());
    }

    private static String manual() throws IOException {
        return Files.readString(ROOT.resolve("docs/replicas.md"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ManualTest::filesBelow)
                    .toList();
        }
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(Path file, MatchResult named) {
        if (!file.endsWith(named.group(1) + ".java")) {
            return false;
        }
        try {
            return Files.readString(file).contains(" " + named.group(2) + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
