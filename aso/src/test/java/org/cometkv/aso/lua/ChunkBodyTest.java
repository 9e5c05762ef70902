package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule that a script's body does the same on every node and at every time, since a restored copy runs it again: a
 * state names functions and tables by the order in which the body made them.
 */
class ChunkBodyTest {

    /** Calls that the body may not make, each with the full name of its function. */
    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden("comet.systemTime", ""),
            new Forbidden("comet.getSystemTime", ""),
            new Forbidden("comet.nodeID", ""),
            new Forbidden("comet.getNodeID", ""),
            new Forbidden("comet.nodeIP", ""),
            new Forbidden("comet.getNodeIP", ""),
            new Forbidden("comet.subscribers", ""),
            new Forbidden("comet.get", ""),
            new Forbidden("comet.lookup", ""),
            new Forbidden("comet.put", "comet.key(), 1"),
            new Forbidden("comet.spawn", "comet.key(1), {}"),
            new Forbidden("comet.publish", "1"),
            new Forbidden("comet.after", "'x', 5"),
            new Forbidden("comet.cancel", "'x'"),
            new Forbidden("comet.deleteSelf", ""));

    /** The body's own account of all that it can call, and of what that gave. */
    private static final String TRIES_ALL = """
            local arguments =
              { {}, { 3 }, { "x1" }, { "x1", "%a" }, { { 3, 1, 2 } }, { 5, 2 }, { comet.key() }, { self } }
            local function shown(v)
              return type(v) == "table" and (pcall(table.concat, v, " ") and table.concat(v, " ") or #v) or tostring(v)
            end
            local function told(...)
              local out = {}
              for i = 1, select("#", ...) do
                out[i] = shown((select(i, ...)))
              end
              return table.concat(out, " ")
            end
            local function try(name, f)
              for i, list in ipairs(arguments) do aso.told[name .. i] = told(pcall(f, table.unpack(list))) end
            end
            aso.told = {}
            for name, what in pairs(_G) do
              if type(what) == "function" then try(name, what) end
              if type(what) == "table" and what ~= _G and what ~= aso then
                for inner, f in pairs(what) do
                  if type(f) == "function" then try(name .. "." .. inner, f) end
                end
              end
            end
            """;

    private record Forbidden(String function, String arguments) {
        String call() {
            return function + "(" + arguments + ")";
        }

        @Override
        public String toString() {
            return call();
        }
    }

    private static Stream<Forbidden> forbidden() {
        return FORBIDDEN.stream();
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void bodyThatCallsIt_isNoObject(Forbidden forbidden) {
        Outcome created = create("local x = " + forbidden.call());

        assertThat(created.result())
                .isEqualTo(new Result.Faulted("script:1: the script's body may not call " + forbidden.function()));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void bodyThatCatchesTheError_goesOn(Forbidden forbidden) {
        LuaObject object = LuaObject.of("aso.ok, aso.why = pcall(function() return " + forbidden.call() + " end)");

        assertThat(object.field("ok")).isEqualTo(Value.Bool.FALSE);
        assertThat(object.field("why").toString()).contains("may not call " + forbidden.function());
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void bodyThatCallsItFromAnyDepth_isNoObject(Forbidden forbidden) {
        String called = "local function f() return " + forbidden.call() + " end ";

        assertThat(create(called + "table.sort({2, 1}, f)").isCommitted()).isFalse();
        assertThat(create(called + "local s = ('x'):gsub('x', f)").isCommitted())
                .isFalse();
        assertThat(create(called + "local v = setmetatable({}, {__index = f}).x")
                        .isCommitted())
                .isFalse();
        assertThat(create(called + "for x in f do end").isCommitted()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void bodyOfARestoredCopy_mayNotCallItEither(Forbidden forbidden) {
        LuaObject original = LuaObject.of("function onGet() end");
        LuaObject copy = LuaObject.fresh("local x = " + forbidden.call(), Limits.DEFAULTS);

        Outcome restored = copy.end(copy.instance.restore(copy.scratch, copy.host, original.instance.encode()));

        assertThat(restored.isCommitted()).isFalse();
    }

    @Test
    void handler_mayAskForTimeNodeAndChance() {
        LuaObject object = LuaObject.of("""
                local function all()
                  return { comet.systemTime(), comet.getSystemTime(), #comet.nodeID(), #comet.getNodeID(),
                    comet.nodeIP(), comet.getNodeIP(), comet.subscribers(), math.random(3, 3) }
                end
                function onGet() return all() end
                """);

        assertThat(object.value())
                .isEqualTo(Value.list(
                        Value.of(1_000),
                        Value.of(1_000),
                        Value.of(64),
                        Value.of(64),
                        Value.of("10.0.0.1"),
                        Value.of("10.0.0.1"),
                        Value.of(0),
                        Value.of(3)));
    }

    @Test
    void allThatTheBodyCanCall_givesTheSameOnAnotherNodeAtAnotherTime() {
        Value here = told(node("a", "10.0.0.1", 1_000, 0), 1, 42);
        Value there = told(node("b", "10.0.0.2", 999_999, 7), 0x9e37_79b9_7f4a_7c15L, 43);

        assertThat(((Value.Table) here).pairCount()).isGreaterThan(500);
        assertThat(there).isEqualTo(here);
    }

    private static Outcome create(String script) {
        LuaObject object = LuaObject.fresh(script, Limits.DEFAULTS);
        return object.end(object.instance.create(object.scratch, object.host, Value.table()));
    }

    private static Value told(StandaloneHost node, long hashSeed, long seed) {
        Sandbox sandbox = new Sandbox(1 << 20, hashSeed);
        Limits limits = Limits.DEFAULTS.with(Limits.Name.FUEL, 1_000_000).with(Limits.Name.ALLOCATION, 10_000_000);
        Instance instance = sandbox.instance(Key.of("object"), Script.of(TRIES_ALL), limits, seed);
        Scratch scratch = sandbox.scratch();
        Step step = instance.create(scratch, node, Value.table());
        while (step instanceof Step.Yielded yielded) {
            step = instance.proceed(scratch, node, yielded, Optional.empty());
        }
        assertThat(((Step.Ended) step).outcome().result()).isEqualTo(new Result.Completed(Value.NIL));
        return LuaObject.field(instance, "told");
    }

    /** A node that differs from another in all that a script could see of it. */
    private static StandaloneHost node(String name, String address, long time, int subscribers) {
        return new StandaloneHost(new Contact(NodeId.of(name), address, 7_400))
                .now(time)
                .neighbors(List.of(LuaObject.node(name)))
                .subscribers(() -> subscribers);
    }
}
