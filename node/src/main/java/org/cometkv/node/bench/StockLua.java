package org.cometkv.node.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.jse.JsePlatform;

/**
 * LuaJ as it comes: its interpreter, its tables, its libraries; no limits and no undo. Handlers are called from Java
 * directly.
 */
final class StockLua implements LuaEngine {

    static final String NAME = "stock LuaJ 3.0.1";

    /** The functions that scripts use, put into each object's globals, where look-ups are fastest. */
    private static final String[] LIBRARY = {"ipairs", "string", "table"};

    private final Globals globals = JsePlatform.standardGlobals();

    /** Keeps the JIT from leaving out what nobody looks at. */
    private LuaValue last;

    @Override
    public IntConsumer events(Workload workload, int objects) {
        Prototype program = compile(workload);
        LuaValue[] handlers = new LuaValue[objects];
        LuaValue[] states = new LuaValue[objects];
        for (int i = 0; i < objects; i++) {
            states[i] = new LuaTable();
            handlers[i] = handler(program, states[i], workload.handler());
        }
        return new IntConsumer() {
            private int next;

            @Override
            public void accept(int count) {
                for (int i = 0; i < count; i++) {
                    last = handlers[next].call(states[next]);
                    if (++next == objects) {
                        next = 0;
                    }
                }
            }
        };
    }

    @Override
    public double answer(Workload workload) {
        LuaTable state = new LuaTable();
        LuaValue answer = handler(compile(workload), state, workload.handler()).call(state);
        LuaValue figure = answer.istable() ? answer.get(2) : answer;
        return figure.isnumber() ? figure.todouble() : 0;
    }

    private LuaValue handler(Prototype program, LuaValue state, String name) {
        LuaTable environment = new LuaTable();
        for (String part : LIBRARY) {
            environment.set(part, globals.get(part));
        }
        environment.set("aso", state);
        environment.set("self", state);
        new LuaClosure(program, environment).call();
        LuaValue own = state.get(name);
        return own.isfunction() ? own : environment.get(name);
    }

    private static Prototype compile(Workload workload) {
        byte[] text = workload.script().getBytes(StandardCharsets.UTF_8);
        try {
            return LuaC.instance.compile(new ByteArrayInputStream(text), "=script");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
