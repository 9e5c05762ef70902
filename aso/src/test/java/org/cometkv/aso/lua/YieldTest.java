package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YieldTest {

    private static final Limits EACH_UNIT = Limits.DEFAULTS.with(Limits.Name.SLICE, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = {} for i = 1, 50 do t[i] = (i * 7) % 13 end table.sort(t, function(a, b) return a > b end) "
                        + "return table.concat(t, ',')",
                "local ok, e = pcall(function() local x = nil return x.y end) return e",
                "local s = '' for k, v in pairs({a = 1, b = {}, 3}) do s = s .. tostring(k) .. type(v) end return s",
                "local V = {__lt = function(a, b) return a.n < b.n end} local t = {} "
                        + "for i = 1, 9 do t[i] = setmetatable({n = -i}, V) end table.sort(t) return t[1].n",
                "aso.n = (aso.n or 0) + 1 aso.t = {aso.n, {aso.n}} return aso.t",
                "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(50)",
                "local t = setmetatable({}, {__index = function(_, k) return k end, "
                        + "__concat = function() return 'c' end}) "
                        + "return t.x .. (t .. 'y') .. tostring(pcall(error, 'z'))",
                "return select('#', table.unpack({1, 2, 3, 4, 5, 6}))",
            })
    void yieldsAfterEachUnit_sameResultSameFuel(String body) {
        String script = "function onGet() " + body + " end";
        LuaObject whole = LuaObject.of(script);
        LuaObject sliced = LuaObject.of(script, EACH_UNIT);

        Outcome expected = whole.get();

        assertThat(sliced.get()).isEqualTo(expected);
        assertThat(sliced.instance.encode()).isEqualTo(whole.instance.encode());
        assertThat(expected.result()).isInstanceOf(Result.Completed.class);
    }

    @Test
    void anotherEvent_isRefusedWhileOneHasYielded() {
        LuaObject object = LuaObject.of("function onGet() for i = 1, 100 do end end", EACH_UNIT);
        Step step = object.start(new Event.Get(LuaObject.CALLER, Value.NIL));

        assertThat(step).isInstanceOf(Step.Yielded.class);
        assertThatThrownBy(() -> object.start(new Event.Get(LuaObject.CALLER, Value.NIL)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void exactlyTheFuelThatItTakes_passesAndOneLessDoesNot() {
        String script = "function onGet() local t = {} for i = 1, 10 do t[i] = i .. 'x' end return #t end";
        int fuel = LuaObject.of(script).get().usage().fuel();
        Event get = new Event.Get(LuaObject.CALLER, Value.NIL);

        assertThat(LuaObject.of(script)
                        .handleWithin(get, Limits.DEFAULTS.with(Limits.Name.FUEL, fuel))
                        .isCommitted())
                .isTrue();
        assertThat(LuaObject.of(script)
                        .handleWithin(get, Limits.DEFAULTS.with(Limits.Name.FUEL, fuel - 1))
                        .isCommitted())
                .isFalse();
    }

    @Test
    void exactlyTheAllocationThatItTakes_passesAndOneByteLessDoesNot() {
        String script = "function onGet() local t = {} for i = 1, 10 do t[i] = i .. 'x' end return #t end";
        int bytes = LuaObject.of(script).get().usage().allocated();
        Event get = new Event.Get(LuaObject.CALLER, Value.NIL);

        assertThat(LuaObject.of(script)
                        .handleWithin(get, Limits.DEFAULTS.with(Limits.Name.ALLOCATION, bytes))
                        .isCommitted())
                .isTrue();
        assertThat(LuaObject.of(script)
                        .handleWithin(get, Limits.DEFAULTS.with(Limits.Name.ALLOCATION, bytes - 1))
                        .result())
                .isInstanceOf(Result.Exceeded.class);
    }
}
