package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaj.vm2.LuaDouble;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/**
 * A compiled script, or why it is none.
 *
 * <p>Immutable; shared by all objects of the same script.
 */
final class Program {

    /**
     * Beside LuaC's own flags of a prototype: its registers are set to nil as it is called.
     *
     * <p>LuaC lets no function read what it has not written, but for variables between a label and its {@code goto}.
     */
    static final int CLEARED = 0x100;

    private static final int PARTS_MAX = 65_536;

    /** The chunk; null if there is an error. */
    final Prototype chunk;

    private final String error;
    private final List<LuaString> texts = new ArrayList<>();
    private final Map<LuaString, Integer> numbers = new HashMap<>();

    private Program(Prototype chunk, String error) {
        this.chunk = chunk;
        this.error = error;
    }

    static Program failed(String error) {
        return new Program(null, error);
    }

    /**
     * A program whose string constants are made one object for each text, and numbered.
     *
     * @param jumps whether the script may have a {@code goto}
     */
    static Program of(Prototype chunk, boolean jumps) {
        Program program = new Program(chunk, null);
        List<Prototype> open = new ArrayList<>(List.of(chunk));
        int parts = 0;
        for (int i = 0; i < open.size(); i++) {
            Prototype p = open.get(i);
            open.addAll(List.of(p.p));
            parts += p.k.length + 1;
            if (parts > PARTS_MAX) {
                return failed("syntax error: the script has too many functions or constants");
            }
            program.number(p.k);
            if (jumps) {
                p.is_vararg |= CLEARED;
            }
        }
        return program;
    }

    private void number(LuaValue[] constants) {
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] instanceof LuaString text) {
                LuaString shared = Names.shared(text);
                Integer known = numbers.putIfAbsent(shared, texts.size());
                if (known == null) {
                    texts.add(shared);
                }
                constants[i] = known == null ? shared : texts.get(known);
            } else if (constants[i] instanceof LuaDouble number && number.todouble() == -SourceScan.ZERO_MARK) {
                constants[i] = NegativeZero.INSTANCE;
            }
        }
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** The number of a string among the script's constants, -1 if it is none. */
    int numberOf(LuaString text) {
        return numbers.getOrDefault(text, -1);
    }

    /** The constant of this number; null if there is none. */
    LuaString text(long number) {
        return number >= 0 && number < texts.size() ? texts.get((int) number) : null;
    }
}
