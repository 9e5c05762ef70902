package org.cometkv.aso.lua;

import java.util.Arrays;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.NegativeZero;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Values on their way across the boundary: copied, raw, bounded in depth and size. */
final class ValueBridge {

    private static final Value[] NONE = {};

    private int bytesMax;
    private final boolean skipsFunctions;
    private final Meter meter;

    /** How many bytes the encoding may still have. */
    private int room;

    /** Bytes of heap of the copy; charged when it is whole, because a copy that is too large is told as that. */
    private long bytes;

    /** Copies for the host, paid by this meter; functions are refused. */
    ValueBridge(Meter meter) {
        this(meter, false);
    }

    private ValueBridge(Meter meter, boolean skipsFunctions) {
        this.meter = meter;
        this.skipsFunctions = skipsFunctions;
    }

    /**
     * A copy for the host; each table is charged before it is copied, so that what fails has been paid as well.
     *
     * @throws LuaFault if it holds a function, or is cyclic or too deep
     * @throws LimitExceeded if its encoding is larger than the bound
     */
    Value outward(LuaValue value, int most) {
        bytesMax = most;
        room = most;
        bytes = 0;
        Value copy = copy(value, 0);
        meter.allocate(bytes);
        return copy;
    }

    /** A copy for the host of a value of the state; functions in it, which are the script's, are left out. */
    static Value data(LuaValue value, int bytesMax, Meter meter) {
        return new ValueBridge(meter, true).outward(value, bytesMax);
    }

    private Value copy(LuaValue value, int depth) {
        if (value instanceof LuaString text) {
            return copy(text);
        }
        if (value instanceof LuaInteger integer) {
            return copy(integer);
        }
        if (value instanceof Table table) {
            return copy(table, depth);
        }
        if (value instanceof LuaNumber) {
            double number = value.todouble();
            count(ValueCodec.sizeOfNumber(number));
            bytes += Prices.VALUE;
            return new Value.Num(number);
        }
        count(1);
        if (value instanceof LuaBoolean truth) {
            return Value.of(truth.v);
        }
        if (value == LuaValue.NIL) {
            return Value.NIL;
        }
        return value instanceof HostHandle handle ? copy(handle) : refuse(value);
    }

    private Value.Bytes copy(LuaString text) {
        count(ValueCodec.sizeOfBytes(text.m_length));
        bytes += Prices.VALUE;
        return Value.Bytes.wrap(bytes(text));
    }

    private Value.Num copy(LuaInteger integer) {
        count(ValueCodec.sizeOfInteger(integer.v));
        bytes += Prices.VALUE;
        return new Value.Num(integer.v);
    }

    /** Bytes of strings never change, so that they can be shared, unless they are part of a longer one. */
    private byte[] bytes(LuaString text) {
        if (text.m_offset == 0 && text.m_length == text.m_bytes.length) {
            return text.m_bytes;
        }
        LuaStrings.charge(text.m_length, meter);
        meter.allocate(text.m_length);
        return Arrays.copyOfRange(text.m_bytes, text.m_offset, text.m_offset + text.m_length);
    }

    private static Value refuse(LuaValue value) {
        throw LuaFault.raw(LuaString.valueOf("cannot be sent: a " + value.typename() + " is no data"));
    }

    private Value copy(HostHandle handle) {
        meter.charge(Prices.HANDLE_TEXT);
        bytes += Prices.STRING + Prices.HANDLE;
        String text = HostHandle.nodeOf(handle).map(Object::toString).orElseGet(handle::label);
        count(text.length() + 2);
        return Value.of(text);
    }

    private Value copy(Table table, int depth) {
        if (depth >= Limits.VALUE_DEPTH) {
            throw LuaFault.raw(LuaString.valueOf(
                    "cannot be sent: it is cyclic, or nested more than " + Limits.VALUE_DEPTH + " deep"));
        }
        int elements = table.count + 2 * table.used;
        meter.charge(elements + 1);
        bytes += Prices.VALUE_TABLE + (long) Prices.VALUE_PLACE * elements;
        int listed = 0;
        Value[] list = array(table.count);
        // Strings and integers here, so that HotSpot knows what it stores and need not check it.
        while (listed < table.count) {
            LuaValue value = table.list[listed];
            if (value instanceof LuaString text) {
                list[listed++] = copy(text);
            } else if (value instanceof LuaInteger integer) {
                list[listed++] = copy(integer);
            } else if (value == LuaValue.NIL || skips(value)) {
                break;
            } else {
                list[listed++] = copy(value, depth + 1);
            }
        }
        count(ValueCodec.sizeOfTable(listed, table.live));
        if (listed < table.count) {
            list = Arrays.copyOf(list, listed);
        }
        int rest = table.live + table.count - listed;
        return Value.Table.wrap(list, rest == 0 ? NONE : pairs(table, listed, rest, depth));
    }

    /** A new array; the commonest lengths as constants, which HotSpot allocates in half the time. */
    private static Value[] array(int length) {
        return switch (length) {
            case 0 -> NONE;
            case 1 -> new Value[1];
            case 2 -> new Value[2];
            default -> new Value[length];
        };
    }

    private Value[] pairs(Table table, int listed, int rest, int depth) {
        Value[] pairs = new Value[2 * rest];
        int n = 0;
        for (int position = listed; position < table.count + table.used; position++) {
            LuaValue value = table.valueAt(position);
            if (value != LuaValue.NIL && !skips(value) && !skips(table.keyAt(position))) {
                pairs[n++] = copy(table.keyAt(position), depth + 1);
                pairs[n++] = copy(value, depth + 1);
            }
        }
        return n == pairs.length ? pairs : Arrays.copyOf(pairs, n);
    }

    private boolean skips(LuaValue value) {
        return skipsFunctions && value instanceof LuaFunction;
    }

    private void count(int size) {
        room -= size;
        if (room < 0) {
            throw new LimitExceeded(Limit.ANSWER, "the answer has more than " + bytesMax + " bytes");
        }
    }

    /** A value as a script sees it, charged. */
    static LuaValue inward(Value value, Meter meter) {
        if (value instanceof Value.Num num) {
            return NegativeZero.box(num.number());
        }
        if (value instanceof Value.Bytes text) {
            meter.allocate(Prices.STRING + (long) text.length());
            return LuaString.valueUsing(text.array());
        }
        if (value instanceof Value.Bool truth) {
            return LuaValue.valueOf(truth.isTrue());
        }
        return value instanceof Value.Table table ? inward(table, meter) : LuaValue.NIL;
    }

    private static Table inward(Value.Table from, Meter meter) {
        Table table = Table.of(meter, from.listSize(), from.pairCount());
        for (int i = 0; i < from.listSize(); i++) {
            meter.charge(1);
            table.set(meter, LuaInteger.valueOf(i + 1), inward(from.listed(i), meter));
        }
        for (int i = 0; i < from.pairCount(); i++) {
            meter.charge(1);
            LuaValue key = inward(from.pairKey(i), meter);
            key = key instanceof LuaString name ? InternedNames.shared(name) : key;
            if (key != LuaValue.NIL && !(key instanceof LuaNumber n && Double.isNaN(n.todouble()))) {
                table.set(meter, key, inward(from.pairValue(i), meter));
            }
        }
        return table;
    }
}
