package org.cometkv.aso.lua;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compiler's errors, in the words of Lua 5.2: LuaJ does not say near what they are. */
final class SyntaxErrors {

    private static final Pattern SYMBOL = Pattern.compile("unexpected symbol \\d+ \\(.*\\)$", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile(" expected(?: \\(to close .*\\))?$");
    private static final Pattern SECOND_LABEL = Pattern.compile("label '(.*) already defined");
    private static final Pattern LOST_BREAK = Pattern.compile("no visible label 'break' for <goto> (at line \\d+)");

    private SyntaxErrors() {}

    /**
     * An error as 5.2 words it.
     *
     * @param message what the compiler says, with its position
     * @param near the token that it had just read
     */
    static String of(String message, String near) {
        Matcher symbol = SYMBOL.matcher(message);
        if (symbol.find()) {
            return message.substring(0, symbol.start()) + "unexpected symbol near " + near;
        }
        Matcher label = SECOND_LABEL.matcher(message);
        if (label.find()) {
            return label.replaceFirst("label '$1' already defined");
        }
        Matcher lost = LOST_BREAK.matcher(message);
        if (lost.find()) {
            return lost.replaceFirst("<break> $1 not inside a loop");
        }
        String named = message.replace("'<name>'", "<name>").replace("'<eos>'", "<eof>");
        boolean tellsNoPlace = EXPECTED.matcher(named).find()
                || named.endsWith(": syntax error")
                || named.contains(": unfinished ")
                || named.endsWith("outside a vararg function");
        return tellsNoPlace ? named + " near " + near : named;
    }
}
