package org.cometkv.aso.lua.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/**
 * A compiled script, or why it is none.
 *
 * <p>Immutable; shared by all objects of the same script.
 */
public final class Program {

    /**
     * Beside LuaC's own flags of a prototype: its registers are set to nil as it is called.
     *
     * <p>LuaC lets no function read what it has not written, but for variables between a label and its {@code goto}.
     */
    public static final int CLEARED = 0x100;

    private static final int PARTS_MAX = 65_536;

    /* Bytes of heap, about: a program without parts, a function, an instruction with its line, a constant, a name. */
    private static final int BYTES = 256;
    private static final int FUNCTION_BYTES = 160;
    private static final int INSTRUCTION_BYTES = 8;
    private static final int CONSTANT_BYTES = 20;
    private static final int NAME_BYTES = 28;

    /** The chunk; null if there is an error. */
    public final Prototype chunk;

    private final String error;

    /** The string constants in their order: no set of texts makes a search of them slow, as one of hashes could. */
    private final LuaString[] texts;

    /** How many long constants a long string is compared with at most to know its number. */
    public final int comparisons;

    /** Bytes of heap that it takes, about. */
    final int bytes;

    private Program(Prototype chunk, String error, Collection<LuaString> texts, long partBytes) {
        this.chunk = chunk;
        this.error = error;
        this.texts = texts.toArray(LuaString[]::new);
        int longTexts = (int) texts.stream().filter(LuaStrings::isLong).count();
        this.comparisons = Integer.SIZE - Integer.numberOfLeadingZeros(longTexts);
        long textBytes =
                texts.stream().mapToLong(text -> Prices.STRING + text.m_length).sum();
        this.bytes = (int) (BYTES + partBytes + textBytes + (error == null ? 0 : error.length()));
    }

    static Program failed(String error) {
        return new Program(null, error, List.of(), 0);
    }

    /**
     * A program whose string constants are made one object for each text, and numbered.
     *
     * @param jumps whether the script may have a {@code goto}
     * @param mark what the strings that stand for numbers begin with
     * @param shared gives the one object for a text that is not the script's alone
     */
    static Program of(Prototype chunk, boolean jumps, LuaString mark, UnaryOperator<LuaString> shared) {
        Map<LuaString, LuaString> texts = new TreeMap<>(LuaStrings::compare);
        List<Prototype> open = new ArrayList<>(List.of(chunk));
        int parts = 0;
        long bytes = 0;
        for (int i = 0; i < open.size(); i++) {
            Prototype p = open.get(i);
            open.addAll(List.of(p.p));
            parts += p.k.length + 1;
            if (parts > PARTS_MAX) {
                return failed("syntax error: the script has too many functions or constants");
            }
            bytes += FUNCTION_BYTES
                    + (long) INSTRUCTION_BYTES * p.code.length
                    + (long) CONSTANT_BYTES * p.k.length
                    + (long) NAME_BYTES * (p.upvalues.length + p.locvars.length);
            share(p.k, texts, mark, shared);
            if (jumps) {
                p.is_vararg |= CLEARED;
            }
        }
        return new Program(chunk, null, texts.values(), bytes);
    }

    private static void share(
            LuaValue[] constants, Map<LuaString, LuaString> texts, LuaString mark, UnaryOperator<LuaString> shared) {
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] instanceof LuaString number
                    && number.m_length > mark.m_length
                    && number.substring(0, mark.m_length).raweq(mark)) {
                constants[i] = Numbers.parse(number.substring(mark.m_length, number.m_length), Budget.unbounded());
            } else if (constants[i] instanceof LuaString text) {
                constants[i] = texts.computeIfAbsent(text, shared);
            }
        }
    }

    /** Why the script is none; empty if it is compiled. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** The number of a string among the script's constants, negative if it is none. */
    public int numberOf(LuaString text) {
        return Arrays.binarySearch(texts, text, LuaStrings::compare);
    }

    /** The constant of this number; null if there is none. */
    public LuaString text(long number) {
        return number >= 0 && number < texts.length ? texts[(int) number] : null;
    }
}
