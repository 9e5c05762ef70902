package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.codec.ByteCount;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.lua.script.Program;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Writes the form of {@link StateCodec}; iterative, so that no chain of tables is too long. */
final class StateWriter {

    private final Program program;
    private final Output out;
    private final List<Table> tables = new ArrayList<>();
    private final Map<Table, Integer> numbers = new IdentityHashMap<>();
    private int written;

    private StateWriter(Program program, Output out) {
        this.program = program;
        this.out = out;
    }

    static byte[] encode(Instance instance, StateGraph graph) {
        ByteOutput out = new ByteOutput();
        new StateWriter(instance.program, out).write(instance, graph);
        return out.toBytes();
    }

    /** The bytes that {@link #encode} would give. */
    static int size(Instance instance, StateGraph graph) {
        ByteCount count = new ByteCount();
        new StateWriter(instance.program, count).write(instance, graph);
        return count.bytes();
    }

    private void write(Instance instance, StateGraph graph) {
        out.octet(StateCodec.VERSION);
        out.word(instance.random.word());
        out.number(instance.live.heap);
        out.number(instance.live.heapThen);
        out.number(instance.live.encodedThen);
        number(instance.aso);
        contents();
        out.number(graph.detached.size());
        for (Table table : graph.detached) {
            table(table);
            contents();
        }
    }

    private void number(Table table) {
        numbers.put(table, tables.size());
        tables.add(table);
    }

    /** Writes the contents of all tables mentioned so far, and of those that they mention. */
    private void contents() {
        while (written < tables.size()) {
            content(tables.get(written++));
        }
    }

    private void content(Table table) {
        boolean keepsDead = Table.keepsDead(table.used, table.live);
        out.number(table.count);
        out.number(keepsDead ? table.used : table.live);
        value(table.metatable == null ? LuaValue.NIL : table.metatable);
        for (int i = 0; i < table.count; i++) {
            value(table.list[i]);
        }
        int dead = 0;
        for (int i = 0; i < table.used; i++) {
            LuaValue value = table.slots[2 * i + 1];
            if (value == LuaValue.NIL) {
                dead++;
                continue;
            }
            dead(keepsDead ? dead : 0);
            dead = 0;
            value(table.slots[2 * i]);
            value(value);
        }
        dead(keepsDead ? dead : 0);
    }

    private void dead(int run) {
        if (run > 0) {
            tagged(StateCodec.DEAD, run);
        }
    }

    private void value(LuaValue value) {
        if (value instanceof LuaString text) {
            string(text);
        } else if (value instanceof LuaInteger integer) {
            integer(integer.v);
        } else if (value instanceof LuaNumber) {
            out.octet(StateCodec.NUMBER);
            out.word(Double.doubleToLongBits(value.todouble()));
        } else if (value instanceof Table table) {
            table(table);
        } else if (value instanceof Closure closure) {
            tagged(StateCodec.CLOSURE, closure.chunkNumber);
        } else if (value instanceof Builtin builtin) {
            out.octet(StateCodec.BUILTIN);
            out.text(builtin.name, StateCodec.NAME_BYTES_MAX);
        } else if (value instanceof HostHandle handle) {
            handle(handle);
        } else {
            out.octet(
                    value == LuaValue.NIL
                            ? StateCodec.NIL
                            : value == LuaValue.TRUE ? StateCodec.TRUE : StateCodec.FALSE);
        }
    }

    private void string(LuaString text) {
        int number = program.numberOf(text);
        if (number >= 0 && number < StateCodec.SMALL_CONSTANTS) {
            out.octet(StateCodec.SMALL_CONSTANT + number);
        } else if (number >= 0) {
            tagged(StateCodec.CONSTANT, number);
        } else {
            tagged(StateCodec.STRING, text.m_length);
            out.raw(text.m_bytes, text.m_offset, text.m_length);
        }
    }

    private void integer(int integer) {
        if (integer >= 0 && integer < StateCodec.SMALL_INTEGERS) {
            out.octet(StateCodec.SMALL_INTEGER + integer);
        } else {
            tagged(StateCodec.INTEGER, ((long) integer << 1 ^ integer >> 31) & 0xffff_ffffL);
        }
    }

    private void table(Table table) {
        if (!table.is(Table.PERSISTENT)) {
            tagged(StateCodec.FROZEN_TABLE, table.chunkNumber());
            return;
        }
        Integer known = numbers.get(table);
        if (known != null) {
            tagged(StateCodec.KNOWN_TABLE, known);
            return;
        }
        if (table.chunkNumber() == 0) {
            out.octet(StateCodec.NEW_TABLE);
        } else {
            tagged(StateCodec.NEW_TABLE_OF_CHUNK, table.chunkNumber());
        }
        number(table);
    }

    private void handle(HostHandle handle) {
        if (handle.of instanceof NodeHandle node) {
            out.octet(StateCodec.NODE);
            PartyCodec.node(out, node);
        } else if (handle.of instanceof Caller caller) {
            out.octet(StateCodec.PARTY);
            PartyCodec.caller(out, caller);
        } else {
            out.octet(StateCodec.INBOX);
            PartyCodec.inbox(out, (Inbox) handle.of);
        }
    }

    private void tagged(int tag, long number) {
        out.octet(tag);
        out.number(number);
    }
}
