package org.cometkv.node;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.cometkv.actors.CometException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code comet demo}: the main job in twenty seconds. */
@Command(name = "demo", description = "Show the main job on three real nodes in this JVM, in about 20 seconds.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting three nodes…");
        out.flush();
        try (DemoStage stage = new DemoStage()) {
            new Demo(stage, out, "demo/").steps().values().forEach(Demo.Step::play);
        } catch (CometException e) {
            throw UserMistake.of(e);
        } catch (DemoFailed e) {
            spec.commandLine().getErr().println("comet: the demo failed; " + e.getMessage());
            return Exit.BUG.code();
        }
        out.println();
        out.println("Everything promised was seen.");
        return Exit.WELL.code();
    }
}
