package org.cometkv.aso.lua;

import static org.luaj.vm2.Lua.GETARG_A;
import static org.luaj.vm2.Lua.GETARG_B;
import static org.luaj.vm2.Lua.GETARG_Bx;
import static org.luaj.vm2.Lua.GETARG_C;
import static org.luaj.vm2.Lua.GETARG_sBx;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Upvaldesc;

/**
 * The loop that executes Lua 5.2 instructions, one unit of fuel each.
 *
 * <p>Calls, metamethods and errors push and pop frames and never recurse; whatever may do so writes the program
 * counter back first and reloads the frame on top afterwards. The loop stays well below the 8,000 bytes of JVM code
 * beyond which HotSpot does not compile a method: what is hot is inline, all else is in static methods.
 */
final class Interpreter {

    private static final int CONSTANT = 0xff;
    private static final int FIELDS_PER_FLUSH = 50;

    private Interpreter() {}

    /** Executes until the event ends, fails, yields or waits. */
    static int execute(EventRun run) {
        LuaFault fault = null;
        while (true) {
            try {
                // Unwinding may fault as well: it calls the script's error handlers.
                return fault == null || CallOps.unwind(run, fault) ? loop(run) : CallOps.FAILED;
            } catch (LuaFault raised) {
                fault = raised;
            }
        }
    }

    private static int loop(EventRun run) {
        Frame f = run.frame;
        reload:
        while (true) {
            if (f.closure == null) {
                int state = CallOps.settle(run);
                if (state != CallOps.RUNNING) {
                    return state;
                }
                f = run.frame;
            }
            int[] code = f.closure.code;
            LuaValue[] k = f.closure.constants;
            LuaValue[] r = f.registers;
            int pc = f.pc;
            while (true) {
                if (--run.fuel < 0) {
                    run.fuel++;
                    f.pc = pc;
                    if (run.fuel + run.reserve <= 0) {
                        throw Budget.outOfFuel();
                    }
                    return CallOps.YIELDED;
                }
                int i = code[pc++];
                // Each case takes its own number away from the instruction, which tells HotSpot that no two decode the
                // same: else it computes all that any two have in common before every switch. What leaves the switch
                // has pushed or popped frames, or may have.
                switch (i & 0x3f) {
                    case Lua.OP_MOVE:
                        i ^= Lua.OP_MOVE;
                        r[GETARG_A(i)] = r[GETARG_B(i)];
                        continue;
                    case Lua.OP_LOADK:
                        i ^= Lua.OP_LOADK;
                        r[GETARG_A(i)] = k[GETARG_Bx(i)];
                        continue;
                    case Lua.OP_LOADBOOL:
                        i ^= Lua.OP_LOADBOOL;
                        r[GETARG_A(i)] = GETARG_B(i) != 0 ? LuaValue.TRUE : LuaValue.FALSE;
                        pc += GETARG_C(i) != 0 ? 1 : 0;
                        continue;
                    case Lua.OP_LOADNIL:
                        i ^= Lua.OP_LOADNIL;
                        run.fuel -= GETARG_B(i) >> Prices.SEEN_SHIFT;
                        for (int n = GETARG_A(i), last = n + GETARG_B(i); n <= last; n++) {
                            r[n] = LuaValue.NIL;
                        }
                        continue;
                    case Lua.OP_GETUPVAL:
                        i ^= Lua.OP_GETUPVAL;
                        r[GETARG_A(i)] = f.closure.upvalues[GETARG_B(i)].get();
                        continue;
                    case Lua.OP_GETTABUP: {
                        i ^= Lua.OP_GETTABUP;
                        LuaValue object = f.closure.upvalues[GETARG_B(i)].get();
                        LuaValue key = rk(GETARG_C(i), r, k);
                        if (object instanceof Table table) {
                            LuaValue value = table.get(run, key);
                            if (value != LuaValue.NIL || table.metatable == null) {
                                r[GETARG_A(i)] = value;
                                continue;
                            }
                        }
                        f.pc = pc;
                        IndexOps.get(run, f, object, key, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_GETTABLE: {
                        i ^= Lua.OP_GETTABLE;
                        LuaValue object = r[GETARG_B(i)];
                        LuaValue key = rk(GETARG_C(i), r, k);
                        if (object instanceof Table table) {
                            LuaValue value = table.get(run, key);
                            if (value != LuaValue.NIL || table.metatable == null) {
                                r[GETARG_A(i)] = value;
                                continue;
                            }
                        }
                        f.pc = pc;
                        IndexOps.get(run, f, object, key, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_SELF: {
                        i ^= Lua.OP_SELF;
                        LuaValue object = r[GETARG_B(i)];
                        LuaValue key = rk(GETARG_C(i), r, k);
                        r[GETARG_A(i) + 1] = object;
                        if (object instanceof Table table) {
                            LuaValue value = table.get(run, key);
                            if (value != LuaValue.NIL || table.metatable == null) {
                                r[GETARG_A(i)] = value;
                                continue;
                            }
                        }
                        f.pc = pc;
                        IndexOps.get(run, f, object, key, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_SETTABUP: {
                        i ^= Lua.OP_SETTABUP;
                        LuaValue object = f.closure.upvalues[GETARG_A(i)].get();
                        f.pc = pc;
                        if (object instanceof Table table && table.metatable == null) {
                            table.set(run, rk(GETARG_B(i), r, k), rk(GETARG_C(i), r, k));
                            continue;
                        }
                        IndexOps.set(run, f, object, rk(GETARG_B(i), r, k), rk(GETARG_C(i), r, k));
                        break;
                    }
                    case Lua.OP_SETTABLE: {
                        i ^= Lua.OP_SETTABLE;
                        LuaValue object = r[GETARG_A(i)];
                        f.pc = pc;
                        if (object instanceof Table table && table.metatable == null) {
                            table.set(run, rk(GETARG_B(i), r, k), rk(GETARG_C(i), r, k));
                            continue;
                        }
                        IndexOps.set(run, f, object, rk(GETARG_B(i), r, k), rk(GETARG_C(i), r, k));
                        break;
                    }
                    case Lua.OP_SETUPVAL: {
                        i ^= Lua.OP_SETUPVAL;
                        UpValue up = f.closure.upvalues[GETARG_B(i)];
                        if (up.guarded && !up.kept && !run.loading) {
                            run.keep(up);
                        }
                        up.set(r[GETARG_A(i)]);
                        continue;
                    }
                    case Lua.OP_NEWTABLE:
                        i ^= Lua.OP_NEWTABLE;
                        r[GETARG_A(i)] = Table.of(run, size(GETARG_B(i)), size(GETARG_C(i)));
                        continue;
                    case Lua.OP_ADD: {
                        i ^= Lua.OP_ADD;
                        LuaValue x = rk(GETARG_B(i), r, k);
                        LuaValue y = rk(GETARG_C(i), r, k);
                        if (x instanceof LuaInteger m && y instanceof LuaInteger n) {
                            r[GETARG_A(i)] = ArithmeticOps.integer((long) m.v + n.v);
                            continue;
                        }
                        LuaValue result = ArithmeticOps.numbers(Lua.OP_ADD, x, y);
                        if (result != null) {
                            r[GETARG_A(i)] = result;
                            continue;
                        }
                        f.pc = pc;
                        ArithmeticOps.any(run, f, Lua.OP_ADD, x, y, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_SUB, Lua.OP_MUL, Lua.OP_DIV, Lua.OP_MOD, Lua.OP_POW: {
                        int opcode = i & 0x3f;
                        i ^= opcode;
                        if (opcode == Lua.OP_POW) {
                            run.fuel -= Prices.POWER;
                        }
                        LuaValue x = rk(GETARG_B(i), r, k);
                        LuaValue y = rk(GETARG_C(i), r, k);
                        LuaValue result = ArithmeticOps.numbers(opcode, x, y);
                        if (result != null) {
                            r[GETARG_A(i)] = result;
                            continue;
                        }
                        f.pc = pc;
                        ArithmeticOps.any(run, f, opcode, x, y, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_UNM: {
                        i ^= Lua.OP_UNM;
                        LuaValue x = r[GETARG_B(i)];
                        f.pc = pc;
                        ArithmeticOps.any(run, f, Lua.OP_UNM, x, x, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_NOT:
                        i ^= Lua.OP_NOT;
                        r[GETARG_A(i)] = isTrue(r[GETARG_B(i)]) ? LuaValue.FALSE : LuaValue.TRUE;
                        continue;
                    case Lua.OP_LEN: {
                        i ^= Lua.OP_LEN;
                        LuaValue x = r[GETARG_B(i)];
                        if (x instanceof Table table && table.metatable == null) {
                            r[GETARG_A(i)] = LuaInteger.valueOf(table.count);
                            continue;
                        }
                        f.pc = pc;
                        ComparisonOps.length(run, f, x, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_CONCAT:
                        i ^= Lua.OP_CONCAT;
                        f.pc = pc;
                        ConcatOps.of(run, f, GETARG_B(i), GETARG_C(i), GETARG_A(i));
                        break;
                    case Lua.OP_JMP:
                        i ^= Lua.OP_JMP;
                        pc += GETARG_sBx(i);
                        if (GETARG_A(i) > 0) {
                            f.close(GETARG_A(i) - 1);
                        }
                        continue;
                    case Lua.OP_EQ: {
                        i ^= Lua.OP_EQ;
                        LuaValue x = rk(GETARG_B(i), r, k);
                        LuaValue y = rk(GETARG_C(i), r, k);
                        boolean equal = RawEquality.equal(run, x, y);
                        if (!equal && x instanceof Table s && s.metatable != null && y instanceof Table t) {
                            f.pc = pc;
                            ComparisonOps.equal(run, f, s, t, GETARG_A(i));
                            break;
                        }
                        pc += equal != (GETARG_A(i) != 0) ? 1 : 0;
                        continue;
                    }
                    case Lua.OP_LT: {
                        i ^= Lua.OP_LT;
                        LuaValue x = rk(GETARG_B(i), r, k);
                        LuaValue y = rk(GETARG_C(i), r, k);
                        if (x instanceof LuaNumber && y instanceof LuaNumber) {
                            pc += x.todouble() < y.todouble() != (GETARG_A(i) != 0) ? 1 : 0;
                            continue;
                        }
                        f.pc = pc;
                        ComparisonOps.order(run, f, Lua.OP_LT, x, y, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_LE: {
                        i ^= Lua.OP_LE;
                        LuaValue x = rk(GETARG_B(i), r, k);
                        LuaValue y = rk(GETARG_C(i), r, k);
                        if (x instanceof LuaNumber && y instanceof LuaNumber) {
                            pc += x.todouble() <= y.todouble() != (GETARG_A(i) != 0) ? 1 : 0;
                            continue;
                        }
                        f.pc = pc;
                        ComparisonOps.order(run, f, Lua.OP_LE, x, y, GETARG_A(i));
                        break;
                    }
                    case Lua.OP_TEST:
                        i ^= Lua.OP_TEST;
                        pc += isTrue(r[GETARG_A(i)]) != (GETARG_C(i) != 0) ? 1 : 0;
                        continue;
                    case Lua.OP_TESTSET: {
                        i ^= Lua.OP_TESTSET;
                        LuaValue x = r[GETARG_B(i)];
                        if (isTrue(x) != (GETARG_C(i) != 0)) {
                            pc++;
                        } else {
                            r[GETARG_A(i)] = x;
                        }
                        continue;
                    }
                    case Lua.OP_CALL: {
                        i ^= Lua.OP_CALL;
                        f.pc = pc;
                        int at = GETARG_A(i);
                        int count = GETARG_B(i) != 0 ? GETARG_B(i) - 1 : f.top - at - 1;
                        int wanted = GETARG_C(i) - 1;
                        if (r[at] instanceof Closure called) {
                            f = CallOps.enter(run, called, r, at + 1, count);
                            f.returns(Frame.ORDINARY, at, wanted);
                            continue reload;
                        }
                        if (wanted == 1 && r[at] instanceof Builtin builtin) {
                            LuaValue result = CallOps.builtin(run, builtin, r, at + 1, count);
                            if (result != BuiltinCall.CALLING
                                    && result != BuiltinCall.SEVERAL
                                    && result != BuiltinCall.NONE) {
                                r[at] = result;
                                continue;
                            }
                            CallOps.deliver(run, f, Frame.ORDINARY, at, 1, result);
                        } else {
                            CallOps.call(run, f, at, count, Frame.ORDINARY, at, wanted);
                        }
                        break;
                    }
                    case Lua.OP_TAILCALL:
                        i ^= Lua.OP_TAILCALL;
                        f.pc = pc;
                        CallOps.tailCall(
                                run, f, GETARG_A(i), GETARG_B(i) != 0 ? GETARG_B(i) - 1 : f.top - GETARG_A(i) - 1);
                        break;
                    case Lua.OP_RETURN: {
                        i ^= Lua.OP_RETURN;
                        int count = GETARG_B(i) != 0 ? GETARG_B(i) - 1 : f.top - GETARG_A(i);
                        if (f.open != null) {
                            f.close(0);
                        }
                        if (f.kind != Frame.ORDINARY || f.wanted >>> 1 != 0) {
                            CallOps.leave(run, f, GETARG_A(i), count);
                            break;
                        }
                        if (f.wanted == 1) {
                            f.below.registers[f.target] = count > 0 ? r[GETARG_A(i)] : LuaValue.NIL;
                        }
                        f = f.below;
                        run.frame = f;
                        continue reload;
                    }
                    case Lua.OP_FORLOOP: {
                        i ^= Lua.OP_FORLOOP;
                        int at = GETARG_A(i);
                        if (r[at] instanceof LuaInteger index
                                && r[at + 1] instanceof LuaInteger limit
                                && r[at + 2] instanceof LuaInteger step) {
                            long next = (long) index.v + step.v;
                            if (step.v > 0 ? next <= limit.v : limit.v <= next) {
                                r[at] = r[at + 3] = ArithmeticOps.integer(next);
                                pc += GETARG_sBx(i);
                            }
                        } else if (ArithmeticOps.stepLoop(r, at)) {
                            pc += GETARG_sBx(i);
                        }
                        continue;
                    }
                    case Lua.OP_FORPREP:
                        i ^= Lua.OP_FORPREP;
                        f.pc = pc;
                        ArithmeticOps.prepareLoop(run, r, GETARG_A(i));
                        pc += GETARG_sBx(i);
                        continue;
                    case Lua.OP_TFORCALL:
                        i ^= Lua.OP_TFORCALL;
                        f.pc = pc;
                        if (Iteration.inline(run, r, GETARG_A(i), GETARG_C(i))) {
                            continue;
                        }
                        iterate(run, f, GETARG_A(i), GETARG_C(i));
                        break;
                    case Lua.OP_TFORLOOP:
                        i ^= Lua.OP_TFORLOOP;
                        if (r[GETARG_A(i) + 1] != LuaValue.NIL) {
                            r[GETARG_A(i)] = r[GETARG_A(i) + 1];
                            pc += GETARG_sBx(i);
                        }
                        continue;
                    case Lua.OP_SETLIST: {
                        i ^= Lua.OP_SETLIST;
                        int count = GETARG_B(i) != 0 ? GETARG_B(i) : f.top - GETARG_A(i) - 1;
                        int block = GETARG_C(i) != 0 ? GETARG_C(i) : code[pc++];
                        ((Table) r[GETARG_A(i)])
                                .fill(run, (block - 1) * FIELDS_PER_FLUSH + 1, r, GETARG_A(i) + 1, count);
                        continue;
                    }
                    case Lua.OP_CLOSURE:
                        i ^= Lua.OP_CLOSURE;
                        r[GETARG_A(i)] = newClosure(run, f, f.closure.prototype.p[GETARG_Bx(i)]);
                        continue;
                    case Lua.OP_VARARG:
                        i ^= Lua.OP_VARARG;
                        f.pc = pc;
                        varargs(run, f, GETARG_A(i), GETARG_B(i) - 1);
                        break;
                    default:
                        throw new IllegalStateException("the compiler gave an unknown instruction: " + (i & 0x3f));
                }
                f = run.frame;
                continue reload;
            }
        }
    }

    /** An operand that is a register or a constant. */
    private static LuaValue rk(int operand, LuaValue[] r, LuaValue[] k) {
        return operand > CONSTANT ? k[operand & 0xff] : r[operand];
    }

    private static boolean isTrue(LuaValue value) {
        return value != LuaValue.NIL && value != LuaValue.FALSE;
    }

    /** Sizes are coded as a mantissa of three bits and an exponent. */
    private static int size(int coded) {
        int exponent = coded >> 3 & 0x1f;
        return exponent == 0 ? coded : ((coded & 7) + 8) << exponent - 1;
    }

    private static LuaValue newClosure(EventRun run, Frame f, Prototype p) {
        Upvaldesc[] wanted = p.upvalues;
        run.charge(wanted.length >> Prices.SEEN_SHIFT);
        run.allocate(Prices.CLOSURE + (long) Prices.CLOSURE_VARIABLE * wanted.length);
        UpValue[] upvalues = new UpValue[wanted.length];
        for (int i = 0; i < upvalues.length; i++) {
            Upvaldesc up = wanted[i];
            upvalues[i] = up.instack ? f.capture(up.idx, run.loading, run) : f.closure.upvalues[up.idx];
        }
        Closure last = run.lastMade;
        if (last != null && last.prototype == p && Arrays.equals(last.upvalues, upvalues)) {
            return last;
        }
        int number = run.chunkClosures == null ? 0 : run.chunkClosures.size() + 1;
        Closure made = new Closure(p, upvalues, number);
        if (number > 0) {
            run.chunkClosures.add(made);
        }
        run.lastMade = made;
        return made;
    }

    private static void iterate(EventRun run, Frame f, int a, int wanted) {
        LuaValue[] r = run.room(f, a + 3 + Math.max(wanted, 3));
        r[a + 3] = r[a];
        r[a + 4] = r[a + 1];
        r[a + 5] = r[a + 2];
        CallOps.call(run, f, a + 3, 2, Frame.ORDINARY, a + 3, wanted);
    }

    private static void varargs(EventRun run, Frame f, int a, int wanted) {
        LuaValue[] values = f.varargs;
        int count = wanted == Frame.OPEN ? values.length : Math.min(wanted, values.length);
        run.charge(count);
        LuaValue[] r = run.room(f, a + Math.max(count, wanted) + 1);
        System.arraycopy(values, 0, r, a, count);
        CallOps.fillNil(run, r, a + count, a + wanted);
        if (wanted == Frame.OPEN) {
            f.top = a + count;
        }
    }
}
