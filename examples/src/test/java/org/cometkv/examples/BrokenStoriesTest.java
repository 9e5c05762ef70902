package org.cometkv.examples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cometkv.examples.accesslog.AccessLog;
import org.cometkv.examples.counter.Counter;
import org.cometkv.examples.monitoring.Monitoring;
import org.cometkv.examples.onetime.OneTime;
import org.cometkv.examples.password.Password;
import org.cometkv.examples.recursive.Recursive;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.examples.timeout.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A script that does not keep its promise is found out by its story. */
class BrokenStoriesTest {

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource("breakages")
    void aBrokenScriptIsSeen(String name, String line, String broken) {
        Application application = broken(name, script -> {
            if (!script.contains(line)) {
                throw new IllegalArgumentException(name + " has no: " + line);
            }
            return script.replace(line, broken);
        });

        assertThatThrownBy(() -> ThreeNodes.tell(application)).isInstanceOf(NotSeen.class);
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                Arguments.of("counter", "self.getCount + 1", "self.getCount"),
                Arguments.of("counter", "{self.value, self.getCount}", "self.value"),
                Arguments.of("timeout", "if not isOver() then return self.value end", "return self.value"),
                Arguments.of("timeout", "self.lifetime * 1000", "self.lifetime"),
                Arguments.of("timeout", "onTimer", "onNothing"),
                Arguments.of("onetime", "comet.get()\n  return value", "return value"),
                Arguments.of("onetime", "self.value, self.read = nil, ", "self.read = "),
                Arguments.of(
                        "password", "if isProven(\"get\", request) then return self.value end", "return self.value"),
                Arguments.of("password", "if not isProven(\"update\", value)", "if not value"),
                Arguments.of("password", "return isProven(\"remove\", request)", "return true"),
                Arguments.of("password", "request.proof ==", "request.proof ~="),
                Arguments.of("accesslog", "note(\"get\", caller)", ""),
                Arguments.of("accesslog", "caller.port", "0"),
                Arguments.of("accesslog", "return entries", "return {entries[1]}"),
                Arguments.of("monitoring", "ipairs(answers)", "ipairs({})"),
                Arguments.of(
                        "monitoring",
                        "ipairs(answers)",
                        "ipairs({{node = comet.lookup()[1]}, {node = comet.lookup()[2]}})"),
                Arguments.of("monitoring", "table.remove(self.series, 1)", "self.series[1] = self.series[2]"),
                Arguments.of("recursive", "comet.key(1)", "comet.key(2)"),
                Arguments.of("recursive", "return {value = self.value}", "return {value = #self.value}"),
                Arguments.of("recursive", "refused = why or", "refused ="));
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
