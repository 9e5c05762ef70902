package org.cometkv.aso.lua;

import java.util.Arrays;
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
    private static final int CLOSURE_BYTES = 64;

    private Interpreter() {}

    /** Executes until the event ends, fails, yields or waits. */
    static int execute(Run run) {
        LuaFault fault = null;
        while (true) {
            try {
                if (fault != null) {
                    LuaFault pending = fault;
                    fault = null;
                    if (!Calls.unwind(run, pending)) {
                        return Calls.FAILED;
                    }
                }
                return loop(run);
            } catch (LuaFault raised) {
                fault = raised;
            }
        }
    }

    private static int loop(Run run) {
        Meter meter = run.meter;
        Frame f = run.frame;
        reload:
        while (true) {
            if (f.closure == null) {
                int state = Calls.settle(run);
                if (state != Calls.RUNNING) {
                    return state;
                }
                f = run.frame;
            }
            Closure closure = f.closure;
            int[] code = closure.code;
            LuaValue[] k = closure.constants;
            LuaValue[] r = f.registers;
            int pc = f.pc;
            while (true) {
                if (--meter.fuel < 0) {
                    meter.fuel++;
                    f.pc = pc;
                    if (meter.fuel + meter.reserve <= 0) {
                        throw Meter.outOfFuel();
                    }
                    return Calls.YIELDED;
                }
                int i = code[pc++];
                int a = i >> 6 & 0xff;
                switch (i & 0x3f) {
                    case Lua.OP_MOVE:
                        r[a] = r[i >>> 23];
                        continue;
                    case Lua.OP_LOADK:
                        r[a] = k[i >>> 14];
                        continue;
                    case Lua.OP_LOADBOOL:
                        r[a] = i >>> 23 != 0 ? LuaValue.TRUE : LuaValue.FALSE;
                        if ((i & 0x1ff << 14) != 0) {
                            pc++;
                        }
                        continue;
                    case Lua.OP_LOADNIL:
                        for (int b = i >>> 23; b >= 0; b--) {
                            r[a++] = LuaValue.NIL;
                        }
                        continue;
                    case Lua.OP_GETUPVAL: {
                        UpValue up = closure.upvalues[i >>> 23];
                        r[a] = up.cells[up.index];
                        continue;
                    }
                    case Lua.OP_GETTABUP: {
                        UpValue up = closure.upvalues[i >>> 23];
                        LuaValue object = up.cells[up.index];
                        int c = i >> 14 & 0x1ff;
                        LuaValue key = c > CONSTANT ? k[c & 0xff] : r[c];
                        if (object instanceof Table table) {
                            LuaValue value = table.get(meter, key);
                            if (value != LuaValue.NIL || table.metatable == null) {
                                r[a] = value;
                                continue;
                            }
                        }
                        f.pc = pc;
                        Indexing.get(run, f, object, key, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_GETTABLE: {
                        LuaValue object = r[i >>> 23];
                        int c = i >> 14 & 0x1ff;
                        LuaValue key = c > CONSTANT ? k[c & 0xff] : r[c];
                        if (object instanceof Table table) {
                            LuaValue value = table.get(meter, key);
                            if (value != LuaValue.NIL || table.metatable == null) {
                                r[a] = value;
                                continue;
                            }
                        }
                        f.pc = pc;
                        Indexing.get(run, f, object, key, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_SELF: {
                        LuaValue object = r[i >>> 23];
                        int c = i >> 14 & 0x1ff;
                        LuaValue key = c > CONSTANT ? k[c & 0xff] : r[c];
                        f.pc = pc;
                        r[a + 1] = object;
                        if (object instanceof Table table) {
                            LuaValue value = table.get(meter, key);
                            if (value != LuaValue.NIL || table.metatable == null) {
                                r[a] = value;
                                continue;
                            }
                        }
                        Indexing.get(run, f, object, key, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_SETTABUP: {
                        UpValue up = closure.upvalues[a];
                        LuaValue object = up.cells[up.index];
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue key = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue value = c > CONSTANT ? k[c & 0xff] : r[c];
                        f.pc = pc;
                        if (object instanceof Table table && table.metatable == null) {
                            table.set(meter, key, value);
                            continue;
                        }
                        Indexing.set(run, f, object, key, value);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_SETTABLE: {
                        LuaValue object = r[a];
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue key = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue value = c > CONSTANT ? k[c & 0xff] : r[c];
                        f.pc = pc;
                        if (object instanceof Table table && table.metatable == null) {
                            table.set(meter, key, value);
                            continue;
                        }
                        Indexing.set(run, f, object, key, value);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_SETUPVAL: {
                        UpValue up = closure.upvalues[i >>> 23];
                        if (up.guarded && !run.loading) {
                            run.keep(up);
                        }
                        up.cells[up.index] = r[a];
                        continue;
                    }
                    case Lua.OP_NEWTABLE:
                        r[a] = newTable(meter, i);
                        continue;
                    case Lua.OP_ADD: {
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue x = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue y = c > CONSTANT ? k[c & 0xff] : r[c];
                        if (x instanceof LuaInteger m && y instanceof LuaInteger n) {
                            r[a] = Arith.integer((long) m.v + n.v);
                            continue;
                        }
                        LuaValue result = Arith.numbers(Lua.OP_ADD, x, y);
                        if (result != null) {
                            r[a] = result;
                            continue;
                        }
                        f.pc = pc;
                        Arith.any(run, f, Lua.OP_ADD, x, y, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_SUB, Lua.OP_MUL, Lua.OP_DIV, Lua.OP_MOD, Lua.OP_POW: {
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue x = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue y = c > CONSTANT ? k[c & 0xff] : r[c];
                        LuaValue result = Arith.numbers(i & 0x3f, x, y);
                        if (result != null) {
                            r[a] = result;
                            continue;
                        }
                        f.pc = pc;
                        Arith.any(run, f, i & 0x3f, x, y, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_UNM: {
                        LuaValue x = r[i >>> 23];
                        f.pc = pc;
                        Arith.any(run, f, Lua.OP_UNM, x, x, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_NOT: {
                        LuaValue x = r[i >>> 23];
                        r[a] = x == LuaValue.NIL || x == LuaValue.FALSE ? LuaValue.TRUE : LuaValue.FALSE;
                        continue;
                    }
                    case Lua.OP_LEN: {
                        LuaValue x = r[i >>> 23];
                        if (x instanceof Table table && table.metatable == null) {
                            r[a] = LuaInteger.valueOf(table.count);
                            continue;
                        }
                        f.pc = pc;
                        Comparing.length(run, f, x, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_CONCAT:
                        f.pc = pc;
                        Concatenation.of(run, f, i >>> 23, i >> 14 & 0x1ff, a);
                        f = run.frame;
                        continue reload;
                    case Lua.OP_JMP:
                        pc += (i >>> 14) - 0x1ffff;
                        if (a > 0) {
                            f.close(a - 1);
                        }
                        continue;
                    case Lua.OP_EQ: {
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue x = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue y = c > CONSTANT ? k[c & 0xff] : r[c];
                        boolean equal = equal(meter, x, y);
                        if (!equal && x instanceof Table s && s.metatable != null && y instanceof Table t) {
                            f.pc = pc;
                            Comparing.equal(run, f, s, t, a);
                            f = run.frame;
                            continue reload;
                        }
                        if (equal != (a != 0)) {
                            pc++;
                        }
                        continue;
                    }
                    case Lua.OP_LT: {
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue x = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue y = c > CONSTANT ? k[c & 0xff] : r[c];
                        if (x instanceof LuaNumber && y instanceof LuaNumber) {
                            if (x.todouble() < y.todouble() != (a != 0)) {
                                pc++;
                            }
                            continue;
                        }
                        f.pc = pc;
                        Comparing.order(run, f, Lua.OP_LT, x, y, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_LE: {
                        int b = i >>> 23;
                        int c = i >> 14 & 0x1ff;
                        LuaValue x = b > CONSTANT ? k[b & 0xff] : r[b];
                        LuaValue y = c > CONSTANT ? k[c & 0xff] : r[c];
                        if (x instanceof LuaNumber && y instanceof LuaNumber) {
                            if (x.todouble() <= y.todouble() != (a != 0)) {
                                pc++;
                            }
                            continue;
                        }
                        f.pc = pc;
                        Comparing.order(run, f, Lua.OP_LE, x, y, a);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_TEST: {
                        LuaValue x = r[a];
                        if ((x != LuaValue.NIL && x != LuaValue.FALSE) != ((i & 0x1ff << 14) != 0)) {
                            pc++;
                        }
                        continue;
                    }
                    case Lua.OP_TESTSET: {
                        LuaValue x = r[i >>> 23];
                        if ((x != LuaValue.NIL && x != LuaValue.FALSE) != ((i & 0x1ff << 14) != 0)) {
                            pc++;
                        } else {
                            r[a] = x;
                        }
                        continue;
                    }
                    case Lua.OP_CALL: {
                        f.pc = pc;
                        int b = i >>> 23;
                        int count = b != 0 ? b - 1 : f.top - a - 1;
                        int wanted = (i >> 14 & 0x1ff) - 1;
                        LuaValue function = r[a];
                        if (function instanceof Closure called) {
                            Frame next = Calls.enter(run, called, r, a + 1, count);
                            next.kind = Frame.ORDINARY;
                            next.target = a;
                            next.wanted = wanted;
                            f = next;
                            continue reload;
                        }
                        if (function instanceof Builtin builtin && wanted == 1) {
                            LuaValue result = Calls.builtin(run, builtin, r, a + 1, count, Frame.ORDINARY, a, 1);
                            if (result != Task.CALLING && result != Call.SEVERAL && result != Call.NONE) {
                                r[a] = result;
                                continue;
                            }
                            Calls.deliver(run, f, Frame.ORDINARY, a, 1, result);
                        } else {
                            Calls.call(run, f, a, count, Frame.ORDINARY, a, wanted);
                        }
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_TAILCALL: {
                        f.pc = pc;
                        int b = i >>> 23;
                        int count = b != 0 ? b - 1 : f.top - a - 1;
                        Calls.tailCall(run, f, a, count);
                        f = run.frame;
                        continue reload;
                    }
                    case Lua.OP_RETURN: {
                        int b = i >>> 23;
                        int count = b != 0 ? b - 1 : f.top - a;
                        if (f.open != null) {
                            f.close(0);
                        }
                        if (f.kind != Frame.ORDINARY || f.wanted >>> 1 != 0) {
                            Calls.leave(run, f, a, count);
                            f = run.frame;
                            continue reload;
                        }
                        Frame below = f.below;
                        if (f.wanted == 1) {
                            below.registers[f.target] = count > 0 ? r[a] : LuaValue.NIL;
                        }
                        run.frame = below;
                        f = below;
                        continue reload;
                    }
                    case Lua.OP_FORLOOP:
                        if (r[a] instanceof LuaInteger at
                                && r[a + 1] instanceof LuaInteger limit
                                && r[a + 2] instanceof LuaInteger step) {
                            long next = (long) at.v + step.v;
                            if (step.v > 0 ? next <= limit.v : limit.v <= next) {
                                r[a] = r[a + 3] = Arith.integer(next);
                                pc += (i >>> 14) - 0x1ffff;
                            }
                        } else if (Arith.stepLoop(r, a)) {
                            pc += (i >>> 14) - 0x1ffff;
                        }
                        continue;
                    case Lua.OP_FORPREP:
                        f.pc = pc;
                        Arith.prepareLoop(run, r, a);
                        pc += (i >>> 14) - 0x1ffff;
                        continue;
                    case Lua.OP_TFORCALL:
                        f.pc = pc;
                        if (Iteration.inline(meter, r, a, i >> 14 & 0x1ff)) {
                            continue;
                        }
                        iterate(run, f, a, i >> 14 & 0x1ff);
                        f = run.frame;
                        continue reload;
                    case Lua.OP_TFORLOOP:
                        if (r[a + 1] != LuaValue.NIL) {
                            r[a] = r[a + 1];
                            pc += (i >>> 14) - 0x1ffff;
                        }
                        continue;
                    case Lua.OP_SETLIST: {
                        int b = i >>> 23;
                        int count = b != 0 ? b : f.top - a - 1;
                        int block = i >> 14 & 0x1ff;
                        if (block == 0) {
                            block = code[pc++];
                        }
                        ((Table) r[a]).fill(meter, (block - 1) * FIELDS_PER_FLUSH + 1, r, a + 1, count);
                        continue;
                    }
                    case Lua.OP_CLOSURE:
                        r[a] = newClosure(run, f, closure, closure.prototype.p[i >>> 14]);
                        continue;
                    case Lua.OP_VARARG:
                        f.pc = pc;
                        varargs(run, f, a, (i >>> 23) - 1);
                        f = run.frame;
                        continue reload;
                    default:
                        throw new IllegalStateException("the compiler gave an unknown instruction: " + (i & 0x3f));
                }
            }
        }
    }

    private static boolean equal(Meter meter, LuaValue x, LuaValue y) {
        Keys.chargeComparison(meter, x, y);
        return Keys.equal(x, y);
    }

    private static LuaValue newTable(Meter meter, int instruction) {
        return Table.of(meter, size(Lua.GETARG_B(instruction)), size(Lua.GETARG_C(instruction)));
    }

    /** Sizes are coded as a mantissa of three bits and an exponent. */
    private static int size(int coded) {
        int exponent = coded >> 3 & 0x1f;
        return exponent == 0 ? coded : ((coded & 7) + 8) << exponent - 1;
    }

    private static LuaValue newClosure(Run run, Frame f, Closure outer, Prototype p) {
        Upvaldesc[] wanted = p.upvalues;
        run.meter.allocate(CLOSURE_BYTES + 8L * wanted.length);
        UpValue[] upvalues = new UpValue[wanted.length];
        for (int i = 0; i < upvalues.length; i++) {
            Upvaldesc up = wanted[i];
            upvalues[i] = up.instack ? f.capture(up.idx, run.loading, run.meter) : outer.upvalues[up.idx];
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

    private static void iterate(Run run, Frame f, int a, int wanted) {
        LuaValue[] r = f.room(a + 3 + Math.max(wanted, 3));
        r[a + 3] = r[a];
        r[a + 4] = r[a + 1];
        r[a + 5] = r[a + 2];
        Calls.call(run, f, a + 3, 2, Frame.ORDINARY, a + 3, wanted);
    }

    private static void varargs(Run run, Frame f, int a, int wanted) {
        LuaValue[] values = f.varargs;
        int count = wanted == Frame.OPEN ? values.length : Math.min(wanted, values.length);
        run.meter.charge(count);
        LuaValue[] r = f.room(a + Math.max(count, wanted) + 1);
        System.arraycopy(values, 0, r, a, count);
        for (int i = count; i < wanted; i++) {
            r[a + i] = LuaValue.NIL;
        }
        if (wanted == Frame.OPEN) {
            f.top = a + count;
        }
    }
}
