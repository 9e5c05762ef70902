package org.cometkv.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.examples.Applications;
import org.cometkv.examples.story.Application;
import org.cometkv.node.Execution;
import org.cometkv.node.console.ExitCode;
import org.junit.jupiter.api.Test;

class ExamplesCommandTest {

    @Test
    void eachApplicationIsALine_withItsNameSizesAndPurpose() {
        Execution examples = Execution.of("examples");

        assertThat(examples.exit()).isEqualTo(ExitCode.WELL.code());
        assertThat(examples.err()).isEmpty();
        assertThat(examples.out().lines()).hasSameSizeAs(Applications.all());
        assertThat(examples.out())
                .contains("counter       6 lines of Lua (the talk's:  6)  a value that counts its reads")
                .contains("delete       39 lines of Lua (the talk's:  -)  a value whose delete reaches");
        for (Application application : Applications.all()) {
            assertThat(examples.out().lines())
                    .anyMatch(line -> line.startsWith(application.name() + " ")
                            && line.contains("(the talk's: " + talkLines(application) + ")")
                            && line.endsWith(application.summary()));
        }
    }

    @Test
    void forMachines_eachApplicationIsAnObject() {
        for (String[] line : new String[][] {{"examples", "-o", "json"}, {"--output=json", "examples"}}) {
            Execution examples = Execution.of(line);

            assertThat(examples.exit()).isEqualTo(ExitCode.WELL.code());
            assertThat(examples.err()).isEmpty();
            assertThat(examples.out().lines()).hasSameSizeAs(Applications.all());
            assertThat(examples.out().lines().findFirst())
                    .hasValue("{\"name\":\"counter\",\"lines\":6,\"talk_lines\":6,"
                            + "\"summary\":\"a value that counts its reads\"}");
            assertThat(examples.out()).contains("{\"name\":\"location\",\"lines\":35,\"summary\"");
        }
    }

    private static String talkLines(Application application) {
        return application.talkLines().isPresent()
                ? "%2d".formatted(application.talkLines().getAsInt())
                : " -";
    }
}
