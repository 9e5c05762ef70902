package org.cometkv.node.demo;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cometkv.aso.Value;
import org.cometkv.examples.Applications;
import org.cometkv.examples.story.Application;
import org.cometkv.node.console.CommandOptions;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.OutputFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code comet examples}: the applications there are. */
@Command(name = "examples", description = "List the applications; 'comet demo APP' tells the story of one.")
public final class ExamplesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CommandOptions options;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Application application : Applications.all()) {
            out.println(options.output() == OutputFormat.JSON ? json(application) : text(application));
        }
        return ExitCode.WELL.code();
    }

    private static String text(Application application) {
        return String.format(
                Locale.ROOT,
                "%-12s %2d lines of Lua (the talk's: %2s)  %s",
                application.name(),
                application.lines(),
                application.talkLines().isPresent() ? application.talkLines().getAsInt() : "-",
                application.summary());
    }

    private static String json(Application application) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", Value.of(application.name()));
        fields.put("lines", Value.of(application.lines()));
        fields.put(
                "talk_lines",
                application.talkLines().isPresent()
                        ? Value.of(application.talkLines().getAsInt())
                        : Value.NIL);
        fields.put("summary", Value.of(application.summary()));
        return OutputFormat.line(fields);
    }
}
