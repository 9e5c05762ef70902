package org.cometkv.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.node.Execution;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.json.ValueJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code comet demo APP} as a user meets it. */
class DemoCommandTest {

    private static Execution text;

    @BeforeAll
    static void tell() {
        text = Execution.of("demo", "onetime");
    }

    @Test
    void anApplicationsStoryIsToldOnThreeNodes() {
        assertThat(text.err()).isEmpty();
        assertThat(text.exit()).isEqualTo(ExitCode.WELL.code());
        assertThat(text.out()).contains("\"read once\"").endsWith(String.format("Everything promised was seen.%n"));
    }

    @Test
    void anUnknownApplicationIsAMistake_andTheOthersAreNamed() {
        Execution demo = Execution.of("demo", "nonsense");

        assertThat(demo.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err().lines().findFirst())
                .hasValue("comet: there is no application 'nonsense'; there are "
                        + "counter, timeout, onetime, password, accesslog, monitoring, recursive, "
                        + "vanish, delete, location, pubsub, ticker, chat, workqueue.");
    }

    @Test
    void forMachines_eachLineOfTheStoryIsAnObject() {
        Execution json = Execution.of("demo", "onetime", "-o", "json");

        assertThat(json.err()).isEmpty();
        assertThat(json.exit()).isEqualTo(ExitCode.WELL.code());
        List<String> told = json.out()
                .lines()
                .map(line -> ((Value.Table) ValueJson.parse(line)).get("line"))
                .map(line -> ((Value.Bytes) line).utf8())
                .toList();
        assertThat(told)
                .hasSize(
                        (int) text.out().lines().filter(line -> !line.isEmpty()).count())
                .startsWith("Starting three nodes…")
                .anyMatch(line -> line.contains("\"read once\""))
                .endsWith("Everything promised was seen.");
    }

    @Test
    void aStoryThatIsNotSeenFailsTheDemo() {
        DemoCommand command = new DemoCommand();
        StringWriter err = new StringWriter();
        new CommandLine(command).setErr(new PrintWriter(err));

        int exit = command.show(new PrintWriter(new StringWriter()), LocalCluster::empty, cluster -> {
            throw new NotSeen("the sun at night");
        });

        assertThat(exit).isEqualTo(ExitCode.BUG.code());
        assertThat(err.toString().strip()).isEqualTo("comet: the demo failed; not seen: the sun at night");
    }
}
