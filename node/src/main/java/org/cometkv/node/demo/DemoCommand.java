package org.cometkv.node.demo;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cometkv.actors.CometException;
import org.cometkv.aso.Value;
import org.cometkv.examples.Applications;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.examples.story.ReplyFilter;
import org.cometkv.examples.story.Story;
import org.cometkv.node.console.CommandOptions;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.LineWriter;
import org.cometkv.node.console.OutputFormat;
import org.cometkv.node.console.UserMistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code comet demo}: the main job in twenty seconds, or the story of one application. */
@Command(
        name = "demo",
        description = "Show the main job, or one application, on three real nodes in this JVM, in about 20 seconds.")
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "APP", description = "An application that 'comet examples' lists.")
    private Optional<String> application = Optional.empty();

    @ParentCommand
    private CommandOptions options;

    @Override
    public Integer call() {
        Optional<Application> chosen = application.map(this::named);
        PrintWriter story = options.output() == OutputFormat.JSON ? inJson() : out();
        return show(
                story,
                () -> LocalCluster.start(Applications.issuers()),
                cluster -> chosen.ifPresentOrElse(
                        app -> app.run(cluster.comets(), story),
                        () -> demo(story, cluster).steps().values().forEach(Demo.Step::play)));
    }

    private static Demo demo(PrintWriter story, LocalCluster cluster) {
        return new Demo(new Story("demo/", cluster.comets(), story, Story.PATIENCE, ReplyFilter.NONE), cluster);
    }

    /** Plays on the nodes of a cluster; anything that is missed fails the demo. */
    int show(PrintWriter story, Supplier<LocalCluster> start, Consumer<LocalCluster> play) {
        story.println("Starting three nodes…");
        story.flush();
        try (LocalCluster cluster = start.get()) {
            play.accept(cluster);
        } catch (CometException e) {
            throw UserMistake.of(e);
        } catch (NotSeen e) {
            spec.commandLine().getErr().println("comet: the demo failed; " + e.getMessage());
            return ExitCode.BUG.code();
        }
        story.println();
        story.println("Everything promised was seen.");
        return ExitCode.WELL.code();
    }

    /** The same story, each line of it in a JSON object. */
    private PrintWriter inJson() {
        return new PrintWriter(new LineWriter(line -> {
            if (!line.isEmpty()) {
                out().println(OutputFormat.line(Map.of("line", Value.of(line))));
                out().flush();
            }
        }));
    }

    private Application named(String name) {
        return Applications.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no application '" + name + "'; there are "
                                + Applications.all().stream()
                                        .map(Application::name)
                                        .collect(Collectors.joining(", ")) + "."));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
