package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaFunction;

/** An event that ends badly leaves no trace, wherever it ends. */
class UndoTest {

    private static final String STATE = """
            aso.n = 1
            aso.list = {5, 3, 9, 1, 7}
            aso.map = {a = 1, b = 2, c = {x = 1}, [10] = 'ten', [2.5] = 'half', [true] = false}
            aso.big = {}
            for i = 1, 20 do aso.big['k' .. i] = i end
            for i = 1, 9 do aso.big['k' .. i] = nil end
            local meta = {__index = {inherited = true}}
            aso.object = setmetatable({}, meta)
            aso.holes = {1, nil, 3, nil, 5}
            counter = 0
            local hidden = 0
            function aso.peek() return counter, hidden end
            function aso.onGet(self)
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.n = self.n + 1 self.n = nil self.n = 2 self.new = {1, {2}} self.new[2][1] = self.list",
                "table.sort(self.list) table.insert(self.list, 1, 0) table.remove(self.list, 2) "
                        + "self.list[#self.list + 1] = 4 self.list[#self.list] = nil self.list[2] = 'x' "
                        + "self.list[20] = 1",
                "for i = 1, 30 do self.big['n' .. i] = i end for i = 1, 25 do self.big['n' .. i] = nil end "
                        + "for i = 1, 20 do self.big['k' .. i] = i end",
                "for k in pairs(self.big) do self.big[k] = nil end "
                        + "for k, v in pairs(self.map) do self.map[k] = nil end "
                        + "self.map.a = 2 self.map.c = 3 self.map[1] = 1 self.map[2] = 2",
                "for i = #self.list, 1, -1 do self.list[i] = nil end for i = 1, 40 do self.list[i] = i end "
                        + "for i = 40, 3, -1 do self.list[i] = nil end",
                "self.holes[5] = nil self.holes[3] = nil self.holes[4] = 4 table.insert(self.holes, 2, 2) "
                        + "table.remove(self.holes, 1) table.remove(self.holes)",
                "setmetatable(self.map, getmetatable(self.object)) setmetatable(self.object, nil) self.object.y = 1",
                "counter = counter + 1 extra = {} pcall(function() self.n = 9 error('x') end) pcall(error)",
                "self[1] = 1 self[3] = 3 self[2] = 2 self[3] = nil self.map[11] = 1 self.map[10] = nil",
            })
    void stoppedAtEachUnit_stateIsAsBefore(String body) {
        String script = STATE + body + " return 'done' end";
        LuaObject probe = LuaObject.of(script);
        int units = probe.get().usage().fuel();
        LuaObject object = LuaObject.of(script);
        byte[] before = object.instance.encode();
        List<String> order = order(object);

        for (int fuel = 1; fuel < units; fuel++) {
            Outcome outcome = stopAt(object, fuel);
            assertThat(outcome.result()).isInstanceOf(Result.Exceeded.class);
            assertThat(object.instance.encode())
                    .as("stopped after %s units", fuel)
                    .isEqualTo(before);
            assertThat(order(object)).isEqualTo(order);
        }

        assertThat(((Result.Completed) object.get().result()).value()).isEqualTo(Value.of("done"));
        assertThat(object.instance.encode()).isEqualTo(probe.instance.encode());
    }

    private static Outcome stopAt(LuaObject object, int fuel) {
        Limits limits = Limits.DEFAULTS.with(Limits.Name.FUEL, fuel);
        return object.handleWithin(new Event.Get(LuaObject.CALLER, Value.NIL), limits);
    }

    private static List<String> order(LuaObject object) {
        List<String> seen = new ArrayList<>();
        order(object.instance.aso, seen, 0);
        return seen;
    }

    private static void order(Table table, List<String> seen, int depth) {
        seen.add("#" + table.count + " meta " + (table.metatable != null));
        for (int at = 0; at < table.count + table.used; at++) {
            seen.add(table.keyAt(at).typename() + " " + text(table.keyAt(at)) + " = " + text(table.valueAt(at)));
            if (table.valueAt(at) instanceof Table inner && depth < 4) {
                order(inner, seen, depth + 1);
            }
        }
    }

    private static String text(org.luaj.vm2.LuaValue value) {
        return value instanceof Table || value instanceof LuaFunction ? value.typename() : value.toString();
    }

    @Test
    void failedEvent_leavesGlobalsAndChunkLocalsAsTheyWere() {
        LuaObject object = LuaObject.of("""
                local hidden = 1
                seen = 1
                function onGet(caller, request)
                  local before = seen + hidden
                  seen = seen + 1
                  hidden = hidden + 1
                  fresh = true
                  if request then error('no') end
                  return before, fresh
                end
                """);

        assertThat(object.value()).isEqualTo(Value.of(2));
        assertThat(object.get(Value.of(true)).isCommitted()).isFalse();
        assertThat(object.value()).isEqualTo(Value.of(2));
    }

    @Test
    void failedEvent_takesBackRandomNumbersButNotTheLog() {
        LuaObject object = LuaObject.of("function onGet(c, fail) comet.log('run') math.random() aso.n = 5 "
                + "if fail then error('x') end end aso.n = 1");
        long word = object.instance.random.word();

        object.get(Value.of(true));

        assertThat(object.instance.random.word()).isEqualTo(word);
        assertThat(object.field("n")).isEqualTo(Value.of(1));
        assertThat(object.instance.log()).containsExactly("run");
        object.get();
        assertThat(object.instance.random.word()).isNotEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aso.f = function() end",
                "aso.t = {{function() end}}",
                "aso.t = {} aso.t[function() end] = 1",
                "aso.f = string.format or tostring",
                "aso.t = comet",
                "aso.t = setmetatable({}, {})",
                "setmetatable(aso, {})",
                "aso.g = _G",
                "table.insert(aso.list, 1, {function() end})",
                "aso.n = nil aso.n = function() end",
                "aso.list[1] = function() end table.insert(aso.list, 1, 0)",
            })
    void whatCannotBeKept_isRefusedAndUndone(String body) {
        LuaObject object = LuaObject.of("aso.list = {1, 2} function onGet() aso.n = 1 " + body + " end");
        byte[] before = object.instance.encode();

        Result result = object.get().result();

        assertThat(((Result.Faulted) result).message()).contains("cannot be kept in aso");
        assertThat(object.instance.encode()).isEqualTo(before);
    }

    @Test
    void functionThatTheChunkMade_canBeMovedWithinTheState() {
        LuaObject object = LuaObject.of("""
                local mt = {__index = function() return 'meta' end}
                local fixed = {a = 1}
                aso.modes = {one = function() return 1 end}
                function onGet()
                  aso.current = aso.current or aso.modes.one
                  aso.object = setmetatable({}, mt)
                  aso.fixed = fixed
                  return {aso.current(), aso.object.x, aso.fixed.a}
                end
                """);

        Value expected = Value.list(Value.of(1), Value.of("meta"), Value.of(1));
        assertThat(object.value()).isEqualTo(expected);
        assertThat(object.value()).isEqualTo(expected);
    }

    @Test
    void tableOfTheChunk_isFrozen() {
        LuaObject object =
                LuaObject.of("local t = {} u = {} function onGet(c, r) if r then t.x = 1 else u.x = 1 end end");

        assertThat(((Result.Faulted) object.get().result()).message()).contains("frozen table");
        assertThat(((Result.Faulted) object.get(Value.of(1)).result()).message())
                .contains("frozen table");
    }
}
