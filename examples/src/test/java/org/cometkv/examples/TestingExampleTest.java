package org.cometkv.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.junit.CometTest;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

/** The tests that the README shows: one of a script alone, one of a cluster. */
class TestingExampleTest {

    private static final String LUA = """
            aso.count, aso.timer = 0, 60
            function aso:onGet(caller, request)
              self.count = self.count + 1
              return "Hello " .. request .. ", you are reader " .. self.count
            end
            function aso:onTimer()
              self.count = 0
            end
            """;

    @Test
    void readersAreCounted_untilTheTimerBeginsAnew() {
        ScriptTester object = ScriptTester.of(LUA);
        object.put();

        assertThat(object.get("Ada").text()).isEqualTo("Hello Ada, you are reader 1");
        assertThat(object).hasState("count", 1).usedAtMost(100);

        object.advance(Duration.ofSeconds(66));
        assertThat(object).hasState("count", 0);
    }

    @CometTest(nodes = 5, seeds = 20)
    void readersAreAnswered_whileANodeIsDown(CometTestKit kit) {
        kit.put("greeter", Aso.script(LUA));
        kit.crash(4);

        for (int reader = 1; reader <= 3; reader++) {
            assertThat(kit.get("greeter", Value.of("Ada"))).isInstanceOf(GetReply.Found.class);
            kit.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    void requestThatIsNoText_failsInItsLine_andChangesNothing() {
        ScriptTester object = ScriptTester.of(Aso.script(LUA).with("count", 7)).differential();
        object.put();

        assertThat(object.get(List.of())).failedAtLine(4).saysThat("attempt to concatenate");
        assertThat(object.restoredOn("another")).hasState("count", 7);
    }

    @Test
    void theReadmeShowsTheFirstTwo() throws IOException {
        Path source = Path.of("src/test/java/org/cometkv/examples/TestingExampleTest.java");
        String code = Files.readString(source);
        String alone = code.substring(code.indexOf("    @Test\n"), code.indexOf("    @CometTest("));
        String cluster = code.substring(
                code.indexOf("    @CometTest("), code.indexOf("    @Test\n    void requestThatIsNoText"));

        assertThat(Files.readString(Path.of("../README.md")))
                .contains(alone.stripTrailing().stripIndent())
                .contains(cluster.stripTrailing().stripIndent())
                .contains(LUA.stripTrailing());
    }
}
