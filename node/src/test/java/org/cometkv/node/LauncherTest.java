package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code comet}, in a small copy of the repository on a path with a space, with a Maven that only notes that
 * it was called and a program that only prints its arguments.
 */
class LauncherTest {

    private static final int PATIENCE_SECONDS = 60;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo "$@" >>"$ROOT/calls"
            [[ ! -e $ROOT/broken ]] || { echo "[ERROR] ';' expected"; exit 1; }
            mkdir -p "$ROOT/node/target/lib"
            cp "$ROOT/program.jar" "$ROOT/node/target/comet.jar"
            cp "$ROOT/program.jar" "$ROOT/node/target/lib/comet-aso.jar"
            """;

    @TempDir
    private Path directory;

    private Path root;
    private Path source;

    /** A start of the launcher: its output and its exit code. */
    private record Start(int exit, String out, String err) {}

    @BeforeEach
    void layOutARepository() throws IOException {
        root = Files.createDirectory(directory.resolve("a path"));
        Path code = Files.createDirectories(root.resolve("node/src/main/java"));
        source = Files.writeString(code.resolve("Program.java"), "");
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("node/pom.xml"), "");
        executable(root.resolve("comet"), Files.readString(SourceFile.root().resolve("comet")));
        executable(Files.createDirectory(root.resolve("bin")).resolve("mvn"), MAVEN);
        writeJar(root.resolve("program.jar"));
    }

    @Test
    void firstStart_builds_andTheNextDoesNot() throws Exception {
        Start first = start("one", "two words");
        Start second = start();

        assertThat(first.err()).isEqualTo("building Comet…\n");
        assertThat(first.out()).isEqualTo("[one][two words] parallelism 2\n");
        assertThat(second).isEqualTo(new Start(0, " parallelism 2\n", ""));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changedOrDeletedSource_isBuilt() throws Exception {
        start();
        Files.writeString(source, "// changed");
        start();
        assertThat(builds()).isEqualTo(2);

        Files.delete(source);
        start();
        start();
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void symlink_startsTheSame() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root.resolve("comet"));

        assertThat(start(link, "x").out()).isEqualTo("[x] parallelism 2\n");
    }

    @Test
    void failedBuild_showsWhatMavenSaid() throws Exception {
        Files.writeString(root.resolve("broken"), "");

        Start failed = start();

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("[ERROR] ';' expected", "comet: the build failed");

        Files.delete(root.resolve("broken"));
        assertThat(start().exit()).isZero();
    }

    @Test
    void startsAtTheSameTime_buildOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(launcher(root.resolve("comet"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void javaThatIsTooOld_isRefusedInOneSentence() throws Exception {
        Path home = Files.createDirectories(directory.resolve("old"));
        executable(Files.createDirectory(home.resolve("bin")).resolve("java"), "#!/bin/sh\nexit 1\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        ProcessBuilder launcher = launcher(root.resolve("comet"));
        launcher.environment().put("JAVA_HOME", home.toString());

        Start refused = start(launcher);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err().lines())
                .containsExactly("comet: " + home + "/bin/java is Java 11.0.2; Comet needs Java 17 or newer.");
    }

    @Test
    void argumentsAreUtf8_inALocaleOfAsciiOnlyToo() throws Exception {
        // Named in ASCII, and by a shell: the locale of this JVM may be of ASCII only as well.
        ProcessBuilder launcher = shell("exec \"$1\" $'\\xc3\\xa9'");
        launcher.environment().put("LC_ALL", "C");

        assertThat(start(launcher).out()).isEqualTo("[\u00e9] parallelism 2\n");
    }

    @Test
    void workingDirectoryThatIsGone_isOneSentence() throws Exception {
        Start lost = start(shell("mkdir gone; cd gone; rmdir ../gone; exec \"$1\""));

        assertThat(lost.exit()).isEqualTo(1);
        assertThat(lost.out()).isEmpty();
        assertThat(lost.err())
                .endsWith("comet: the working directory is gone.\n")
                .doesNotContain("\tat ");
    }

    /** A shell that knows the launcher as {@code $1}. */
    private ProcessBuilder shell(String command) {
        ProcessBuilder launcher = launcher(Path.of("bash"), "-c", command, "bash");
        launcher.command().add(root.resolve("comet").toString());
        return launcher;
    }

    private Start start(String... args) throws Exception {
        return start(root.resolve("comet"), args);
    }

    private Start start(Path script, String... args) throws Exception {
        return start(launcher(script, args));
    }

    private static Start start(ProcessBuilder launcher) throws Exception {
        Process process = launcher.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Start(process.exitValue(), out, err);
    }

    /** Started from a directory that is not the repository's. */
    private ProcessBuilder launcher(Path script, String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.add(0, script.toString());
        ProcessBuilder launcher = new ProcessBuilder(line).directory(directory.toFile());
        launcher.environment().put("ROOT", root.toString());
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        launcher.environment().merge("PATH", root + "/bin", (path, bin) -> bin + ":" + path);
        launcher.environment().remove("COMET_JAVA_OPTS");
        return launcher;
    }

    private long builds() throws IOException {
        return Files.readAllLines(root.resolve("calls")).size();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoProgram.class.getName());
        String name = EchoProgram.class.getName().replace('.', '/') + ".class";
        try (InputStream code = EchoProgram.class.getClassLoader().getResourceAsStream(name);
                OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
    }

    /** Prints its arguments, and whether the JVM has the launcher's options. */
    public static final class EchoProgram {

        private EchoProgram() {}

        public static void main(String[] args) {
            for (String arg : args) {
                System.out.print("[" + arg + "]");
            }
            System.out.println(
                    " parallelism " + System.getProperty("java.util.concurrent.ForkJoinPool.common.parallelism"));
        }
    }
}
