package org.cometkv.aso.lua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;

/** Prints what an event costs: CPU time of this thread, best of some runs. One cell for each JVM. */
final class Measurement {

    private static final String METHOD = """
            aso.value = "Hello world!"
            aso.getCount = 0
            function aso:onGet()
              self.getCount = self.getCount + 1
              return {self.value, self.getCount}
            end
            """;

    private Measurement() {}

    public static void main(String[] arguments) throws IOException {
        String cell = arguments.length > 0 ? arguments[0] : "event";
        int objects = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        switch (cell) {
            case "stock" -> stock(METHOD);
            case "event" -> events(METHOD, objects);
            case "global" -> events(METHOD.replace("aso:onGet", "onGet"), objects);
            case "bare" -> bare(METHOD);
            case "inc10" ->
                events(
                        "aso.value = 'x' aso.n = 0 function aso:onGet() " + "self.n = self.n + 1 ".repeat(10) + "end",
                        1);
            case "inc10stock" ->
                stock("aso.value = 'x' aso.n = 0 function aso.onGet(self) " + "self.n = self.n + 1 ".repeat(10)
                        + "end");
            case "read10" ->
                events("aso.value = 'x' aso.n = 0 function aso:onGet() local x " + "x = self.n ".repeat(10) + "end", 1);
            case "move10" ->
                events("aso.value = 'x' aso.n = 0 function aso:onGet() local x, y " + "x = y ".repeat(10) + "end", 1);
            case "add10" ->
                events(
                        "aso.value = 'x' aso.n = 0 function aso:onGet() local x = 1 " + "x = x + 1 ".repeat(10) + "end",
                        1);
            case "table10" ->
                events(
                        "aso.value = 'x' aso.n = 0 function aso:onGet() local x = 1 " + "x = {x, x} ".repeat(10)
                                + "end",
                        1);
            case "write10" ->
                events(
                        "aso.value = 'x' aso.n = 0 function aso:onGet() local x = 1 " + "self.n = x ".repeat(10)
                                + "end",
                        1);
            case "call10" ->
                events("local function f() end function aso:onGet() local x = 1 " + "f() ".repeat(10) + "end", 1);
            case "loop" -> events(LOOP, 1);
            case "loopstock" -> stock(LOOP);
            case "empty" -> events("function aso:onGet() end", 1);
            case "number" -> events("aso.n = 0 function aso:onGet() self.n = self.n + 1 return self.n end", 1);
            case "near" -> events(NEAR, 1);
            case "nearstock" -> stock(NEAR);
            case "fib" -> events(FIB, 1);
            case "fibstock" -> stock(FIB);
            case "strings" -> events(STRINGS, 1);
            case "memory" -> memory(objects);
            default -> throw new IllegalArgumentException(cell);
        }
    }

    private static final String LOOP =
            "function aso.onGet() local s = 0 for i = 1, 100000 do s = s + i % 7 end return s end";

    private static final String FIB =
            "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end "
                    + "function aso.onGet() return fib(15) end";

    private static final String STRINGS = "function aso.onGet() local t = {} for i = 1, 100 do "
            + "t[i] = 'a' .. i .. 'b' .. i .. 'c' .. i end return #table.concat(t, ',') end";

    private static final String NEAR = """
            aso.peers = {}
            for i = 1, 200 do aso.peers[i] = {x = (i * 37) % 101, y = (i * 53) % 97} end
            function aso.onGet(self)
              local list = {}
              for i, p in ipairs(aso.peers) do
                local dx, dy = p.x - 50, p.y - 50
                list[i] = {p, dx * dx + dy * dy}
              end
              table.sort(list, function(a, b) return a[2] < b[2] end)
              local out = {}
              for i = 1, 20 do out[i] = list[i][2] end
              return #out
            end
            """;

    private static void report(String name, int batch, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < Integer.getInteger("rounds", 8); round++) {
            long calls = 0;
            long start = threads.getCurrentThreadCpuTime();
            long end = start + 400_000_000L;
            long now;
            do {
                work.accept(batch);
                calls += batch;
                now = threads.getCurrentThreadCpuTime();
            } while (now < end);
            double each = (now - start) / (double) calls;
            if (round >= 3) {
                best = Math.min(best, each);
            }
        }
        System.out.printf("%s: %.1f ns, %.2f M/s%n", name, best, 1_000 / best);
    }

    private static void stock(String script) throws IOException {
        LuaTable aso = new LuaTable();
        LuaTable env = new LuaTable();
        env.set("aso", aso);
        var globals = org.luaj.vm2.lib.jse.JsePlatform.standardGlobals();
        env.set("ipairs", globals.get("ipairs"));
        env.set("table", globals.get("table"));
        new LuaClosure(
                        LuaC.instance.compile(
                                new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)), "=script"),
                        env)
                .call();
        LuaValue handler = aso.get("onGet");
        int batch = script == METHOD ? 1_000 : 1;
        report("stock", batch, n -> {
            for (int i = 0; i < n; i++) {
                handler.call(aso);
            }
        });
    }

    private static void bare(String script) {
        LuaObject object = LuaObject.of(script);
        EventRun run = new EventRun(1);
        StandaloneHost host = object.host;
        LuaValue handler = object.instance.aso.get(InternedNames.of("onGet"));
        report("bare", 1_000, n -> {
            for (int i = 0; i < n; i++) {
                run.begin(object.instance, host, Limits.DEFAULTS);
                run.entry.registers[0] = handler;
                run.entry.registers[1] = object.instance.aso;
                CallOps.invoke(run, run.entry, 1);
                Interpreter.execute(run);
                run.journal.clear();
            }
        });
    }

    private static void events(String script, int objects) {
        Sandbox sandbox = new Sandbox(1 << 20, 77);
        Scratch scratch = sandbox.scratch();
        StandaloneHost host = LuaObject.host();
        Limits limits = Limits.DEFAULTS
                .with(Limits.Name.SLICE, 100_000_000)
                .with(Limits.Name.FUEL, 100_000_000)
                .with(Limits.Name.ALLOCATION, 1 << 30);
        Instance[] instances = new Instance[objects];
        for (int i = 0; i < objects; i++) {
            instances[i] = sandbox.instance(Key.of("k" + i), Script.of(script), limits, i);
            instances[i].create(scratch, host, Value.table());
        }
        Event event = new Event.Get(LuaObject.CALLER, Value.NIL);
        int[] next = new int[1];
        report("event", script.equals(NEAR) || script.equals(FIB) || script.equals(LOOP) ? 1 : 1_000, n -> {
            for (int i = 0; i < n; i++) {
                int at = next[0]++;
                if (next[0] == objects) {
                    next[0] = 0;
                }
                Step step = instances[at].handle(scratch, host, event);
                while (step instanceof Step.Yielded yielded) {
                    step = instances[at].proceed(scratch, host, yielded, java.util.Optional.empty());
                }
            }
        });
    }

    private static void memory(int objects) {
        Sandbox sandbox = new Sandbox(1 << 20, 77);
        Scratch scratch = sandbox.scratch();
        StandaloneHost host = LuaObject.host();
        Script script = Script.of("""
                aso.value = 1 aso.getCount = 0 aso.updates = 0 aso.ips = {}
                function onGet(c) self.getCount = self.getCount + 1 return self.value end
                function onPut(c) self.updates = 0 return true end
                function onUpdate(c, v) self.updates = self.updates + 1 end
                function onTimer() self.ips = {} end
                """);
        Instance[] instances = new Instance[objects];
        Key key = Key.of("k");
        long before = used();
        for (int i = 0; i < objects; i++) {
            instances[i] = sandbox.instance(key, script, Limits.DEFAULTS, i);
            instances[i].create(scratch, host, Value.table());
        }
        System.out.printf("%.0f bytes each%n", (used() - before) / (double) objects);
        if (instances[0].live() == 1) {
            throw new IllegalStateException();
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
