package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The {@code ..} of several values: from the right, with metamethods where there are any. */
final class ConcatOps implements Builtin.Body {

    private static final int SHORT = 8;

    private final LuaValue[] operands;
    private int left;

    private ConcatOps(LuaValue[] operands) {
        this.operands = operands;
        this.left = operands.length;
    }

    /** Joins registers of the Lua function on top; the result arrives in the target register. */
    static void of(EventRun run, Frame f, int first, int last, int target) {
        LuaValue[] registers = f.registers;
        for (int i = first; i <= last; i++) {
            if (!isText(registers[i])) {
                withMetamethods(run, f, first, last, target);
                return;
            }
        }
        long length = 0;
        for (int i = first; i <= last; i++) {
            if (registers[i] instanceof LuaInteger whole) {
                // Its digits are written in place; the price is that of a text of its own.
                length += Numbers.charge(whole.v, run);
                continue;
            }
            registers[i] = Numbers.coerced(registers[i], run);
            length += ((LuaString) registers[i]).m_length;
        }
        registers[target] = join(run, registers, first, last, length);
    }

    private static LuaString join(Meter meter, LuaValue[] values, int first, int last, long length) {
        meter.charge(length >> Prices.COPIED_SHIFT);
        meter.allocate(Prices.STRING + length);
        byte[] bytes = new byte[(int) length];
        int at = 0;
        for (int i = first; i <= last; i++) {
            if (values[i] instanceof LuaInteger whole) {
                at = Numbers.write(whole.v, bytes, at);
                continue;
            }
            LuaString text = (LuaString) values[i];
            copy(text.m_bytes, text.m_offset, bytes, at, text.m_length);
            at += text.m_length;
        }
        return LuaString.valueUsing(bytes);
    }

    /** Short ones singly: to begin a copy of arrays has its price. */
    private static void copy(byte[] from, int offset, byte[] to, int at, int length) {
        if (length > SHORT) {
            System.arraycopy(from, offset, to, at, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to[at + i] = from[offset + i];
        }
    }

    private static void withMetamethods(EventRun run, Frame f, int first, int last, int target) {
        for (int i = last - 1; i >= first; i--) {
            LuaValue x = f.registers[i];
            LuaValue y = f.registers[i + 1];
            if (isText(x) && isText(y)) {
                continue;
            }
            // Whatever is joined to the right of here is a string, if no metamethod was met so far.
            if (Metatables.ofEither(run, x, y, InternedNames.CONCAT) == LuaValue.NIL) {
                throw Faults.operands(run, f, "concatenate", isText(x) ? y : x);
            }
            break;
        }
        LuaValue[] operands = new LuaValue[last - first + 1];
        System.arraycopy(f.registers, first, operands, 0, operands.length);
        run.charge(operands.length >> Prices.SEEN_SHIFT);
        run.allocate(Prices.SUSPENDED + (long) Prices.REGISTER * operands.length);
        run.push(run.call.over(f.registers, 0, 0), new ConcatOps(operands), null);
        run.frame.returns(Frame.ORDINARY, target, 1);
    }

    private static boolean isText(LuaValue value) {
        return value instanceof LuaString || value instanceof LuaNumber;
    }

    @Override
    public LuaValue call(BuiltinCall call) {
        LuaValue right = left == operands.length ? operands[--left] : call.arg(1);
        while (left > 0) {
            LuaValue x = operands[--left];
            if (isText(x) && isText(right)) {
                right = pair(call.meter, x, right);
                continue;
            }
            LuaValue handler = Metatables.ofEither(call.meter, x, right, InternedNames.CONCAT);
            if (handler == LuaValue.NIL) {
                LuaValue culprit = isText(x) ? right : x;
                throw LuaFault.of("attempt to concatenate a " + culprit.typename() + " value");
            }
            return call.invoke(this, handler, x, right);
        }
        return right;
    }

    private static LuaValue pair(Meter meter, LuaValue x, LuaValue y) {
        LuaValue[] both = {Numbers.coerced(x, meter), Numbers.coerced(y, meter)};
        return join(meter, both, 0, 1, (long) ((LuaString) both[0]).m_length + ((LuaString) both[1]).m_length);
    }
}
