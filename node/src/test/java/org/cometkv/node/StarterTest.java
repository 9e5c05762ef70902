package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The project that users copy compiles and runs, with the settings and scripts it has.
 *
 * <p>Without Maven: the artifacts of this build are not installed while it runs, and a machine without a network has no
 * plugin that only the starter uses. So its sources meet the class path of this test, and its pom is read.
 */
class StarterTest {

    private static final Path STARTER = SourceFile.root().resolve("examples/starter");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path copy;

    @Test
    void aCopyOfIt_compilesAndSaysWhatItPromises() throws Exception {
        copy();
        Path classes = copy.resolve("target/classes");
        Files.createDirectories(classes);
        String source =
                copy.resolve("src/main/java/com/example/starter/Starter.java").toString();

        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-cp", CLASS_PATH, "-d", classes.toString(), source);
        assertThat(failed).isZero();

        String path = String.join(
                java.io.File.pathSeparator,
                classes.toString(),
                copy.resolve("src/main/resources").toString(),
                CLASS_PATH);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path printed = copy.resolve("printed");
        Process process = new ProcessBuilder(List.of(java, "-cp", path, "com.example.starter.Starter"))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String output = Files.readString(printed, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).contains("Hello Ada, you are reader 1", "Hello Ada, you are reader 2");
    }

    @Test
    void itsPom_hasTheVersionsOfThisBuild() throws Exception {
        Document ours = xml(SourceFile.root().resolve("pom.xml"));
        Document starter = xml(STARTER.resolve("pom.xml"));

        assertThat(text(starter, "comet.version")).isEqualTo(text(ours, "version"));
        assertThat(text(starter, "maven.compiler.release")).isEqualTo(text(ours, "maven.compiler.release"));
        assertThat(starter.getElementsByTagName("dependency").getLength()).isEqualTo(2);
        Element comet = (Element) starter.getElementsByTagName("dependency").item(0);
        Element logback = (Element) starter.getElementsByTagName("dependency").item(1);
        assertThat(text(comet, "artifactId")).isEqualTo("comet-actors");
        assertThat(text(logback, "version")).isEqualTo(text(ours, "logback.version"));
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(STARTER)) {
            files.filter(file -> !STARTER.relativize(file).startsWith("target")).forEach(this::copy);
        }
    }

    private void copy(Path file) {
        Path target = copy.resolve(STARTER.relativize(file).toString());
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static String text(Document in, String tag) {
        return text(in.getDocumentElement(), tag);
    }

    private static String text(Element in, String tag) {
        return in.getElementsByTagName(tag).item(0).getTextContent();
    }
}
