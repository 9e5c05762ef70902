package org.cometkv.node.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cometkv.aso.Value;
import org.cometkv.node.Execution;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.json.ValueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code comet run} as a user meets it. */
class RunCommandTest {

    private static final String COUNTER = """
            aso.value = "Hello world!"
            aso.getCount = 0
            function onGet(caller, request)
              self.getCount = self.getCount + 1
              return {self.value, self.getCount, request}
            end
            """;

    @TempDir
    private Path directory;

    @Test
    void chunkBody_isTheEvent() {
        Execution run = run("return 1 + 1");

        assertThat(run.exit()).isEqualTo(ExitCode.WELL.code());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\d+(?=[,}])", "N").strip())
                .isEqualTo("{\"file\":\"" + file() + "\",\"event\":\"chunk\",\"outcome\":\"completed\",\"value\":N,"
                        + "\"error\":null,\"limit\":null,\"fuel\":N,\"allocated\":N,\"live\":N,\"micros\":N}");
        assertThat(onlyLine(run).get("value")).isEqualTo(Value.of(2));
    }

    @Test
    void events_comeOneAfterTheOther_onOneObject() {
        Execution run = run(COUNTER, "--event", "onGet", "--times", "3", "--request", "[true]", "--state");

        assertThat(run.exit()).isEqualTo(ExitCode.WELL.code());
        List<Value.Table> lines = lines(run);
        assertThat(lines).hasSize(3);
        Value last = Value.list(Value.of("Hello world!"), Value.of(3), Value.list(Value.of(true)));
        assertThat(lines.get(2).get("value")).isEqualTo(last);
        assertThat(((Value.Table) lines.get(2).get("state")).get("getCount")).isEqualTo(Value.of(3));
    }

    @Test
    void value_isTheObjects_butTheNewcomersInAnUpdate() {
        assertThat(onlyLine(run(COUNTER, "--event", "onGet", "--value", "5")).get("value"))
                .isEqualTo(Value.list(Value.of(5), Value.of(1)));

        String merge = "function onUpdate(caller, value, object) return value == 5 and object.value == 5 end";
        assertThat(onlyLine(run(merge, "--event", "onUpdate", "--value", "5")).get("value"))
                .isEqualTo(Value.of(true));
    }

    @Test
    void caller_isWhoTheOptionSays() {
        String script = "function onGet(caller) return {caller.ip, caller.port, caller.writer} end";
        String caller = "{\"ip\":\"10.0.0.7\",\"port\":99}";

        assertThat(onlyLine(run(script, "--event", "onGet", "--caller", caller)).get("value"))
                .isEqualTo(Value.list(Value.of("10.0.0.7"), Value.of(99), Value.of("comet")));
    }

    @Test
    void timerName_isTheRequest() {
        String script = "function onTimer(name) aso.fired = name end";

        Execution run = run(script, "--event", "onTimer", "--request", "\"soon\"", "--state");

        assertThat(((Value.Table) onlyLine(run).get("state")).get("fired")).isEqualTo(Value.of("soon"));
    }

    @Test
    void namedTimers_areAsManyAsOnANode() {
        String script = """
                function onGet(caller, names)
                  local armed = {}
                  for _, name in ipairs(names) do armed[#armed + 1] = comet.after(name, 5) end
                  return armed
                end
                """;
        String names = "[\"a\",\"b\",\"a\",\"c\"]";

        List<Value.Table> lines =
                lines(run(script, "--event", "onGet", "--request", names, "--limit", "named-timers=2", "--times", "2"));

        Value armed = Value.list(Value.of(true), Value.of(true), Value.of(true), Value.of(false));
        assertThat(lines).hasSize(2).allMatch(line -> line.get("value").equals(armed));
    }

    @Test
    void namedTimerThatIsCancelledOrFires_makesRoom() {
        String script = """
                function onTimer(name)
                  aso.armed = comet.after("other", 5)
                  comet.cancel("other")
                  comet.get()
                  aso.again = comet.after(name, 5)
                  comet.cancel(name)
                  aso.instead = comet.after("instead", 5)
                  comet.cancel("instead")
                end
                """;

        List<Value.Table> lines = lines(
                run(script, "--event onTimer --request \"soon\" --limit named-timers=1 --times 2 --state".split(" ")));

        assertThat(lines).hasSize(2).allSatisfy(line -> {
            Value.Table state = (Value.Table) line.get("state");
            assertThat(state.get("armed")).isEqualTo(Value.of(true));
            assertThat(state.get("again")).isEqualTo(Value.of(true));
            assertThat(state.get("instead")).isEqualTo(Value.of(true));
        });
    }

    @Test
    void questions_areAnsweredByNobody() {
        assertThat(onlyLine(run("function onGet() return #comet.get() + #comet.lookup() end", "--event", "onGet"))
                        .get("value"))
                .isEqualTo(Value.of(0));
    }

    @Test
    void limitComesBeforeError_errorBeforeRefusal() {
        Path loop = write("loop.lua", "while true do end");
        Path error = write("error.lua", "error('no')");
        Path code = write("code.lua", "\u001bLua");

        Execution all = Execution.of("run", code.toString(), error.toString(), loop.toString());
        assertThat(all.exit()).isEqualTo(ExitCode.LIMIT.code());
        assertThat(lines(all)).extracting(line -> text(line, "outcome")).containsExactly("refused", "error", "limit");
        assertThat(lines(all)).extracting(line -> text(line, "limit")).containsExactly("", "", "fuel");

        assertThat(Execution.of("run", code.toString(), error.toString()).exit())
                .isEqualTo(3);
        assertThat(Execution.of("run", code.toString()).exit()).isEqualTo(ExitCode.REFUSED.code());
    }

    @Test
    void failure_doesNotEndTheOthers() {
        Execution run = run("function onGet() error('no') end", "--event", "onGet", "--times", "2");

        assertThat(run.exit()).isEqualTo(ExitCode.SCRIPT_ERROR.code());
        assertThat(lines(run))
                .extracting(line -> text(line, "error"))
                .containsExactly("script.lua:1: no", "script.lua:1: no");
    }

    @Test
    void scriptThatDoesNotCompile_isAnError() {
        Value.Table line = onlyLine(run("return return", "--event", "onGet"));

        assertThat(text(line, "outcome")).isEqualTo("error");
        assertThat(text(line, "event")).isEqualTo("chunk");
        assertThat(text(line, "error")).startsWith("script.lua:1:");
    }

    @Test
    void scriptOverItsLimit_isRefused_atTheLimitItRuns() {
        assertThat(text(onlyLine(run("return 1", "--limit", "script=8")), "outcome"))
                .isEqualTo("completed");

        Execution over = run("return 1", "--limit", "script=7");
        assertThat(over.exit()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(text(onlyLine(over), "outcome")).isEqualTo("refused");
        assertThat(text(onlyLine(over), "limit")).isEqualTo("script");
    }

    @Test
    void limits_areTheGivenOnes() {
        String script = "for i = 1, 1000 do end";
        assertThat(run(script).exit()).isEqualTo(ExitCode.WELL.code());
        assertThat(run(script, "--limit", "fuel=100").exit()).isEqualTo(ExitCode.LIMIT.code());
        assertThat(run(script, "--limit", "fuel=100", "--limit", "fuel=9999").exit())
                .isEqualTo(ExitCode.WELL.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--event get|no event 'get'; there are onGet, onPut, onUpdate, onRemove, onTimer, onSubscribe.",
                "--times 0|--times is 0; it must be 1 or more.",
                "--times x|Invalid value for option '--times': 'x' is no whole number, or over 2147483647",
                "--times 2147483648|'2147483648' is no whole number, or over 2147483647",
                "--request 1|--request needs --event.",
                "--event onPut --request 1|--request has no meaning for onPut.",
                "--event onTimer --caller {}|--caller has no meaning for onTimer.",
                "--event onTimer --request 1|the request of onTimer is the timer's name, not 1.",
                "--event onGet --request [|--request is wrong: at line 1, column 2: Unexpected end-of-input",
                "--event onGet --caller {\"port\":70000}|a caller's port is a whole number from 0 to 65535, not 70000",
                "--event onGet --caller {\"host\":1}|a caller has no field \"host\"; it has coordinates, id, inbox",
                "--event onGet --value \"abc\" --limit value=3|the limit is 3.",
                "--limit fuel|'fuel' is not NAME=N",
                "--limit fuel=-1|limit fuel is '-1'; it must be a number from 1 to 2147483647",
                "--limit cpu=1|there is no limit 'cpu'; there are fuel, allocation, depth, effects,"
            })
    void wrongOption_isOneSentence(String options, String sentence) {
        Execution run = run("return 1", options.split(" "));

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).startsWith("comet: ").contains(sentence).endsWith("Try 'comet run --help'.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.lua", ".", "nul\u0000.lua"})
    void unreadableFile_isOneSentence_andNothingRuns(String name) {
        String unreadable = directory + "/" + name;

        Execution run = Execution.of("run", write("fine.lua", "return 1").toString(), unreadable);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(unreadable);
    }

    @Test
    void fileWithoutAName_isOneSentence() {
        Execution run = Execution.of("run", "");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err().lines()).containsExactly("comet: the name of a file is empty.");
    }

    @Test
    void refusedScript_hasNoState_whereItIsAskedFor() {
        Execution run = run("return 1", "--limit", "script=7", "--state");

        assertThat(run.out().strip()).endsWith("\"micros\":0,\"state\":null}");
    }

    @Test
    void noFile_isOneSentence() {
        Execution run = Execution.of("run");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).startsWith("comet: Missing required parameter: 'FILE");
    }

    private Execution run(String script, String... options) {
        String[] line = new String[options.length + 2];
        line[0] = "run";
        line[1] = write("script.lua", script).toString();
        System.arraycopy(options, 0, line, 2, options.length);
        return Execution.of(line);
    }

    private Path file() {
        return directory.resolve("script.lua");
    }

    private Path write(String name, String script) {
        try {
            return Files.writeString(directory.resolve(name), script);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Value.Table onlyLine(Execution run) {
        List<Value.Table> lines = lines(run);
        assertThat(lines).as(run.err()).hasSize(1);
        return lines.get(0);
    }

    private static List<Value.Table> lines(Execution run) {
        return run.out()
                .lines()
                .map(line -> (Value.Table) ValueJson.parse(line))
                .toList();
    }

    private static String text(Value.Table line, String name) {
        return line.get(name) instanceof Value.Bytes bytes ? bytes.utf8() : "";
    }
}
