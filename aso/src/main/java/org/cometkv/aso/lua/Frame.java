package org.cometkv.aso.lua;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaValue;

/**
 * One call in progress: of a Lua function, or of a library function that calls functions of the script.
 *
 * <p>Such a function is cut where it does: the loop does its calls, so that nothing recurses on the Java stack and an
 * event can wait inside; {@link #step} is the rest of it.
 *
 * <p>Frames are linked, made once for each depth and used again; the lowest is the event itself, without either.
 */
final class Frame {

    /** Results go to registers of the Lua function below: {@code wanted} of them from {@code target} on. */
    static final int ORDINARY = 0;
    /** The result decides whether the Lua function below skips its next instruction. */
    static final int CONDITION = 1;
    /** Results go to the library function below, or end the event. */
    static final int STEP = 2;

    /** As many results as there are. */
    static final int OPEN = -1;

    /** Registers above a function's own, for calls of metamethods. */
    static final int SCRATCH = 6;

    /** A frame without its registers, on the heap. */
    static final int BYTES = 96;

    private static final int REGISTERS = 8;
    private static final int REGISTERS_KEPT = 256;

    final Frame below;
    final int depth;
    Frame above;

    Closure closure;

    /** In a library function's frame, what goes on with the results of the function it called last. */
    Builtin.Body step;

    /** What goes on there after an error in such a function, which is its argument; null if errors pass. */
    Builtin.Body catcher;

    LuaValue[] registers = new LuaValue[REGISTERS];
    LuaValue[] varargs;
    int pc;

    /** One past the last value of an open list of values. */
    int top;

    UpValue open;

    /** For how many registers the event has paid. */
    int paid;

    /** One past the last register beyond those that an event has used. */
    private int reach;

    int kind;
    int target;
    int wanted;

    Frame(Frame below) {
        this.below = below;
        this.depth = below == null ? 0 : below.depth + 1;
    }

    /** Says where the results go. */
    void returns(int resultKind, int resultTarget, int resultsWanted) {
        kind = resultKind;
        target = resultTarget;
        wanted = resultsWanted;
    }

    /** The registers, at least this many; what points at them follows if they move. */
    LuaValue[] room(int size) {
        if (size > registers.length) {
            LuaValue[] larger = Arrays.copyOf(registers, Math.max(size, 2 * registers.length));
            for (UpValue up = open; up != null; up = up.next) {
                up.registers = larger;
            }
            registers = larger;
        }
        if (size > reach) {
            reach = size;
        }
        return registers;
    }

    /** The captured variable of a register, shared by all closures over it. */
    UpValue capture(int register, boolean guarded, Meter meter) {
        UpValue before = null;
        UpValue up = open;
        int steps = 0;
        while (up != null && up.register > register) {
            before = up;
            up = up.next;
            steps++;
        }
        meter.charge(steps >> Prices.SEEN_SHIFT);
        if (up != null && up.register == register) {
            return up;
        }
        meter.allocate(Prices.CAPTURED);
        UpValue made = new UpValue(registers, register, up, guarded);
        if (before == null) {
            open = made;
        } else {
            before.next = made;
        }
        return made;
    }

    /** Closes the captured variables from a register up. */
    void close(int register) {
        while (open != null && open.register >= register) {
            UpValue up = open;
            open = up.next;
            up.close();
        }
    }

    /** Copies a few values; the first ones singly, because a loop or a copy of arrays has its price to begin with. */
    static void copy(LuaValue[] from, int at, LuaValue[] to, int target, int count) {
        if (count > 4) {
            System.arraycopy(from, at, to, target, count);
            return;
        }
        if (count > 0) {
            to[target] = from[at];
            if (count > 1) {
                to[target + 1] = from[at + 1];
                if (count > 2) {
                    to[target + 2] = from[at + 2];
                    if (count > 3) {
                        to[target + 3] = from[at + 3];
                    }
                }
            }
        }
    }

    /** Lets go of all values. */
    void clear() {
        clearRegisters();
        closure = null;
        step = null;
        catcher = null;
        varargs = null;
        open = null;
    }

    /** Lets go of the registers; writes only where there may be values, since every event does this. */
    void clearRegisters() {
        int used = Math.max(paid, reach);
        reach = 0;
        if (registers.length > REGISTERS_KEPT) {
            registers = new LuaValue[REGISTERS];
            return;
        }
        registers[0] = null;
        registers[1] = null;
        registers[2] = null;
        registers[3] = null;
        if (used > 4) {
            registers[4] = null;
            registers[5] = null;
            registers[6] = null;
            registers[7] = null;
            if (used > REGISTERS) {
                Arrays.fill(registers, REGISTERS, used, null);
            }
        }
    }
}
