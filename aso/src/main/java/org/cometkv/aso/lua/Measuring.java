package org.cometkv.aso.lua;

import java.util.Arrays;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** A function of lists whose {@code __len} is asked first: how long a list is may be up to the script. */
final class Measuring extends Task {

    /** What is done with a list once its length is known. */
    interface Body {
        LuaValue call(Call call, Table table, int length);
    }

    private static final int BYTES = 64;
    private static final int ARGUMENT_BYTES = 8;

    private final Body body;
    private final Builtin function;
    private final LuaValue handler;
    private final LuaValue[] arguments;
    private boolean asked;

    private Measuring(Body body, Call call, LuaValue handler) {
        this.body = body;
        this.function = call.function;
        this.handler = handler;
        call.meter.allocate(BYTES + (long) ARGUMENT_BYTES * call.count);
        this.arguments = Arrays.copyOfRange(call.registers, call.first, call.first + call.count);
    }

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
            LuaValue handler = Metatables.of(table, Names.LEN);
            return handler == LuaValue.NIL
                    ? body.call(call, table, table.count)
                    : call.start(new Measuring(body, call, handler));
        };
    }

    @Override
    LuaValue resume(Call call) {
        if (!asked) {
            asked = true;
            return call.invoke(handler, arguments[0]);
        }
        LuaValue said = call.arg(1) instanceof LuaString text ? Numbers.parse(text, call.meter) : call.arg(1);
        if (!(said instanceof LuaNumber length)) {
            throw LuaFault.of("object length is not a number");
        }
        // Its frame makes way, so that the function runs as if it were called only now.
        Frame own = call.run.frame;
        call.run.frame = own.below;
        call.registers = arguments;
        call.first = 0;
        call.count = arguments.length;
        call.function = function;
        call.kind = own.kind;
        call.target = own.target;
        call.wanted = own.wanted;
        return body.call(call, (Table) arguments[0], (int) length.todouble());
    }
}
