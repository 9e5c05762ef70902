package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bound on the sandbox's lines of code: what is to be trusted with scripts of strangers has to be read. */
class SandboxSizeTest {

    /** The design has it stay under 6,500 lines. */
    private static final int LINES_MAX = 6_499;

    /** Fewer lines than this mean that the count looked in the wrong place. */
    private static final int LINES_MIN = 3_000;

    private static final Path SANDBOX = Path.of("src/main/java/org/cometkv/aso/lua");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile("|//.*|import .*|package .*");

    @Test
    void linesOfCode_areWithinTheBound() throws IOException {
        long lines = 0;
        for (Path file : files()) {
            lines += linesOfCode(Files.readString(file));
        }
        assertThat(lines).as("lines of code of the sandbox").isBetween((long) LINES_MIN, (long) LINES_MAX);
    }

    @Test
    void blanksCommentsAndImports_areNotCounted() {
        String source =
                "package a;\n\nimport b.C;\n\n/**\n * A case.\n */\nclass D {\n    // Why.\n    int e; // how\n\n"
                        + "    /* It is. */\n    int f = 1; /* one */ int g;\n}\n";

        assertThat(linesOfCode(source)).isEqualTo(4);
    }

    /** The files that count. The state codec does not: it is no part of what runs a script. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SANDBOX)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().startsWith("State"))
                    .toList();
        }
    }

    private static long linesOfCode(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !NO_CODE.matcher(line).matches())
                .count();
    }
}
