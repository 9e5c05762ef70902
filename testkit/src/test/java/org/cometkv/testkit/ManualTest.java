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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests that the pages in {@code docs} name are there, and each of their sentences names some. */
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

    @ParameterizedTest
    @CsvSource({"replicas.md, 50", "storage.md, 20", "subscriptions.md, 25"})
    void everySentenceNamesATest(String page, int sentences) throws IOException {
        String promised = page(page).split("\n## Not promised")[0];
        assertThat(Arrays.stream(promised.split("\n(?=- )|\n\n")).filter(part -> part.startsWith("- ")))
                .hasSizeGreaterThan(sentences)
                .allMatch(sentence -> METHOD.matcher(sentence).find()
                        || SCENARIO.matcher(sentence).find());
    }

    private static String manual() throws IOException {
        return page("replicas.md") + page("storage.md") + page("subscriptions.md");
    }

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
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
