package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.aso.lua.text.LuaStrings;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * All that an object keeps from one event to the next, as text: equal texts, equal objects.
 *
 * <p>Order, dead slots, metatables, sharing and captured variables count; the lengths of arrays do not.
 */
final class StateDump {

    private final boolean withState;
    private final Map<LuaValue, Integer> numbers = new IdentityHashMap<>();
    private final List<LuaValue> open = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private StateDump(boolean withState) {
        this.withState = withState;
    }

    /** The object's state, and what its chunk left beside it. */
    static String of(Instance instance) {
        return new StateDump(true).dump(instance) + instance.random.word() + " " + instance.policy();
    }

    /** What its chunk left beside the state: globals and captured variables, the same for ever. */
    static String ofChunk(Instance instance) {
        return new StateDump(false).dump(instance);
    }

    private String dump(Instance instance) {
        show(instance.globals);
        show(instance.aso);
        for (int i = 0; i < open.size(); i++) {
            out.append('\n').append(i).append(": ");
            if (open.get(i) instanceof Table table) {
                describe(table);
            } else {
                describe((Closure) open.get(i));
            }
        }
        return out.append('\n').toString();
    }

    private void describe(Table table) {
        out.append("count ")
                .append(table.count)
                .append(" live ")
                .append(table.live)
                .append(" meta ");
        show(table.metatable == null ? LuaValue.NIL : table.metatable);
        for (int i = 0; i < table.count; i++) {
            show(table.list[i]);
        }
        out.append(" |");
        for (int i = 0; i < table.used; i++) {
            boolean dead = table.slots[2 * i + 1] == LuaValue.NIL;
            show(dead ? Table.GONE : table.slots[2 * i]);
            out.append('=');
            show(table.slots[2 * i + 1]);
        }
    }

    private void describe(Closure closure) {
        out.append("function");
        for (UpValue up : closure.upvalues) {
            show(up.get());
        }
    }

    private void show(LuaValue value) {
        out.append(' ');
        if (value instanceof Table table) {
            if (withState || !table.is(Table.PERSISTENT)) {
                number(value);
            } else {
                out.append("state");
            }
        } else if (value instanceof Closure) {
            number(value);
        } else if (value instanceof LuaString text) {
            out.append('"')
                    .append(
                            text.m_length < 60
                                    ? LuaStrings.decode(text)
                                    : text.m_length + "/" + RawEquality.hash(text));
        } else if (value == Table.GONE) {
            out.append("gone");
        } else if (value == null) {
            out.append("null");
        } else if (value instanceof HostHandle handle) {
            out.append(handle.label());
        } else if (value instanceof Builtin builtin) {
            out.append(builtin.name);
        } else {
            out.append(value.isnumber() ? Double.toString(value.todouble()) : value.tojstring());
        }
    }

    private void number(LuaValue value) {
        Integer known = numbers.get(value);
        if (known == null) {
            known = open.size();
            numbers.put(value, known);
            open.add(value);
        }
        out.append('#').append(known);
    }
}
