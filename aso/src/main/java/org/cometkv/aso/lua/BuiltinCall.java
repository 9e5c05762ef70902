package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cometkv.aso.Question;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/**
 * One call of a library function: its arguments in the caller's registers, and the forms of its results.
 *
 * <p>One object serves all calls of a run in turn; it is valid until the body returns or invokes a function.
 */
final class BuiltinCall {

    /** The result of a function that returns nothing. */
    static final LuaValue NONE = LuaValue.NONE;

    /** The result of a function whose results are in {@link #out}. */
    static final LuaValue SEVERAL = new LuaUserdata("several results");

    /** The result of a function that goes on when one of the script has ended. */
    static final LuaValue CALLING = null;

    /** The result of a function that waits for the host. */
    static final LuaValue WAITING = new LuaUserdata("waiting");

    private static final int OUT = 8;
    private static final int OUT_KEPT = 256;

    final EventRun run;
    final Meter meter;

    LuaValue[] registers;
    int first;

    /** How many arguments there are. */
    int count;

    Builtin function;

    LuaValue[] out = new LuaValue[OUT];
    int outCount;

    BuiltinCall(EventRun run) {
        this.run = run;
        this.meter = run;
    }

    /** Has these values as its arguments. */
    BuiltinCall over(LuaValue[] values, int from, int number) {
        registers = values;
        first = from;
        count = number;
        return this;
    }

    /** The argument of this number, from 1; nil if there is none. */
    LuaValue arg(int number) {
        return number <= count ? registers[first + number - 1] : LuaValue.NIL;
    }

    boolean isNoneOrNil(int number) {
        return arg(number) == LuaValue.NIL;
    }

    LuaValue checkAny(int number) {
        if (number > count) {
            throw badArgument(number, "value expected");
        }
        return registers[first + number - 1];
    }

    Table checkTable(int number) {
        if (arg(number) instanceof Table table) {
            return table;
        }
        throw typeError(number, "table");
    }

    LuaFunction checkFunction(int number) {
        if (arg(number) instanceof LuaFunction given) {
            return given;
        }
        throw typeError(number, "function");
    }

    /** A string, or a number in its text. */
    LuaString checkString(int number) {
        LuaValue value = arg(number);
        if (value instanceof LuaString text) {
            return text;
        }
        if (value instanceof LuaNumber) {
            return Numbers.text(value, meter);
        }
        throw typeError(number, "string");
    }

    LuaString optString(int number, LuaString otherwise) {
        return isNoneOrNil(number) ? otherwise : checkString(number);
    }

    /** A number, or a string that is one; to cut it to an integer, cast it: beyond the range is the nearest end. */
    double checkNumber(int number) {
        if (ArithmeticOps.coerced(arg(number), meter) instanceof LuaNumber given) {
            return given.todouble();
        }
        throw typeError(number, "number");
    }

    long optLong(int number, long otherwise) {
        return isNoneOrNil(number) ? otherwise : (long) checkNumber(number);
    }

    int optInt(int number, int otherwise) {
        return isNoneOrNil(number) ? otherwise : (int) checkNumber(number);
    }

    /** {@code bad argument #1 to 'insert' (table expected, got nil)}. */
    LuaFault typeError(int number, String expected) {
        String got = number > count ? "no value" : arg(number).typename();
        return badArgument(number, expected + " expected, got " + got);
    }

    LuaFault badArgument(int number, String message) {
        int shown = Faults.isMethodCall(run, this) ? number - 1 : number;
        String what = shown == 0
                ? "calling '" + function.shortName() + "' on bad self"
                : "bad argument #" + shown + " to '" + function.shortName() + "'";
        return LuaFault.of(what + " (" + message + ")");
    }

    /** A few results. */
    LuaValue results(LuaValue... values) {
        Frame.copy(values, 0, out, 0, values.length);
        outCount = values.length;
        return SEVERAL;
    }

    /** {@code nil, reason}. */
    LuaValue refusal(LuaValue first, String reason) {
        return results(first, text(reason));
    }

    /** Begins a list of results of any length; then {@link #add} each and return {@link #SEVERAL}. */
    BuiltinCall begin() {
        outCount = 0;
        return this;
    }

    void add(LuaValue value) {
        if (outCount >= run.limits.callValues()) {
            throw LuaFault.of("too many results");
        }
        if (outCount == out.length) {
            out = Arrays.copyOf(out, 2 * outCount);
        }
        out[outCount++] = value;
    }

    /** Adds the arguments from this number on, as the last results. */
    LuaValue addArguments(int from) {
        for (int i = from; i <= count; i++) {
            add(arg(i));
        }
        return SEVERAL;
    }

    /** A new string, charged. */
    LuaString text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        meter.allocate((long) Prices.STRING + bytes.length);
        return LuaString.valueUsing(bytes);
    }

    /** Goes on in a frame of its own, as functions of the script are called from one only; with the same arguments. */
    LuaValue start(Builtin.Body step) {
        return start(step, null);
    }

    /** The same; an error in a function called from there ends there, and is the argument of what then goes on. */
    LuaValue start(Builtin.Body step, Builtin.Body catcher) {
        run.push(this, step, catcher);
        return CALLING;
    }

    /** Calls a metamethod with the first argument, and gives what is then made of its results. */
    LuaValue start(LuaValue handler, Builtin.Body then) {
        return start(call -> call.invoke(then, handler, call.arg(1)));
    }

    /** Only in a frame of its own: calls a value, and goes on with its results. */
    LuaValue invoke(Builtin.Body then, LuaValue function, LuaValue... arguments) {
        Frame own = run.frame;
        own.step = then;
        CallOps.invoke(run, own, Frame.STEP, 0, Frame.OPEN, function, arguments);
        return CALLING;
    }

    /** Only in a frame of its own, first thing: calls the first argument with the others, and goes on. */
    LuaValue invokeArguments(Builtin.Body then) {
        run.frame.step = then;
        CallOps.invoke(run, run.frame, count - 1);
        return CALLING;
    }

    /** Only in a frame of its own: asks the host when the event gives its thread back, and goes on with the reply. */
    LuaValue ask(Question question, Builtin.Body then) {
        run.question = question;
        run.frame.step = then;
        return WAITING;
    }

    /** Lets go of what the last event left here. */
    void clear() {
        registers = null;
        function = null;
        if (out.length > OUT_KEPT) {
            out = new LuaValue[OUT];
        } else {
            Arrays.fill(out, null);
        }
    }
}
