package org.cometkv.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedExampleTest {

    @Test
    void runsAsTheReadmeSays() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddedExample.main(new String[0]);
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Hello Ada, you are reader 1");
    }

    @Test
    void theReadmeShowsThisVeryCode() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/cometkv/examples/EmbeddedExample.java"));
        String body = source.substring(source.indexOf("        try (CometNode"), source.lastIndexOf("    }\n}"));
        String readme = Files.readString(Path.of("../README.md"));

        assertThat(readme).contains(body.stripTrailing().stripIndent());
    }
}
