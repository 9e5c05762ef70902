package org.cometkv.aso.lua.script;

import java.util.regex.Pattern;
import org.cometkv.aso.lua.metering.LuaFault;

/** The compiler's errors, in the words of Lua 5.2: LuaJ does not say near what they are. */
final class SyntaxErrors {

    private static final Pattern SYMBOL = Pattern.compile("unexpected symbol \\d+ \\(.*\\)$", Pattern.DOTALL);
    private static final Pattern SECOND_LABEL = Pattern.compile("label '(.*) already defined");
    private static final Pattern LOST_BREAK = Pattern.compile("no visible label 'break' for <goto> (at line \\d+)");

    /** What does not say near what it is. */
    private static final Pattern NOWHERE = Pattern.compile(": unfinished |(?:: syntax error|: unexpected symbol"
            + "|outside a vararg function| expected(?: \\(to close .*\\))?)$");

    private SyntaxErrors() {}

    /**
     * An error as 5.2 words it, cut to the length of any other.
     *
     * @param message what the compiler says, with its position
     * @param near the token that it had just read
     */
    static String of(String message, String near) {
        String worded = SYMBOL.matcher(message).replaceFirst("unexpected symbol");
        worded = SECOND_LABEL.matcher(worded).replaceFirst("label '$1' already defined");
        worded = LOST_BREAK.matcher(worded).replaceFirst("<break> $1 not inside a loop");
        worded = worded.replace("'<name>'", "<name>").replace("'<eos>'", "<eof>");
        worded += NOWHERE.matcher(worded).find() ? " near " + near : "";
        return worded.substring(0, Math.min(worded.length(), LuaFault.MESSAGE_BYTES_MAX));
    }
}
