package org.cometkv.node;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cometkv.node.bench.BenchCommand;
import org.cometkv.node.console.CommandOptions;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.OutputFormat;
import org.cometkv.node.console.UserMistake;
import org.cometkv.node.demo.DemoCommand;
import org.cometkv.node.demo.ExamplesCommand;
import org.cometkv.node.run.RunCommand;
import org.cometkv.node.sign.KeyCommand;
import org.cometkv.node.sign.SignCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code comet} program: finds the command, runs it and ends with one of {@link ExitCode}.
 *
 * <p>Results go to stdout, everything else to stderr. What a user did wrong is said in one sentence; a stack trace is
 * shown for a bug only, and only to who asks for it.
 */
@Command(
        name = "comet",
        description = "An active distributed key/value store: values that carry code.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:well",
            "1:a bug of Comet",
            "2:wrong usage",
            "3:a script raised an error",
            "4:a limit was broken",
            "5:refused",
            "6:not found",
            "7:cannot reach a node"
        },
        subcommands = {
            DemoCommand.class,
            ExamplesCommand.class,
            NodeCommand.class,
            RunCommand.class,
            BenchCommand.class,
            KeyCommand.class,
            SignCommand.class,
            CommandLine.HelpCommand.class
        })
public final class CometProgram implements Runnable, CommandOptions {

    /** Set to anything but 0: as if {@code --trace} were given. */
    static final String TRACE_VARIABLE = "COMET_TRACE";

    @Spec
    private CommandSpec spec;

    @Option(names = "--trace", scope = ScopeType.INHERIT, description = "Show the stack trace of a bug.")
    private boolean trace;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORM",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "text, or json: a JSON object a line. What prints JSON in any case does so in both."
                    + " Default: ${DEFAULT-VALUE}.")
    private OutputFormat output;

    private CometProgram() {}

    public static void main(String[] args) {
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        System.exit(execute(results, utf8(new FileOutputStream(FileDescriptor.err)), args));
    }

    /** RepeatedRuns one command line, whose results are written to this stream, and returns its exit code. */
    static int execute(ResultStream results, PrintWriter err, String... args) {
        PrintWriter out = utf8(results);
        int code = execute(out, err, args);
        out.flush();
        Optional<String> loss = results.loss();
        loss.ifPresent(why -> err.println("comet: the results cannot be written: " + why + "."));
        err.flush();
        return loss.isPresent() && code == ExitCode.WELL.code() ? ExitCode.USAGE.code() : code;
    }

    /** RepeatedRuns one command line and returns its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        return execute(commandLine().setOut(out).setErr(err), args);
    }

    /** RepeatedRuns one command line of this program and returns its exit code. */
    static int execute(CommandLine program, String... args) {
        try {
            return program.execute(args);
        } catch (OutOfMemoryError full) {
            // Limits that were raised over what the heap holds. The program ends, so nothing is left half done.
            program.getErr()
                    .println("comet: the JVM has no memory left (" + full.getMessage() + "); more is given by"
                            + " COMET_JAVA_OPTS=-Xmx4g, and less is needed with a lower --limit.");
            return ExitCode.LIMIT.code();
        }
    }

    /** The program's commands, and what becomes of their failures. */
    static CommandLine commandLine() {
        CometProgram program = new CometProgram();
        return new CommandLine(program)
                .setExpandAtFiles(false) // a file's name or a value may begin with @
                .registerConverter(int.class, text -> whole(text, Integer.MAX_VALUE, Integer::valueOf))
                .registerConverter(Integer.class, text -> whole(text, Integer.MAX_VALUE, Integer::valueOf))
                .registerConverter(Long.class, text -> whole(text, Long.MAX_VALUE, Long::valueOf))
                .setParameterExceptionHandler((mistake, args) -> program.explain(mistake))
                .setExecutionExceptionHandler((failure, command, parsed) -> program.report(failure, command));
    }

    /** No command was named: a mistake, answered by what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Override
    public OutputFormat output() {
        return output;
    }

    private int explain(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("comet: " + sentence(mistake));
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                err.println("Did you mean: " + String.join(", ", suggestions) + "?");
            }
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private static <N> N whole(String text, long max, Function<String, N> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException mistake) {
            throw new TypeConversionException("'" + text + "' is no whole number, or over " + max);
        }
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, unmatched.getUnmatched().get(0));
        }
        // One line: picocli puts the cause of a failed conversion in, whatever it looks like.
        String line = mistake.getMessage().lines().findFirst().orElse("wrong usage.");
        return line.replace("option option", "option");
    }

    private static String unmatched(UnmatchedArgumentException mistake, String argument) {
        if (mistake.isUnknownOption()) {
            return "there is no option '" + argument + "'.";
        }
        CommandLine command = mistake.getCommandLine();
        if (command.getSubcommands().isEmpty()) {
            return "'" + argument + "' is one argument too many.";
        }
        String path = command.getCommandSpec().qualifiedName() + " " + argument;
        return "there is no command '" + path.substring(path.indexOf(' ') + 1) + "'.";
    }

    private int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof UserMistake mistake) {
            err.println("comet: " + mistake.getMessage());
            return mistake.exit().code();
        }
        err.println("comet: this is a bug of Comet, not a mistake of yours: " + failure);
        if (isTraceWanted()) {
            failure.printStackTrace(err);
        } else {
            err.println("Run it again with --trace or " + TRACE_VARIABLE + "=1 to see where it happened.");
        }
        return ExitCode.BUG.code();
    }

    private boolean isTraceWanted() {
        String variable = System.getenv().getOrDefault(TRACE_VARIABLE, "0");
        return trace || !variable.equals("0") && !variable.isEmpty();
    }

    /** UTF-8 whatever the locale says: the output is for machines as much as for people. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
