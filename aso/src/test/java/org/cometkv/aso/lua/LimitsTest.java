package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit passes when met exactly, and is refused one beyond. */
class LimitsTest {

    private static Limit exceeded(Outcome outcome) {
        assertThat(outcome.result()).isInstanceOf(Result.Exceeded.class);
        return ((Result.Exceeded) outcome.result()).limit();
    }

    private static final String RECURSION =
            "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(%s)";

    @Test
    void depth_isAnOrdinaryErrorOneBeyond() {
        Limits ten = Limits.DEFAULTS.with(Limits.Name.DEPTH, 10);

        // The chunk's own call is reused by the tail call.
        assertThat(LuaObject.run(RECURSION.formatted(9), ten).isCommitted()).isTrue();
        assertThat(LuaObject.run(RECURSION.formatted(10), ten).result())
                .isEqualTo(new Result.Faulted("script:1: stack overflow"));
        assertThat(LuaObject.run("return (pcall(function() " + RECURSION.formatted(9) + " end))", ten)
                        .result())
                .isEqualTo(new Result.Completed(Value.of(false)));
    }

    @Test
    void depthOfTenThousand_takesNoJavaStack() {
        Limits deep = Limits.DEFAULTS.with(Limits.Name.FUEL, 1_000_000).with(Limits.Name.ALLOCATION, 1 << 24);

        assertThat(LuaObject.run(RECURSION.formatted(9_990), deep).result())
                .isEqualTo(new Result.Completed(Value.of(9_990)));
    }

    @Test
    void callValues_areAnErrorOneBeyond() {
        Limits ten = Limits.DEFAULTS.with(Limits.Name.CALL_VALUES, 10);
        String script = "local t = {} for i = 1, %s do t[i] = i end return select('#', table.unpack(t))";

        assertThat(LuaObject.run(script.formatted(9), ten).result()).isEqualTo(new Result.Completed(Value.of(9)));
        assertThat(LuaObject.run(script.formatted(10), ten).isCommitted()).isTrue();
        assertThat(LuaObject.run(script.formatted(11), ten).result())
                .isEqualTo(new Result.Faulted("script:1: too many results to unpack"));
    }

    @Test
    void limits_areNotCaughtByTheScript() {
        assertThat(exceeded(LuaObject.run("while true do pcall(function() while true do end end) end")))
                .isEqualTo(Limit.FUEL);
        assertThat(exceeded(LuaObject.run("pcall(function() local s = 'x' while true do s = s .. s end end)")))
                .isEqualTo(Limit.ALLOCATION);
        assertThat(exceeded(LuaObject.run("xpcall(function() while true do end end, function() return 1 end)")))
                .isEqualTo(Limit.FUEL);
    }

    @Test
    void script_isRefusedOneByteBeyond() {
        Limits ten = Limits.DEFAULTS.with(Limits.Name.SCRIPT, 10);

        assertThat(LuaObject.run("return 123", ten).isCommitted()).isTrue();
        assertThat(exceeded(LuaObject.run("return 1234", ten))).isEqualTo(Limit.SCRIPT);
    }

    @Test
    void answer_isRefusedOneByteBeyond() {
        Limits twelve = Limits.DEFAULTS.with(Limits.Name.ANSWER, 12);

        assertThat(LuaObject.run("return '1234567890'", twelve).isCommitted()).isTrue();
        assertThat(exceeded(LuaObject.run("return '12345678901'", twelve))).isEqualTo(Limit.ANSWER);
    }

    @Test
    void answerOfSharedTables_isCountedAsATree() {
        assertThat(exceeded(LuaObject.run("local t = {1} for i = 1, 28 do t = {t, t} end return t")))
                .isEqualTo(Limit.ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"31, true", "32, false"})
    void answer_isRefusedOneLevelBeyond(int levels, boolean passes) {
        Outcome outcome = LuaObject.run("local t = {} for i = 1, " + levels + " do t = {t} end return t");

        assertThat(outcome.isCommitted()).isEqualTo(passes);
    }

    @Test
    void effects_areCounted() {
        Limits two = Limits.DEFAULTS.with(Limits.Name.EFFECTS, 2);
        String script = "function onGet(c, n) for i = 1, n do comet.cancel('a') end end";

        assertThat(LuaObject.of(script, two).get(Value.of(2)).effects()).hasSize(2);
        assertThat(exceeded(LuaObject.of(script, two).get(Value.of(3)))).isEqualTo(Limit.EFFECTS);
    }

    @Test
    void inboxAnswers_haveACountOfTheirOwn() {
        Limits limits = Limits.DEFAULTS.with(Limits.Name.EFFECTS, 1).with(Limits.Name.INBOX_ANSWERS, 3);
        Inbox inbox = new Inbox(NodeId.of("n"), 1, 2);
        Caller local = LuaObject.CALLER;
        Caller caller = new Caller(
                local.id(),
                local.ip(),
                local.port(),
                Optional.empty(),
                local.writer(),
                Optional.empty(),
                Optional.of(inbox),
                local.node(),
                Optional.empty());
        LuaObject object = LuaObject.of("function onGet(c, n) for i = 1, n do comet.put(c.inbox, i) end end", limits);

        assertThat(object.handle(new Event.Get(caller, Value.of(3))).effects())
                .hasSize(3)
                .contains(new Effect.Answer(inbox, Value.of(2)));
        assertThat(exceeded(object.handle(new Event.Get(caller, Value.of(4))))).isEqualTo(Limit.EFFECTS);
    }

    @Test
    void liveHeap_failsThatEventOnly() {
        Limits small = Limits.DEFAULTS.with(Limits.Name.LIVE_HEAP, 4_000);
        LuaObject object =
                LuaObject.of("aso.list = {} function onGet() aso.list[#aso.list + 1] = ('x') .. ('y') end", small);
        int taken = 0;
        while (object.get().isCommitted()) {
            taken++;
        }

        assertThat(exceeded(object.get())).isEqualTo(Limit.LIVE);
        assertThat(((Value.Table) object.field("list")).entries()).hasSize(taken);
        assertThat(object.instance.live()).isLessThanOrEqualTo(4_000);
    }

    @Test
    void liveHeap_forgetsWhatWasDetached() {
        Limits small = Limits.DEFAULTS.with(Limits.Name.LIVE_HEAP, 4_000);
        LuaObject object = LuaObject.of("function onGet() aso.t = {{1, 2, 3}, {4, 5, 6}} end", small);

        for (int i = 0; i < 1_000; i++) {
            assertThat(object.get().isCommitted()).isTrue();
        }
    }

    @Test
    void nearTheLimit_everyWriteThatMayPassItPaysForTheWalk() {
        String script = """
                aso.list, aso.t = {}, {}
                for i = 1, 1000 do aso.list[i] = true end
                function onGet() aso.t = {{}, {}, {}} end
                """;
        int size = LuaObject.of(script).instance.live();
        LuaObject near = LuaObject.of(script, Limits.DEFAULTS.with(Limits.Name.LIVE_HEAP, size + 300));
        LuaObject far = LuaObject.of(script);

        for (int i = 0; i < 100; i++) {
            int usual = far.get().usage().fuel();
            int first = near.get().usage().fuel();
            int second = near.get().usage().fuel();
            assertThat(first + second).isGreaterThan(2 * usual + 1000 / 4);
        }
    }

    @Test
    void walkOverTheState_isPaidByTheSameEventOfACopy() {
        String script = """
                aso.list, aso.t = {}, {}
                for i = 1, 1000 do aso.list[i] = true end
                function onGet() aso.t = {{}, {}, {}} end
                """;
        Limits limits = Limits.DEFAULTS.with(
                Limits.Name.LIVE_HEAP, LuaObject.of(script).instance.live() + 2_000);
        LuaObject original = LuaObject.of(script, limits);
        for (int i = 0; i < 5; i++) {
            original.get();
        }
        LuaObject copy = LuaObject.restored(original, script);

        Set<Integer> prices = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            int price = original.get().usage().fuel();
            assertThat(copy.get().usage().fuel()).isEqualTo(price);
            prices.add(price);
        }
        assertThat(prices).as("some events walk, and others do not").hasSize(2);
    }

    @Test
    void listThatAnEventShifts_isLookedAtForAPrice() {
        String script = """
                aso.list = {}
                for i = 1, LENGTH do aso.list[i] = true end
                function onGet() table.insert(aso.list, #aso.list, true) end
                """;
        int few = LuaObject.of(script.replace("LENGTH", "8")).get().usage().fuel();
        int many = LuaObject.of(script.replace("LENGTH", "8000")).get().usage().fuel();

        assertThat(many - few).isGreaterThanOrEqualTo(999);
    }

    @Test
    void liveBytes_areThoseOfTheEncodedState() {
        String script = "function onGet(c, n) aso.s = nil local s = '' for i = 1, n do s = s .. 'x' end aso.s = s end";
        LuaObject probe = LuaObject.of(script);
        probe.get(Value.of(200));
        Limits exact = Limits.DEFAULTS.with(Limits.Name.LIVE, probe.instance.encode().length);

        assertThat(LuaObject.of(script, exact).get(Value.of(200)).isCommitted()).isTrue();
        assertThat(exceeded(LuaObject.of(script, exact).get(Value.of(201)))).isEqualTo(Limit.LIVE);
    }

    @Test
    void equalHashes_areALimit() {
        String script = "function onGet(c, keys) local t = {} for i, k in ipairs(keys) do t[k] = i end end";

        assertThat(LuaObject.of(script).get(collisions(32)).isCommitted()).isTrue();
        assertThat(exceeded(LuaObject.of(script).get(collisions(33)))).isEqualTo(Limit.FUEL);
    }

    /** Numbers whose upper and lower halves cancel out in their hash. */
    private static Value collisions(int count) {
        Value[] keys = new Value[count];
        for (int i = 0; i < count; i++) {
            long half = 0x3ff00000L + 2 * i + 1;
            keys[i] = Value.of(Double.longBitsToDouble(half << 32 | half));
        }
        return Value.list(keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aso.replicas = 21 | aso.replicas is 21; it must be a whole number from 1 to 20",
                "aso.replicas = 0 | aso.replicas is 0; it must be a whole number from 1 to 20",
                "aso.timer = 0.5 | aso.timer is 0.5; it must be 0 (off) or 1 to 3153600000 seconds",
                "aso.timer = 'x' | aso.timer is \"x\"; it must be 0 (off) or 1 to 3153600000 seconds",
                "aso.ttl = 0 | aso.ttl is 0; it must be 0.001 to 3153600000 seconds",
                "aso.replication = {} | aso.replication is a table; it must be \"system\" or \"self\"",
                "aso.history = 1001 | aso.history is 1001; it must be a whole number from 0 to 1000",
                "aso.history = -1 | aso.history is -1; it must be a whole number from 0 to 1000",
                "aso.accept = 'some' | aso.accept is \"some\"; it must be \"newer\" or \"all\"",
            })
    void reservedField_outOfItsBoundIsAFault(String write, String message) {
        assertThat(LuaObject.fault(write)).isEqualTo(message);
        LuaObject object = LuaObject.of("function onGet() " + write + " end");
        assertThat(object.get().result()).isEqualTo(new Result.Faulted(message));
        assertThat(object.instance.policy()).isEqualTo(org.cometkv.aso.Policy.DEFAULT);
    }

    @Test
    void reservedFieldRemovedAndSetAgain_isRead() {
        LuaObject object = LuaObject.of("aso.timer = 5 function onGet() aso.timer = nil aso.timer = 7 end");
        object.get();

        assertThat(object.instance.policy().timerMillis()).hasValue(7_000);
    }

    @Test
    void reservedFields_atTheirBoundsArePolicy() {
        LuaObject object = LuaObject.of(
                "function onGet() aso.replicas = 20 aso.timer = 1 aso.ttl = 0.001 aso.replication = 'self' aso.accept = 'all' "
                        + "aso.history = 1000 end");
        object.get();

        assertThat(object.instance.policy())
                .isEqualTo(new Policy(
                        OptionalLong.of(1_000), OptionalLong.of(1), 20, Replication.SELF, Accept.ALL, 1_000));
    }
}
