package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of threats in the package's description names tests that exist, and all families of attacks. */
class ThreatsTest {

    private static final Pattern CODE = Pattern.compile("\\{@code\\s+(?:\\*\\s+)?([\\w/-]+)}");
    private static final Path LISTED = Path.of("src/main/java/org/cometkv/aso/lua/package-info.java");
    private static final List<String> PACKAGES = List.of(
            "org.cometkv.aso.lua.", "org.cometkv.aso.lua.text.", "org.cometkv.aso.lua.script.", "org.cometkv.aso.");

    @Test
    void everyTestNamed_exists() throws IOException {
        List<String> tests = named().filter(name -> name.endsWith("Test")).toList();

        assertThat(tests)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(PACKAGES.stream().anyMatch(inside -> isClass(inside + name)))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyFamilyOfAttacks_isNamed() throws IOException, URISyntaxException {
        Path root = Path.of(ThreatsTest.class.getResource("/hostile").toURI());
        try (Stream<Path> entries = Files.list(root)) {
            List<String> folders = entries.filter(Files::isDirectory)
                    .map(folder -> "hostile/" + folder.getFileName())
                    .toList();
            assertThat(named().filter(name -> name.startsWith("hostile/")).toList())
                    .containsExactlyInAnyOrderElementsOf(folders);
        }
    }

    private static Stream<String> named() throws IOException {
        List<String> names = CODE.matcher(Files.readString(LISTED))
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
        return names.stream();
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
