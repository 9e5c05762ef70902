package org.cometkv.aso.lua;

import java.util.Map;
import org.luaj.vm2.LuaValue;

/** A table of library functions under construction. */
final class Library {

    private final String prefix;
    private final Map<String, Builtin> functions;
    private final Table table = new Table();
    private final Meter meter = Meter.unbounded();

    /** A library whose functions are entered in the map by their full names. */
    Library(String name, Map<String, Builtin> functions) {
        this.prefix = name.isEmpty() ? "" : name + ".";
        this.functions = functions;
    }

    Library add(String name, Builtin.Body body) {
        return add(name, new Builtin(prefix + name, body));
    }

    Library add(String name, Builtin function) {
        functions.putIfAbsent(function.name, function);
        return add(name, (LuaValue) function);
    }

    Library add(String name, LuaValue value) {
        table.set(meter, Names.of(name), value);
        return this;
    }

    /** The finished table, frozen. */
    Table freeze() {
        table.flag(Table.FROZEN);
        return table;
    }
}
