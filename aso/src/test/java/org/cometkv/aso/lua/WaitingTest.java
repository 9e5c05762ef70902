package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {

    private static final Reply ANSWER = new Reply.Values(List.of(new Reply.Held(LuaObject.node("a"), Value.of(7))));

    @Test
    void get_waitsAndGoesOnWithTheAnswer() {
        LuaObject object = LuaObject.of("function onGet() local r = comet.get() return r[1].value + 1 end");

        Step step = object.settle(object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL)));

        assertThat(((Step.Waiting) step).question())
                .isEqualTo(new Question.Get(LuaObject.KEY, Optional.empty(), Value.NIL));
        assertThat(object.instance.waiting()).isEqualTo(1);
        assertThat(object.end(object.proceed(step, ANSWER)).result()).isEqualTo(new Result.Completed(Value.of(8)));
        assertThat(object.instance.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local ok, v = pcall(function() return ask() end) return v",
                "for v in function(_, last) if not last then return ask() end end do return v end",
                "local t = {3, 1, 2} local v table.sort(t, function(a, b) v = v or ask() return a < b end) "
                        + "return table.concat(t) == '123' and v",
                "return setmetatable({}, {__index = function() return ask() end}).x",
                "return setmetatable({}, {__add = function() return ask() end}) + 1",
                "local v = 0 local t = setmetatable({}, {__newindex = function(_, _, x) v = ask() + x end}) "
                        + "t.x = 0 return v",
                "local v local t = setmetatable({}, {__lt = function() v = ask() return true end}) return t < 1 and v",
                "local t = setmetatable({}, {__eq = function() return ask() == 7 end}) "
                        + "return t == setmetatable({}, getmetatable(t)) and 7",
                "return tonumber(tostring(setmetatable({}, {__tostring = function() return ask() end})))",
                "local v = 'a' .. setmetatable({}, {__concat = function(a, b) return ask() end}) return v",
                "local function deep(n) if n == 0 then return ask() end return (deep(n - 1)) end return deep(1000)",
            })
    void event_waitsAnywhere(String body) {
        String script = "local function ask() return comet.get()[1].value end function onGet() " + body + " end";
        LuaObject object = LuaObject.of(script);

        Step step = object.settle(object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL)));
        while (object.settle(step) instanceof Step.Waiting) {
            step = object.settle(object.proceed(step, ANSWER));
        }

        assertThat(object.end(step).result()).isEqualTo(new Result.Completed(Value.of(7)));
    }

    @Test
    void aWaitingEventThatFails_takesBackItsOwnRandomNumbersOnly() {
        LuaObject object = LuaObject.of("""
                function onGet(caller, waits)
                  local number = math.random()
                  if waits then comet.get() error("after") end
                  return number
                end
                """);
        Step step = object.settle(object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.of(true))));
        Value meanwhile = object.value();

        object.end(object.proceed(step, ANSWER));

        assertThat(object.value()).as("no number comes twice").isNotEqualTo(meanwhile);
    }

    @Test
    void waiting_commitsWhatWasDoneAndLetsOtherEventsRun() {
        LuaObject object = LuaObject.of("""
                aso.n = 0
                local hidden = 'chunk'
                function onGet(caller, request)
                  if request then return {aso.n, seen, hidden} end
                  aso.n = 1
                  seen = 'mine'
                  hidden = 'mine too'
                  comet.put(comet.key(), 'before')
                  comet.get()
                  aso.n = aso.n + 10
                  local kept = seen .. hidden
                  error(kept)
                end
                """);

        Step step = object.settle(object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL)));
        assertThat(((Step.Waiting) step).effects())
                .containsExactly(new Effect.Put(LuaObject.KEY, Value.of("before"), Optional.empty()));
        Value.Table other =
                (Value.Table) ((Result.Completed) object.get(Value.of(true)).result()).value();
        assertThat(other.get(Value.of(1))).isEqualTo(Value.of(1));
        assertThat(other.get(Value.of(2))).isEqualTo(Value.NIL);
        assertThat(other.get(Value.of(3))).isEqualTo(Value.of("chunk"));

        Outcome failed = object.end(object.proceed(step, ANSWER));

        assertThat(failed.result()).isEqualTo(new Result.Faulted("script:12: minemine too"));
        assertThat(object.field("n")).isEqualTo(Value.of(1));
    }

    @Test
    void lookup_asksTheNetworkOnlyWhereTheNodeDoesNotKnow() {
        LuaObject object = LuaObject.of("function onGet() return #comet.lookup() end");
        assertThat(object.value()).isEqualTo(Value.of(2));

        object.host.neighbors(key -> Optional.empty());
        Step step = object.settle(object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL)));

        assertThat(((Step.Waiting) step).question()).isEqualTo(new Question.Lookup(LuaObject.KEY));
        assertThat(object.end(object.proceed(step, new Reply.Nodes(List.of(LuaObject.node("c")))))
                        .result())
                .isEqualTo(new Result.Completed(Value.of(1)));
    }

    @Test
    void lookup_isAdmittedBeforeTheNodeTellsWhatItKnows() {
        LuaObject object = LuaObject.of("function onGet() local n, why = comet.lookup() return why or #n end");
        assertThat(object.value()).isEqualTo(Value.of(2));
        assertThat(object.host.asked()).containsExactly(new Question.Lookup(LuaObject.KEY));

        object.host.refuse("no reach");

        assertThat(object.value()).isEqualTo(Value.of("no reach"));
    }

    @Test
    void subscribers_areWhatTheHostSays() {
        LuaObject object = LuaObject.of("function onGet() return comet.subscribers() end");
        assertThat(object.value()).isEqualTo(Value.of(0));

        object.host.subscribers(() -> 3);

        assertThat(object.value()).isEqualTo(Value.of(3));
    }

    @Test
    void refusedQuestion_givesNilAndTheReason() {
        LuaObject object =
                LuaObject.of("function onGet() local v, why = comet.get('" + Key.of("x") + "') return why end");
        object.host.refuse("no reach");

        assertThat(object.value()).isEqualTo(Value.of("no reach"));
    }

    @Test
    void noAnswer_givesNilAndTheReason() {
        LuaObject object = LuaObject.of("function onGet() local v, why = comet.get() return why end");

        Step step = object.settle(object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL)));

        assertThat(object.end(object.proceed(step)).result()).isEqualTo(new Result.Completed(Value.of("no answer")));
    }

    @Test
    void moreWaitingEventsThanAllowed_areNotGivenAQuestion() {
        Limits two = Limits.DEFAULTS.with(Limits.Name.WAITING, 2);
        LuaObject object = LuaObject.of("function onGet() local v, why = comet.get() return why end", two);
        object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL));
        object.start(new org.cometkv.aso.Event.Get(LuaObject.CALLER, Value.NIL));

        assertThat(object.value()).isEqualTo(Value.of("too many events of this object wait"));
    }
}
