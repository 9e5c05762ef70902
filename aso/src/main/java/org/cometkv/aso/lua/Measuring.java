package org.cometkv.aso.lua;

import java.util.Arrays;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;

/** Functions of lists whose {@code __len} is asked first: how long a list is may be up to the script. */
final class Measuring {

    /** What is done with a list once its length is known. */
    interface Body {
        LuaValue call(Call call, Table table, int length);
    }

    private Measuring() {}

    /** A function that always needs the length. */
    static Builtin.Body of(Body body) {
        return unless(0, body);
    }

    /** A function that does not need the length if the argument of this number says where to end. */
    static Builtin.Body unless(int argument, Body body) {
        return call -> {
            Table table = call.checkTable(1);
            if (table.metatable == null || argument > 0 && !call.isNoneOrNil(argument)) {
                return body.call(call, table, table.count);
            }
            LuaValue handler = Metatables.of(call.meter, table, Names.LEN);
            return handler == LuaValue.NIL ? body.call(call, table, table.count) : ask(call, handler, body);
        };
    }

    private static LuaValue ask(Call call, LuaValue handler, Body body) {
        call.meter.allocate(Prices.SUSPENDED + (long) Prices.REGISTER * call.count);
        Builtin function = call.function;
        LuaValue[] arguments = Arrays.copyOfRange(call.registers, call.first, call.first + call.count);
        return call.start(handler, answer -> {
            if (!(Arith.coerced(answer.arg(1), answer.meter) instanceof LuaNumber length)) {
                throw LuaFault.of("object length is not a number");
            }
            // Its frame makes way, so that the function runs as if it were called only now.
            Frame own = answer.run.frame;
            answer.run.frame = own.below;
            answer.registers = arguments;
            answer.first = 0;
            answer.count = arguments.length;
            answer.function = function;
            answer.kind = own.kind;
            answer.target = own.target;
            answer.wanted = own.wanted;
            return body.call(answer, (Table) arguments[0], (int) length.todouble());
        });
    }
}
