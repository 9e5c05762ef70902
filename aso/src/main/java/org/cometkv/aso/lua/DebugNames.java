package org.cometkv.aso.lua;

import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.Prototype;

/** What the source text called the content of a register, as far as the code shows. */
final class DebugNames {

    private static final int CONSTANT = 0x100;
    private static final int HOPS_MAX = 4;
    private static final String ENVIRONMENT = "_ENV";

    private DebugNames() {}

    static String upvalue(Prototype p, int number) {
        LuaString name = p.upvalues[number].name;
        return name == null ? "?" : Faults.shown(name);
    }

    /** {@code local 'x'}, {@code global 'f'}, {@code field 'y'}…; null if it has no name. */
    static String name(Prototype p, int pc, int register) {
        int at = pc;
        int wanted = register;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            LuaString local = p.getlocalname(wanted + 1, at);
            if (local != null) {
                return "local '" + Faults.shown(local) + "'";
            }
            at = setter(p, at, wanted);
            if (at < 0) {
                return null;
            }
            int instruction = p.code[at];
            int b = Lua.GETARG_B(instruction);
            if (Lua.GET_OPCODE(instruction) != Lua.OP_MOVE || b >= Lua.GETARG_A(instruction)) {
                return loaded(p, at, instruction, b);
            }
            wanted = b;
        }
        return null;
    }

    private static String loaded(Prototype p, int at, int instruction, int b) {
        return switch (Lua.GET_OPCODE(instruction)) {
            case Lua.OP_GETTABUP -> field(p, instruction, ENVIRONMENT.equals(upvalue(p, b)));
            case Lua.OP_GETTABLE -> {
                LuaString table = p.getlocalname(b + 1, at);
                yield field(p, instruction, table != null && ENVIRONMENT.equals(Faults.shown(table)));
            }
            case Lua.OP_GETUPVAL -> "upvalue '" + upvalue(p, b) + "'";
            case Lua.OP_LOADK ->
                p.k[Lua.GETARG_Bx(instruction)] instanceof LuaString text
                        ? "constant '" + Faults.shown(text) + "'"
                        : null;
            case Lua.OP_SELF -> "method '" + key(p, instruction) + "'";
            default -> null;
        };
    }

    private static String field(Prototype p, int instruction, boolean global) {
        return (global ? "global '" : "field '") + key(p, instruction) + "'";
    }

    private static String key(Prototype p, int instruction) {
        int c = Lua.GETARG_C(instruction);
        return c >= CONSTANT && p.k[c - CONSTANT] instanceof LuaString name ? Faults.shown(name) : "?";
    }

    /** The last instruction before {@code last} that certainly set the register; -1 if none did. */
    private static int setter(Prototype p, int last, int register) {
        int found = -1;
        int landing = 0;
        for (int pc = 0; pc < last; pc++) {
            int instruction = p.code[pc];
            int opcode = Lua.GET_OPCODE(instruction);
            if (opcode == Lua.OP_JMP) {
                int target = pc + 1 + Lua.GETARG_sBx(instruction);
                if (pc < target && target <= last && target > landing) {
                    landing = target;
                }
            } else if (sets(opcode, instruction, register)) {
                // A jump over the instruction leaves it open whether it ran.
                found = pc < landing ? -1 : pc;
            }
        }
        return found;
    }

    private static boolean sets(int opcode, int instruction, int register) {
        int a = Lua.GETARG_A(instruction);
        return switch (opcode) {
            case Lua.OP_LOADNIL -> a <= register && register <= a + Lua.GETARG_B(instruction);
            case Lua.OP_TFORCALL -> register >= a + 2;
            case Lua.OP_CALL, Lua.OP_TAILCALL -> register >= a;
            case Lua.OP_SETTABUP, Lua.OP_SETUPVAL, Lua.OP_SETTABLE, Lua.OP_EQ, Lua.OP_LT, Lua.OP_LE -> false;
            case Lua.OP_RETURN, Lua.OP_SETLIST, Lua.OP_EXTRAARG -> false;
            default -> a == register;
        };
    }
}
