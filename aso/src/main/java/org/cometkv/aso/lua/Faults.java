package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.script.Programs;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** The errors of the language, in the words of Lua 5.2. */
final class Faults {

    private static final int NAME_BYTES_MAX = 80;
    private static final int CONSTANT = 0x100;

    private Faults() {}

    static LuaFault compare(LuaValue x, LuaValue y) {
        String one = x.typename();
        String two = y.typename();
        String both = one.equals(two) ? "two " + one + " values" : one + " with " + two;
        return LuaFault.of("attempt to compare " + both);
    }

    static LuaFault call(EventRun run, Frame f, int register, LuaValue culprit) {
        String name = null;
        if (f.closure != null && register < f.closure.prototype.maxstacksize) {
            name = named(run, f, register);
        }
        return LuaFault.of(sentence("call", name, culprit));
    }

    /** {@code attempt to index local 'x' (a nil value)}: the operand is named where the program tells its name. */
    static LuaFault operands(EventRun run, Frame f, String action, LuaValue culprit) {
        String name = f.closure == null ? null : operandName(run, f, culprit);
        return LuaFault.of(sentence(action, name, culprit));
    }

    private static String sentence(String action, String name, LuaValue culprit) {
        String type = culprit.typename();
        String what = name == null ? "a " + type + " value" : name + " (a " + type + " value)";
        return "attempt to " + action + " " + what;
    }

    private static String operandName(EventRun run, Frame f, LuaValue culprit) {
        int instruction = f.closure.prototype.code[f.pc - 1];
        int a = Lua.GETARG_A(instruction);
        int b = Lua.GETARG_B(instruction);
        int c = Lua.GETARG_C(instruction);
        return switch (Lua.GET_OPCODE(instruction)) {
            case Lua.OP_GETTABUP -> upvalue(f, b, culprit);
            case Lua.OP_SETTABUP -> upvalue(f, a, culprit);
            case Lua.OP_SETTABLE -> register(run, f, a, culprit);
            case Lua.OP_CONCAT -> register(run, f, joined(f, b, c, culprit), culprit);
            case Lua.OP_GETTABLE, Lua.OP_SELF, Lua.OP_LEN, Lua.OP_UNM -> register(run, f, b, culprit);
            default -> {
                LuaValue left = b < CONSTANT ? f.registers[b] : f.closure.constants[b - CONSTANT];
                yield register(run, f, left == culprit ? b : c, culprit);
            }
        };
    }

    /** The register to blame: of the two that are joined first, the left one. */
    private static int joined(Frame f, int first, int last, LuaValue culprit) {
        int at = last;
        while (at > first && f.registers[at] != culprit) {
            at--;
        }
        return at > first && at == last && f.registers[at - 1] == culprit ? at - 1 : at;
    }

    private static String upvalue(Frame f, int number, LuaValue culprit) {
        UpValue up = f.closure.upvalues[number];
        return up.get() == culprit ? "upvalue '" + DebugNames.upvalue(f.closure.prototype, number) + "'" : null;
    }

    private static String register(EventRun run, Frame f, int register, LuaValue culprit) {
        return register < CONSTANT && f.registers[register] == culprit ? named(run, f, register) : null;
    }

    private static String named(EventRun run, Frame f, int register) {
        Prototype p = f.closure.prototype;
        run.charge((f.pc + p.locvars.length) >> Prices.NAMED_SHIFT);
        return DebugNames.name(p, f.pc - 1, register);
    }

    /** Whether the program calls the library function that runs as a method, which does not count its object. */
    static boolean isMethodCall(EventRun run, BuiltinCall call) {
        Frame f = run.frame;
        if (f.closure == null || f.registers != call.registers || f.pc == 0) {
            return false;
        }
        int instruction = f.closure.prototype.code[f.pc - 1];
        int opcode = Lua.GET_OPCODE(instruction);
        boolean calls = opcode == Lua.OP_CALL || opcode == Lua.OP_TAILCALL;
        if (!calls || Lua.GETARG_A(instruction) != call.first - 1) {
            return false;
        }
        String name = named(run, f, call.first - 1);
        return name != null && name.startsWith("method ");
    }

    /** The text of a name that came from a script, cut to a readable length. */
    static String shown(LuaString name) {
        String text = LuaStrings.decode(name, NAME_BYTES_MAX);
        return name.m_length > NAME_BYTES_MAX ? text + "..." : text;
    }

    /** The message behind {@code chunk:line:} of the Lua code that runs or called the library function that runs. */
    static LuaValue positioned(EventRun run, LuaValue message) {
        Frame f = run.frame;
        String position = position(f.closure == null && f.below != null ? f.below : f);
        LuaString text = (LuaString) message;
        byte[] place = position.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(place.length + text.m_length, LuaFault.MESSAGE_BYTES_MAX);
        run.charge(length >> Prices.COPIED_SHIFT);
        run.allocate(Prices.STRING + (long) length);
        byte[] bytes = new byte[length];
        System.arraycopy(place, 0, bytes, 0, Math.min(place.length, length));
        System.arraycopy(text.m_bytes, text.m_offset, bytes, place.length, length - place.length);
        return LuaString.valueUsing(bytes);
    }

    /** {@code chunk:line: } of a frame; empty if it is no Lua function. */
    static String position(Frame f) {
        if (f == null || f.closure == null) {
            return "";
        }
        Prototype p = f.closure.prototype;
        int at = Math.max(f.pc - 1, 0);
        int line = p.lineinfo != null && at < p.lineinfo.length ? p.lineinfo[at] : -1;
        return Programs.chunkName(p) + ":" + (line > 0 ? line : "?") + ": ";
    }

    /** What the host is told of an uncaught error; no code of the script runs for it. */
    static String message(LuaValue error) {
        if (error instanceof LuaString text) {
            return LuaStrings.decode(text, LuaFault.MESSAGE_BYTES_MAX);
        }
        if (error instanceof LuaNumber) {
            return Numbers.text(error, Budget.unbounded()).tojstring();
        }
        return "(error object is a " + error.typename() + ")";
    }
}
