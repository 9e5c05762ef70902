package org.cometkv.aso.lua;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStringBuilder;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Lua's table library; all access to entries is raw, and {@code __len} is asked how long a list is. */
final class TableFunctions {

    /** What is done with a list once its length is known. */
    interface OfList {
        LuaValue call(BuiltinCall call, Table table, int length);
    }

    private TableFunctions() {}

    /** A function that always needs the length. */
    static Builtin.Body of(OfList body) {
        return unless(0, body);
    }

    /** A function that does not need the length if the argument of this number says where to end. */
    static Builtin.Body unless(int argument, OfList body) {
        return call -> {
            Table table = call.checkTable(1);
            if (table.metatable == null || argument > 0 && !call.isNoneOrNil(argument)) {
                return body.call(call, table, table.count);
            }
            LuaValue handler = Metatables.of(call.meter, table, InternedNames.LEN);
            return handler == LuaValue.NIL ? body.call(call, table, table.count) : ask(call, handler, body);
        };
    }

    private static LuaValue ask(BuiltinCall call, LuaValue handler, OfList body) {
        call.meter.allocate(Prices.SUSPENDED + (long) Prices.REGISTER * call.count);
        Builtin function = call.function;
        LuaValue[] arguments = Arrays.copyOfRange(call.registers, call.first, call.first + call.count);
        return call.start(handler, answer -> {
            if (!(ArithmeticOps.coerced(answer.arg(1), answer.meter) instanceof LuaNumber length)) {
                throw LuaFault.of("object length is not a number");
            }
            // Its frame makes way, so that the function runs as if it were called only now; should it need one as well,
            // it gets the same, which still knows where the results go.
            answer.run.frame = answer.run.frame.below;
            answer.over(arguments, 0, arguments.length).function = function;
            return body.call(answer, (Table) arguments[0], (int) length.todouble());
        });
    }

    static LuaValue concat(BuiltinCall call, Table table, int length) {
        LuaString separator = call.optString(2, LuaValue.EMPTYSTRING);
        int first = call.optInt(3, 1);
        int last = call.optInt(4, length);
        LuaStringBuilder out = new LuaStringBuilder(call.meter);
        for (long i = first; i <= last; i++) {
            call.meter.charge(1);
            LuaValue value = at(call, table, (int) i);
            if (!(Numbers.coerced(value, call.meter) instanceof LuaString text)) {
                throw LuaFault.of("invalid value (" + value.typename() + ") at index " + i + " in table for 'concat'");
            }
            out.append(text);
            if (i < last) {
                out.append(separator);
            }
        }
        return out.finish();
    }

    private static LuaValue at(BuiltinCall call, Table table, int position) {
        return position > 0 && position <= table.count
                ? table.list[position - 1]
                : table.get(call.meter, LuaInteger.valueOf(position));
    }

    static LuaValue insert(BuiltinCall call, Table table, int length) {
        if (call.count != 2 && call.count != 3) {
            throw LuaFault.of("wrong number of arguments to 'insert'");
        }
        int end = length + 1;
        int position = call.count == 2 ? end : (int) call.checkNumber(2);
        if (call.count == 3 && (position < 1 || position > end)) {
            throw call.badArgument(2, "position out of bounds");
        }
        if (length == table.count) {
            table.insert(call.meter, position, call.arg(call.count));
        } else {
            move(call.meter, table, end, position, -1);
            table.set(call.meter, LuaInteger.valueOf(position), call.arg(call.count));
        }
        return BuiltinCall.NONE;
    }

    /** Moves entries by one, towards the first place: one by one, because {@code __len} says where the list ends. */
    private static void move(Meter meter, Table table, int first, int last, int step) {
        for (int i = first; i != last; i += step) {
            meter.charge(2);
            table.set(meter, LuaInteger.valueOf(i), table.get(meter, LuaInteger.valueOf(i + step)));
        }
    }

    static LuaValue pack(BuiltinCall call) {
        Table table = Table.of(call.meter, call.count, 1);
        table.fill(call.meter, 1, call.registers, call.first, call.count);
        table.set(call.meter, InternedNames.N, LuaInteger.valueOf(call.count));
        return table;
    }

    static LuaValue remove(BuiltinCall call, Table table, int size) {
        int position = call.optInt(2, size);
        if (position == 0 && size > 0) {
            // An error in the last releases, but the test suite of 5.2 wants nil.
            return LuaValue.NIL;
        }
        if (call.count > 1 && position != size && (position < 1 || position > size + 1)) {
            throw call.badArgument(1, "position out of bounds");
        }
        if (position >= 1 && position <= size && size == table.count) {
            return table.remove(call.meter, position);
        }
        LuaValue old = table.get(call.meter, LuaInteger.valueOf(position));
        int hole = Math.max(position, size);
        move(call.meter, table, position, hole, 1);
        table.set(call.meter, LuaInteger.valueOf(hole), LuaValue.NIL);
        return old;
    }

    static LuaValue sort(BuiltinCall call, Table table, int length) {
        LuaValue comparator = call.isNoneOrNil(2) ? null : call.checkFunction(2);
        if (length < 2) {
            return BuiltinCall.NONE;
        }
        call.meter.charge(length >> Prices.SEEN_SHIFT);
        call.meter.allocate(Prices.SUSPENDED + (long) Prices.REGISTER * length);
        return call.start(new SortRun(call.meter, table, length, comparator)::begin);
    }

    static LuaValue unpack(BuiltinCall call, Table table, int length) {
        long first = call.optLong(2, 1);
        long last = call.optLong(3, length);
        if (first > last) {
            return BuiltinCall.NONE;
        }
        if (last - first >= call.run.limits.callValues() || last > Integer.MAX_VALUE || first < Integer.MIN_VALUE) {
            throw LuaFault.of("too many results to unpack");
        }
        call.begin();
        for (long i = first; i <= last; i++) {
            call.meter.charge(1);
            call.add(at(call, table, (int) i));
        }
        return BuiltinCall.SEVERAL;
    }
}
