package org.cometkv.aso.lua.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cometkv.aso.lua.text.Numbers;

/**
 * The tokens of a script, found in one pass before the compiler reads it, and what the compiler does not see in them:
 * unknown escapes, control characters, numbers that are none, and {@code [[} inside {@code [[…]]}, which it takes for a
 * mistake. Of numbers it would lose signs of zero and exponents, and fold powers inexactly, so it gets them as strings.
 *
 * <p>Where a string or comment has no end it stops, and leaves the error to the compiler. Not thread-safe.
 */
final class SourceScan {

    /** How an error message names the end of the script. */
    static final String END_SHOWN = "<eof>";

    /*
     * All repetitions are possessive: a script is read once, and nothing in it makes a match recurse.
     */
    private static final String HEX = "[0-9a-fA-F]";

    /** What the lexer takes for one number, whether it is one or not. */
    private static final String NUMERAL = "\\.?+0[xX](?:(?:[pP][+-]?+)?+[0-9a-fA-F.])*+(?:[pP][+-]?+)?+"
            + "|\\.?+[0-9](?:(?:[eE][+-]?+)?+[0-9a-fA-F.])*+(?:[eE][+-]?+)?+";

    /** Good escapes; behind a \z something must follow, or the compiler would read on for ever. */
    private static final String ESCAPE = "\\\\(?:[abfnrtv\\\\\"']|x" + HEX + HEX + "|\\r\\n|\\n\\r|[\\r\\n]"
            + "|z[ \\t-\\r]*+(?!\\z)|[01]\\d\\d|2[0-4]\\d|25[0-5]|\\d\\d?+(?!\\d))";

    private static final Pattern TOKEN = Pattern.compile("(?<skipped>[ \\t-\\r]++|--(?!\\[=*+\\[)[^\\n\\r]*+)"
            + "|(?<bracket>(?:--)?+\\[=*+\\[)"
            + ("|(?<number>" + NUMERAL + ")")
            + ("|(?<string>\"(?:[^\"\\\\\\r\\n]++|" + ESCAPE + ")*+|'(?:[^'\\\\\\r\\n]++|" + ESCAPE + ")*+)")
            + "|[a-zA-Z_][a-zA-Z_0-9]*+|\\.\\.\\.|\\.\\.|[=~<>]=|::|(?s:.)");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n\\r|[\\r\\n]");
    private static final String OPERATORS = "+ - * / % ^ # == ~= <= >= < > = ( { [ ; : , . .. and not or";
    private static final String STATEMENTS =
            "break do else elseif for function goto if in local repeat return then until while";
    private static final Set<String> BEFORE_OPERANDS = Set.of((OPERATORS + " " + STATEMENTS).split(" "));
    private static final int SHOWN_MAX = 80;

    /** Another text in place of that from a place up to, not including, another, for the compiler; none overlap. */
    private record Edit(int from, int to, String with) {}

    /** The text, a character for each byte. */
    private final String text;

    private final List<Edit> brackets = new ArrayList<>();
    private final int[] starts;
    private final int[] ends;

    /** Which tokens are numbers. */
    private final BitSet numbers = new BitSet();

    private int count;
    private boolean stopped;
    private String error;

    SourceScan(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
        starts = new int[bytes.length];
        ends = new int[bytes.length];
        scan();
    }

    /** The first error, behind the number of its line. */
    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Whether the script may have a {@code goto}: the word is in its text. */
    boolean mayJump() {
        return text.contains("goto");
    }

    /** The token before a place, as an error message names it; {@code <eof>} for a place behind the text. */
    String near(int place) {
        if (place > text.length() || count == 0) {
            return END_SHOWN;
        }
        int last = 0;
        while (last + 1 < count && ends[last + 1] <= place) {
            last++;
        }
        int first = text.charAt(starts[last]);
        boolean printable = first >= ' ' && first < 0x7f;
        return printable ? quoted(starts[last], ends[last]) : "char(" + first + ")";
    }

    /** The script as written, but for what the compiler would refuse wrongly: for its error messages. */
    byte[] readable() {
        return edited(brackets);
    }

    /** The script up to the token with the error, for what else may be wrong before it. */
    byte[] beforeError() {
        return new SourceScan(Numbers.latin(text.substring(0, starts[count - 1]))).readable();
    }

    /**
     * The script as the compiler reads it rightly: with a string for each number, and for each with a minus.
     *
     * @param mark what these strings begin with, letters and digits that no string of the script begins with
     */
    byte[] marked(String mark) {
        List<Edit> edits = new ArrayList<>(brackets);
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
            // Behind the end of an operand a number is a mistake, and a string might be an argument.
            if (!endsOperand(i - 1)) {
                boolean isNegated = i > 0
                        && token(i - 1).equals("-")
                        && ends[i - 1] == starts[i]
                        && !endsOperand(i - 2)
                        && (i + 1 == count || !token(i + 1).equals("^"));
                String marked = "'" + mark + (isNegated ? "-" : "") + token(i) + "'";
                edits.add(new Edit(starts[isNegated ? i - 1 : i], ends[i], marked));
            }
        }
        return edited(edits);
    }

    private byte[] edited(List<Edit> edits) {
        edits.sort(Comparator.comparingInt(Edit::from));
        StringBuilder edited = new StringBuilder(text.length());
        int copied = 0;
        for (Edit edit : edits) {
            edited.append(text, copied, edit.from).append(edit.with);
            copied = edit.to;
        }
        edited.append(text, copied, text.length());
        return Numbers.latin(edited.toString());
    }

    private boolean endsOperand(int i) {
        return i >= 0 && !BEFORE_OPERANDS.contains(token(i));
    }

    private String token(int i) {
        return text.substring(starts[i], ends[i]);
    }

    private void scan() {
        Matcher found = TOKEN.matcher(text);
        int at = 0;
        // A script may begin with the line of a Unix shell.
        while (text.startsWith("#") && at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (at < text.length() && error == null && !stopped) {
            found.region(at, text.length()).lookingAt();
            int end = end(found, at);
            if (found.start("skipped") < 0 && !(found.start("bracket") >= 0 && text.charAt(at) == '-')) {
                numbers.set(count, found.start("number") >= 0);
                starts[count] = at;
                ends[count++] = end;
            }
            at = end;
        }
    }

    /** Where the token ends whose beginning was found at a place; notes what is wrong with it. */
    private int end(Matcher found, int at) {
        int end = found.end();
        if (found.start("bracket") >= 0) {
            String closing = found.group().replace("--", "").replace('[', ']');
            int closed = text.indexOf(closing, end);
            stopped = closed < 0;
            int insideEnd = stopped ? text.length() : closed;
            if (closing.equals("]]") && text.substring(end, insideEnd).contains("[[")) {
                deepen(end, insideEnd);
            }
            return stopped ? text.length() : closed + closing.length();
        }
        if (found.start("string") >= 0) {
            return endOfString(at, end);
        }
        if (found.start("number") >= 0
                && !Numbers.NUMERAL.matcher(found.group()).matches()) {
            fail("malformed number", at, end);
        } else if (found.start("skipped") < 0 && text.charAt(at) < ' ') {
            error = line(at) + ": unexpected symbol near char(" + (int) text.charAt(at) + ")";
        }
        return end;
    }

    /** Gives a long bracket around these bytes a level that they do not contain. */
    private void deepen(int from, int to) {
        String inside = text.substring(from, Math.min(to + 1, text.length()));
        String level = "=";
        while (inside.contains("]" + level + "]")) {
            level += "=";
        }
        brackets.add(new Edit(from - 1, from - 1, level));
        if (to < text.length()) {
            brackets.add(new Edit(to + 1, to + 1, level));
        }
    }

    private int endOfString(int start, int at) {
        if (at < text.length() && text.charAt(at) == text.charAt(start)) {
            return at + 1;
        }
        stopped = true;
        if (at + 1 >= text.length() || text.charAt(at) != '\\') {
            return Math.min(at + (text.startsWith("\\", at) ? 1 : 0), text.length());
        }
        int c = text.charAt(at + 1);
        if (c == 'x') {
            int digits = at + 2 < text.length() && Character.digit(text.charAt(at + 2), 16) >= 0 ? 1 : 0;
            fail("hexadecimal digit expected", at, Math.min(at + 3 + digits, text.length()));
        } else if (c >= '0' && c <= '9') {
            fail("decimal escape too large", at, at + 4);
        } else if (c == 'z') {
            error = line(text.length()) + ": unfinished string near <eof>";
        } else {
            fail("invalid escape sequence", at, at + 2);
        }
        return at;
    }

    private void fail(String message, int from, int to) {
        error = line(from) + ": " + message + " near " + quoted(from, to);
    }

    /** The line of a place. */
    int line(int place) {
        return 1 + (int) LINE_END.matcher(text).region(0, place).results().count();
    }

    private String quoted(int from, int to) {
        int length = Math.min(to - from, SHOWN_MAX);
        byte[] bytes = Numbers.latin(text.substring(from, from + length));
        String shown = new String(bytes, StandardCharsets.UTF_8);
        return "'" + (length < to - from ? shown + "..." : shown) + "'";
    }
}
