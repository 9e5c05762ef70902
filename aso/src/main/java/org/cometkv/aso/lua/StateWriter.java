package org.cometkv.aso.lua;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.NodeId;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Writes the form of {@link StateCodec}; iterative, so that no chain of tables is too long. */
final class StateWriter {

    private final Program program;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    private final List<Table> tables = new ArrayList<>();
    private final Map<Table, Integer> numbers = new IdentityHashMap<>();
    private int written;

    private StateWriter(Program program) {
        this.program = program;
    }

    static byte[] encode(Instance instance, Graph graph) {
        StateWriter writer = new StateWriter(instance.program);
        writer.out.write(StateCodec.VERSION);
        writer.eight(instance.random.word());
        writer.varint(instance.live.heap);
        writer.varint(instance.live.heapThen);
        writer.varint(instance.live.encodedThen);
        writer.number(instance.aso);
        writer.contents();
        writer.varint(graph.detached.size());
        for (Table table : graph.detached) {
            writer.table(table);
            writer.contents();
        }
        return writer.out.toByteArray();
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
        varint(table.count);
        varint(keepsDead ? table.used : table.live);
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
            out.write(StateCodec.NUMBER);
            eight(Double.doubleToLongBits(value.todouble()));
        } else if (value instanceof Table table) {
            table(table);
        } else if (value instanceof Closure closure) {
            tagged(StateCodec.CLOSURE, closure.chunkNumber);
        } else if (value instanceof Builtin builtin) {
            out.write(StateCodec.BUILTIN);
            text(builtin.name);
        } else if (value instanceof Handle handle) {
            handle(handle);
        } else {
            out.write(
                    value == LuaValue.NIL
                            ? StateCodec.NIL
                            : value == LuaValue.TRUE ? StateCodec.TRUE : StateCodec.FALSE);
        }
    }

    private void string(LuaString text) {
        int number = program.numberOf(text);
        if (number >= 0 && number < StateCodec.SMALL_CONSTANTS) {
            out.write(StateCodec.SMALL_CONSTANT + number);
        } else if (number >= 0) {
            tagged(StateCodec.CONSTANT, number);
        } else {
            tagged(StateCodec.STRING, text.m_length);
            out.write(text.m_bytes, text.m_offset, text.m_length);
        }
    }

    private void integer(int integer) {
        if (integer >= 0 && integer < StateCodec.SMALL_INTEGERS) {
            out.write(StateCodec.SMALL_INTEGER + integer);
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
            out.write(StateCodec.NEW_TABLE);
        } else {
            tagged(StateCodec.NEW_TABLE_OF_CHUNK, table.chunkNumber());
        }
        number(table);
    }

    private void handle(Handle handle) {
        if (handle.of instanceof NodeHandle node) {
            out.write(StateCodec.NODE);
            node(node.contact().id());
            text(node.contact().host());
            varint(node.contact().port());
            optional(node.coordinates(), this::coordinates);
        } else if (handle.of instanceof Caller caller) {
            caller(caller);
        } else {
            out.write(StateCodec.INBOX);
            inbox((Inbox) handle.of);
        }
    }

    private void caller(Caller caller) {
        out.write(StateCodec.PARTY);
        text(caller.id());
        text(caller.ip());
        varint(caller.port());
        optional(caller.coordinates(), this::coordinates);
        text(caller.writer());
        optional(caller.key(), key -> out.writeBytes(key.bytes()));
        optional(caller.inbox(), this::inbox);
        node(caller.node());
    }

    private void node(NodeId node) {
        out.writeBytes(node.point().bytes());
    }

    private void inbox(Inbox inbox) {
        node(inbox.node());
        eight(inbox.high());
        eight(inbox.low());
    }

    private void coordinates(Coordinates given) {
        eight(Double.doubleToLongBits(given.x()));
        eight(Double.doubleToLongBits(given.y()));
        eight(Double.doubleToLongBits(given.height()));
    }

    private <T> void optional(Optional<T> given, Consumer<T> present) {
        out.write(given.isPresent() ? 1 : 0);
        given.ifPresent(present);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void eight(long bits) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    private void tagged(int tag, long number) {
        out.write(tag);
        varint(number);
    }

    private void varint(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
