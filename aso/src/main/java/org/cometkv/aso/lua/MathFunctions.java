package org.cometkv.aso.lua;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.NegativeZero;
import org.cometkv.aso.lua.text.Numbers;
import org.cometkv.aso.lua.text.RandomState;
import org.luaj.vm2.LuaValue;

/** Lua's math library, the same on every machine. */
final class MathFunctions {

    static final double RADIANS_PER_DEGREE = Math.PI / 180;

    private MathFunctions() {}

    /** A function of one number. */
    static Builtin.Body of(DoubleUnaryOperator function) {
        return call -> {
            call.meter.charge(Prices.MATH);
            return NegativeZero.box(function.applyAsDouble(call.checkNumber(1)));
        };
    }

    /** A function of two numbers. */
    static Builtin.Body of(DoubleBinaryOperator function) {
        return call -> {
            call.meter.charge(Prices.MATH);
            return NegativeZero.box(function.applyAsDouble(call.checkNumber(1), call.checkNumber(2)));
        };
    }

    /** A function that joins any number of numbers, one at least. */
    static Builtin.Body joining(DoubleBinaryOperator function) {
        return call -> {
            call.meter.charge(call.count);
            double joined = call.checkNumber(1);
            for (int i = 2; i <= call.count; i++) {
                joined = function.applyAsDouble(joined, call.checkNumber(i));
            }
            return NegativeZero.box(joined);
        };
    }

    static LuaValue modf(BuiltinCall call) {
        double number = call.checkNumber(1);
        return call.results(NegativeZero.box(Numbers.whole(number)), NegativeZero.box(ArithmeticOps.fraction(number)));
    }

    static LuaValue frexp(BuiltinCall call) {
        double number = call.checkNumber(1);
        int exponent = ArithmeticOps.exponent(number);
        return call.results(
                NegativeZero.box(ArithmeticOps.scaled(number, -(double) exponent)), LuaValue.valueOf(exponent));
    }

    static LuaValue log(BuiltinCall call) {
        call.meter.charge(Prices.MATH);
        double number = call.checkNumber(1);
        return NegativeZero.box(
                call.isNoneOrNil(2) ? StrictMath.log(number) : ArithmeticOps.logarithm(number, call.checkNumber(2)));
    }

    static LuaValue random(BuiltinCall call) {
        if (call.count > 2) {
            throw LuaFault.of("wrong number of arguments");
        }
        int last = call.count;
        double low = last == 2 ? call.checkNumber(1) : 1;
        double high = last == 0 ? 0 : call.checkNumber(last);
        if (last > 0 && !(low <= high)) {
            throw call.badArgument(last, "interval is empty");
        }
        RandomState state = call.run.random();
        return NegativeZero.box(last == 0 ? state.next() : ArithmeticOps.random(state, low, high));
    }
}
