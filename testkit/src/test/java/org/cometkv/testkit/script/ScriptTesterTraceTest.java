package org.cometkv.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that a script runs, with its local variables. */
class ScriptTesterTraceTest {

    private static final String SUM = """
            aso.sum = 0
            local function add(n)
              aso.sum = aso.sum + n
            end
            function aso:onGet(caller, request)
              local first = 1
              for i = first, request do
                add(i)
              end
              return self.sum
            end
            """;

    private final List<String> lines = new ArrayList<>();

    @Test
    void eachLine_isShownWithItsLocalsBeforeIt() {
        ScriptTester object = ScriptTester.of(SUM).trace(lines::add);
        object.put();
        object.get(2);

        assertThat(lines)
                .extracting(line -> line.replaceFirst("self = .*?, caller = \"\\w+\"", "…"))
                .containsExactly(
                        "onGet 6: local first = 1    …, request = 2, first = 1",
                        "onGet 7: for i = first, request do    …, request = 2, first = 1",
                        "onGet 8: add(i)    …, request = 2, first = 1, i = 1",
                        "onGet 3: aso.sum = aso.sum + n    n = 1",
                        "onGet 4: end    n = 1",
                        "onGet 7: for i = first, request do    …, request = 2, first = 1",
                        "onGet 8: add(i)    …, request = 2, first = 1, i = 2",
                        "onGet 3: aso.sum = aso.sum + n    n = 2",
                        "onGet 4: end    n = 2",
                        "onGet 7: for i = first, request do    …, request = 2, first = 1",
                        "onGet 10: return self.sum    …, request = 2, first = 1");
    }

    @Test
    void longValues_areCut() {
        ScriptTester object = ScriptTester.of("function onGet(caller, request)\nreturn #request\nend")
                .trace(lines::add);
        object.put();
        object.get("x".repeat(1_000));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).endsWith(", request = \"" + "x".repeat(69) + "…");
    }

    @Test
    void tracedEvent_doesAndCostsTheSame() {
        ScriptTester traced = ScriptTester.of(SUM).trace(lines::add);
        ScriptTester plain = ScriptTester.of(SUM);
        traced.put();
        plain.put();

        assertThat(traced.get(50)).isEqualTo(plain.get(50));
        assertThat(lines).isNotEmpty();
    }

    @Test
    void lastLine_isTheOneThatFailedOrBrokeALimit() {
        ScriptTester object = ScriptTester.of("function onGet(caller, request)\nlocal x = request\nreturn x.y\nend")
                .trace(lines::add);
        object.put();

        object.get(1);

        assertThat(lines).last().asString().startsWith("onGet 3: return x.y");
    }

    @Test
    void libraryFunctionsThatCallBack_areFollowedIntoTheScript() {
        ScriptTester object = ScriptTester.of("function onGet()\ntable.sort({3, 1, 2}, function(a, b)\n"
                        + "local less = a < b\nreturn less\nend)\nend")
                .trace(lines::add);
        object.put();

        assertThat(object.get().isCompleted()).isTrue();
        assertThat(lines)
                .anyMatch(line -> line.matches("onGet 4: return less    a = \\d, b = \\d, less = (true|false)"));
    }
}
