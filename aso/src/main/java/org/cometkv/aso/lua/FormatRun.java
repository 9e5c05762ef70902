package org.cometkv.aso.lua;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.FormatDirective;
import org.cometkv.aso.lua.text.LuaStringBuilder;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** One {@code string.format}: a plain loop, cut where a value has a {@code __tostring}. */
final class FormatRun {

    private final Builtin function;
    private final LuaString format;
    private final LuaStringBuilder out;
    private int at;
    private int argument = 1;
    private LuaValue[] arguments;

    FormatRun(BuiltinCall call) {
        this.function = call.function;
        this.format = call.checkString(1);
        this.out = new LuaStringBuilder(call.meter);
        this.at = format.m_offset;
    }

    /** Shows what is left of the format; in a frame of its own, once a metamethod of the script has to say how. */
    LuaValue proceed(BuiltinCall call) {
        byte[] bytes = format.m_bytes;
        int end = format.m_offset + format.m_length;
        while (at < end) {
            int run = at;
            while (at < end && bytes[at] != '%') {
                at++;
            }
            out.append(bytes, run, at - run);
            call.meter.charge(Prices.DIRECTIVE);
            if (at + 1 < end && bytes[at + 1] == '%') {
                out.append('%');
                at += 2;
            } else if (at < end) {
                argument++;
                if (argument > call.count) {
                    throw call.badArgument(argument, "no value");
                }
                FormatDirective directive = FormatDirective.of(bytes, at + 1, end);
                at = directive.end();
                if (show(directive, call)) {
                    return ask(directive, call);
                }
            }
        }
        return out.finish();
    }

    private LuaValue ask(FormatDirective directive, BuiltinCall call) {
        LuaValue value = call.arg(argument);
        LuaValue metamethod = Metatables.of(call.meter, value, InternedNames.TOSTRING);
        Builtin.Body then = answer -> described(directive, answer);
        if (arguments != null) {
            return call.invoke(then, metamethod, value);
        }
        call.meter.allocate(16 + 4L * call.count);
        arguments = Arrays.copyOfRange(call.registers, call.first, call.first + call.count);
        return call.start(asking -> asking.invoke(then, metamethod, value));
    }

    private LuaValue described(FormatDirective directive, BuiltinCall call) {
        LuaValue result = Numbers.coerced(call.arg(1), call.meter);
        call.over(arguments, 0, arguments.length).function = function;
        if (!(result instanceof LuaString text)) {
            throw LuaFault.of("'tostring' must return a string");
        }
        directive.text(text, out);
        return proceed(call);
    }

    /** Shows one argument; true if that needs a metamethod. */
    private boolean show(FormatDirective directive, BuiltinCall call) {
        switch (directive.conversion()) {
            case 'c' -> directive.character((int) (long) call.checkNumber(argument), out);
            case 'd', 'i', 'u', 'o', 'x', 'X' -> integer(directive, call);
            case 'e', 'E', 'f', 'g', 'G', 'a', 'A' -> {
                double real = call.checkNumber(argument);
                call.meter.charge(directive.cost(real));
                out.append(directive.real(real));
            }
            case 'q' -> FormatDirective.quote(call.checkString(argument), out, call.meter);
            case 's' -> {
                LuaValue value = call.arg(argument);
                if (Metatables.of(call.meter, value, InternedNames.TOSTRING) != LuaValue.NIL) {
                    return true;
                }
                directive.text(BaseFunctions.text(value, call), out);
            }
            default -> throw directive.unknown();
        }
        return false;
    }

    private void integer(FormatDirective directive, BuiltinCall call) {
        double number = call.checkNumber(argument);
        call.meter.charge(Prices.WHOLE + directive.padding());
        byte[] digits = directive.integer(number);
        if (digits == null) {
            boolean signed = directive.conversion() == 'd' || directive.conversion() == 'i';
            throw call.badArgument(
                    argument, signed ? "not a number in proper range" : "not a non-negative number in proper range");
        }
        out.append(digits);
    }
}
