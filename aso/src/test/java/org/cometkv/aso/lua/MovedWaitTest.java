package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An event that waits is the same event afterwards: whatever is done with the object's state meanwhile, whichever
 * thread goes on with it, and however often it gave its thread back.
 */
class MovedWaitTest {

    private static final Reply ANSWER = new Reply.Values(List.of(new Reply.Held(LuaObject.node("a"), Value.of(7))));
    private static final Event GET = new Event.Get(LuaObject.CALLER, Value.NIL);

    private static final String SCRIPT = """
            aso.n = 0
            aso.seen = {}
            local function ask()
              aso.n = aso.n + 1
              local value = comet.get()[1].value
              aso.seen[#aso.seen + 1] = value
              return value
            end
            function onGet()
            """;

    private static final List<String> BODIES = List.of(
            "local function deep(n) if n == 0 then return ask() end return (deep(n - 1)) end return deep(100)",
            "local function deep(n) if n == 0 then return ask() end local ok, v = pcall(deep, n - 1) return v end "
                    + "return deep(100)",
            "local last for _, k in ipairs({1, 2, 3}) do local ok, v = pcall(function() return ask() + k end) "
                    + "last = v end return last",
            "local t = {5, 3, 1, 4, 2} table.sort(t, function(a, b) ask() return a < b end) return table.concat(t)",
            "local t = setmetatable({}, {__index = function(_, k) return ask() + k end}) return t[1] + t[2]",
            "local t = setmetatable({3, 1, 2}, {__len = function() return ask() and 2 end}) "
                    + "table.sort(t, function(a, b) ask() return a < b end) return table.concat(t)",
            "return (string.gsub('abc', '%a', function(c) return c .. ask() end))",
            "local ok, e = pcall(function() error('after ' .. ask()) end) return e",
            "local co = setmetatable({}, {__call = function(_, x) return ask() * x end}) return co(2) + co(3)",
            "for i = 1, 3 do local function f() return i + ask() end aso.n = f() end return aso.n");

    @TestFactory
    Stream<DynamicTest> encodedWhileItWaits_andResumedOnAnotherThread() {
        return each(body -> {
            String script = SCRIPT + body + " end";
            LuaObject still = LuaObject.of(script);
            LuaObject moved = LuaObject.of(script);

            Outcome expected = play(still, Optional.empty());
            Outcome actual = play(moved, Optional.of(() -> restores(moved, script)));

            assertThat(expected.result()).isInstanceOf(Result.Completed.class);
            assertThat(actual).isEqualTo(expected);
            assertThat(moved.instance.encode()).isEqualTo(still.instance.encode());
        });
    }

    @TestFactory
    Stream<DynamicTest> givenBackAfterEverySingleUnit() {
        Limits unit = Limits.DEFAULTS.with(Limits.Name.SLICE, 1);
        return each(body -> {
            String script = SCRIPT + body + " end";
            LuaObject whole = LuaObject.of(script);
            LuaObject sliced = LuaObject.of(script, unit);

            assertThat(play(sliced, Optional.empty())).isEqualTo(play(whole, Optional.empty()));
            assertThat(sliced.instance.encode()).isEqualTo(whole.instance.encode());
        });
    }

    private interface Check {
        void of(String body);
    }

    private static Stream<DynamicTest> each(Check check) {
        return BODIES.stream().map(body -> DynamicTest.dynamicTest(body, () -> check.of(body)));
    }

    /** Runs the event to its end and answers whenever it waits; with a check, on another thread and after it. */
    private static Outcome play(LuaObject object, Optional<Runnable> check) {
        Step step = object.settle(object.start(GET));
        while (step instanceof Step.Waiting waiting) {
            check.ifPresent(Runnable::run);
            step = check.isPresent() ? elsewhere(object, waiting) : object.settle(object.proceed(waiting, ANSWER));
        }
        return object.end(step);
    }

    /** What is committed while the event waits makes an object of its own. */
    private static void restores(LuaObject object, String script) {
        byte[] state = object.instance.encode();
        LuaObject copy = LuaObject.restored(object, script);
        assertThat(copy.instance.encode()).isEqualTo(state);
        assertThat(object.instance.encode()).isEqualTo(state);
    }

    private static Step elsewhere(LuaObject object, Step waiting) {
        FutureTask<Step> task = new FutureTask<>(() -> object.settle(object.proceed(waiting, ANSWER)));
        Thread thread = new Thread(task);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
