package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program as a user meets it: help, version, exit codes, and one sentence for every mistake. */
class CometProgramTest {

    @Test
    void help_namesTheCommandsAndExitCodes() {
        for (String[] line : new String[][] {{"--help"}, {"help"}}) {
            Execution help = Execution.of(line);

            assertThat(help.exit()).isEqualTo(ExitCode.WELL.code());
            assertThat(help.out()).contains("Usage: comet", "--trace", "--version", "Exit codes:");
            assertThat(help.err()).isEmpty();
        }
    }

    @Test
    void help_listsEveryExitCode() {
        assertThat(CometProgram.class.getAnnotation(Command.class).exitCodeList())
                .containsExactly(Arrays.stream(ExitCode.values())
                        .map(exit -> exit.code() + ":" + exit.meaning())
                        .toArray(String[]::new));
    }

    @Test
    void version_isTheBuilds() {
        Execution version = Execution.of("--version");

        assertThat(version.exit()).isEqualTo(ExitCode.WELL.code());
        assertThat(version.out()).matches("comet \\d+\\.\\d+\\S* on Java \\S+\\s+");
    }

    @Test
    void noCommand_isAMistake() {
        Execution nothing = Execution.of();

        assertThat(nothing.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(nothing.err().lines()).containsExactly("comet: Name a command.", "Try 'comet --help'.");
        assertThat(nothing.out()).isEmpty();
    }

    @Test
    void unknownCommandOrOption_isAMistake() {
        Execution unknown = Execution.of("hlep");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.err().lines().findFirst()).hasValue("comet: there is no command 'hlep'.");

        Execution option = Execution.of("--nonsense");
        assertThat(option.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(option.err().lines().findFirst()).hasValue("comet: there is no option '--nonsense'.");

        Execution withValue = Execution.of("examples", "--nonsense", "1");
        assertThat(withValue.err().lines().findFirst()).hasValue("comet: there is no option '--nonsense'.");
    }

    @Test
    void argumentOrNestedCommandThatIsNone_isAMistake() {
        Execution nested = Execution.of("key", "old");
        assertThat(nested.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(nested.err().lines())
                .containsExactly("comet: there is no command 'key old'.", "Try 'comet key --help'.");

        Execution argument = Execution.of("examples", "all");
        assertThat(argument.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(argument.err().lines().findFirst()).hasValue("comet: 'all' is one argument too many.");
    }

    @Test
    void valueThatBeginsWithAt_isNoFileOfArguments(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("arguments"), "--version");

        assertThat(Execution.of("@" + file).err().lines().findFirst())
                .hasValue("comet: there is no command '@" + file + "'.");
    }

    @Test
    void form_isTakenByEveryCommand_andAnUnknownOneIsAMistake() {
        for (CommandLine command : everyCommand(CometProgram.commandLine()).toList()) {
            assertThat(command.getCommandSpec().findOption("-o"))
                    .as(command.getCommandSpec().qualifiedName())
                    .isNotNull();
        }

        Execution unknown = Execution.of("examples", "-o", "xml");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err().lines().findFirst().orElseThrow())
                .endsWith("there is no form 'xml'; there are text, json");
    }

    private static Stream<CommandLine> everyCommand(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CometProgramTest::everyCommand));
    }

    @Test
    void mistake_isOneSentenceAndItsExitCode() {
        Execution mistake = Execution.of(program(new UserMistake(ExitCode.UNREACHABLE, "nobody is there.")), "fail");

        assertThat(mistake.exit()).isEqualTo(7);
        assertThat(mistake.err().lines()).containsExactly("comet: nobody is there.");
    }

    @Test
    void bug_showsItsTraceOnlyToWhoAsks() {
        CommandLine program = program(new IllegalStateException("broken"));

        Execution bug = Execution.of(program, "fail");
        assertThat(bug.exit()).isEqualTo(ExitCode.BUG.code());
        assertThat(bug.err().lines()).hasSize(2).noneMatch(line -> line.contains("\tat "));
        assertThat(bug.err()).contains("java.lang.IllegalStateException: broken", "--trace");

        Execution traced = Execution.of(program, "--trace", "fail");
        assertThat(traced.exit()).isEqualTo(ExitCode.BUG.code());
        assertThat(traced.err()).contains("\tat " + CometProgramTest.class.getName());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "No space left on device, 2, `comet: the results cannot be written: No space left on device.\n`",
                "Broken pipe, 0, ``"
            })
    void resultsThatAreLost_areAMistake_unlessTheirReaderLeft(String why, int exit, String sentence) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(why);
            }
        };
        StringWriter err = new StringWriter();

        assertThat(CometProgram.execute(new ResultStream(full), new PrintWriter(err), "examples"))
                .isEqualTo(exit);
        assertThat(err).hasToString(sentence);
    }

    @Test
    void memoryThatIsUsedUp_isALimit_andOneSentence() {
        Execution full = Execution.of(program(new OutOfMemoryError("Java heap space")), "fail");

        assertThat(full.exit()).isEqualTo(ExitCode.LIMIT.code());
        assertThat(full.err().lines())
                .singleElement()
                .asString()
                .startsWith("comet: the JVM has no memory left (Java heap space); ");
    }

    @Test
    void severalExits_theGravestStands() {
        assertThat(ExitCode.SCRIPT_ERROR.and(ExitCode.LIMIT)).isEqualTo(ExitCode.LIMIT);
        assertThat(ExitCode.REFUSED.and(ExitCode.SCRIPT_ERROR)).isEqualTo(ExitCode.SCRIPT_ERROR);
        assertThat(ExitCode.WELL.and(ExitCode.REFUSED)).isEqualTo(ExitCode.REFUSED);
    }

    private static CommandLine program(Throwable failure) {
        return CometProgram.commandLine().addSubcommand(new Fail(failure));
    }

    /** A command that only fails. */
    @Command(name = "fail")
    static final class Fail implements Runnable {

        private final Throwable failure;

        Fail(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public void run() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
