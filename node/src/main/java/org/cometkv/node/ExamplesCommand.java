package org.cometkv.node;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cometkv.examples.Applications;
import org.cometkv.examples.story.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code comet examples}: the applications there are. */
@Command(name = "examples", description = "List the applications; 'comet demo APP' tells the story of one.")
final class ExamplesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Application application : Applications.all()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-12s %2d lines of Lua (the talk's: %2d)  %s",
                    application.name(),
                    application.lines(),
                    application.talkLines(),
                    application.summary()));
        }
        return Exit.WELL.code();
    }
}
