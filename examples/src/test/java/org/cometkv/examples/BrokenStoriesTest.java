package org.cometkv.examples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cometkv.examples.accesslog.AccessLog;
import org.cometkv.examples.counter.Counter;
import org.cometkv.examples.delete.Delete;
import org.cometkv.examples.location.Location;
import org.cometkv.examples.monitoring.Monitoring;
import org.cometkv.examples.onetime.OneTime;
import org.cometkv.examples.password.Password;
import org.cometkv.examples.recursive.Recursive;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.examples.timeout.Timeout;
import org.cometkv.examples.vanish.Vanish;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that do not keep a promise, which their story finds out. */
class BrokenStoriesTest {

    /** A machine that is held up finds the breakage by a later promise than others do. */
    private static final String LATER_ON_A_SLOW_MACHINE = "";

    /** All at once, but beside no other class: those measure time, and one listens to stdout. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource("breakages")
    void aBrokenScriptIsSeen(String name, String line, String broken, String promise) {
        Application application = broken(name, script -> {
            if (!script.contains(line)) {
                throw new IllegalArgumentException(name + " has no: " + line);
            }
            return script.replace(line, broken);
        });

        assertThatThrownBy(() -> ThreeNodes.tell(application))
                .isInstanceOf(NotSeen.class)
                .hasMessageStartingWith("not seen: " + promise);
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                Arguments.of("counter", "self.getCount + 1", "self.getCount", "the value, and read 1"),
                Arguments.of("counter", "{self.value, self.getCount}", "self.value", "the value, and read 1"),
                Arguments.of(
                        "timeout",
                        "if not isOver() then return self.value end",
                        "return self.value",
                        "nothing is given"),
                Arguments.of("timeout", "self.lifetime * 1000", "self.lifetime", LATER_ON_A_SLOW_MACHINE),
                Arguments.of("timeout", "onTimer", "onNothing", "each replica ended itself"),
                Arguments.of("onetime", "comet.get()\n  return value", "return value", "no replica gives it again"),
                Arguments.of("onetime", "self.value, self.read = nil, ", "self.read = ", "no replica gives it again"),
                Arguments.of(
                        "password",
                        "if isProven(\"get\", request) then return self.value end",
                        "return self.value",
                        "a wrong proof opens"),
                Arguments.of("password", "if not isProven(\"update\", value)", "if not value", "a wrong proof changes"),
                Arguments.of(
                        "password", "return isProven(\"remove\", request)", "return true", "without proof it stays"),
                Arguments.of("password", "request.proof ==", "request.proof ~=", "the right proof opens it"),
                Arguments.of("accesslog", "note(\"get\", caller)", "", "the five reads"),
                Arguments.of("accesslog", "caller.port", "0", "the five reads"),
                Arguments.of("accesslog", "return entries", "return {entries[1]}", "the five reads"),
                Arguments.of("monitoring", "ipairs(answers)", "ipairs({})", "the tick saw"),
                Arguments.of(
                        "monitoring",
                        "ipairs(answers)",
                        "ipairs({{node = comet.lookup()[1]}, {node = comet.lookup()[2]}})",
                        "the tick saw"),
                Arguments.of(
                        "monitoring",
                        "table.remove(self.series, 1)",
                        "self.series[1] = self.series[2]",
                        "the series keeps its bound"),
                Arguments.of("recursive", "comet.key(1)", "comet.key(2)", "the value came"),
                Arguments.of(
                        "recursive", "return {value = self.value}", "return {value = #self.value}", "the value came"),
                Arguments.of("vanish", "math.min(aso.copies - count, #nodes)", "#nodes", LATER_ON_A_SLOW_MACHINE),
                Arguments.of("vanish", "comet.put(aso, chosen)", "", "its copy arrived"),
                Arguments.of("delete", "comet.sha256(word) ~= aso.lock", "false", "a guess erases nothing"),
                Arguments.of("delete", "return false, \"this is erased", "return true, \"", "a remove does not either"),
                Arguments.of("delete", "aso.value, aso.word,", "aso.last, aso.word,", "no replica gives it"),
                Arguments.of(
                        "location",
                        "if not isInside(comet.nodeIP(), comet.nodeID()) then",
                        "if false then",
                        "a node outside refuses it"),
                Arguments.of("location", "comet.put(aso, chosen)", "", "its copy arrived"),
                Arguments.of("location", "node = comet.nodeID()", "node = \"\"", "the copy knows"),
                Arguments.of("recursive", "refused = why or", "refused =", "the depth of the grant held"));
    }

    private static Application broken(String name, UnaryOperator<String> breakage) {
        return switch (name) {
            case "counter" ->
                new Counter() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "timeout" ->
                new Timeout() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "onetime" ->
                new OneTime() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "password" ->
                new Password() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "accesslog" ->
                new AccessLog() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "monitoring" ->
                new Monitoring() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            default -> brokenThatCopies(name, breakage);
        };
    }

    /** Those that see to their own copies, or to those of others. */
    private static Application brokenThatCopies(String name, UnaryOperator<String> breakage) {
        return switch (name) {
            case "vanish" ->
                new Vanish() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "delete" ->
                new Delete() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            case "location" ->
                new Location() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
            default ->
                new Recursive() {
                    @Override
                    public String script() {
                        return breakage.apply(super.script());
                    }
                };
        };
    }
}
