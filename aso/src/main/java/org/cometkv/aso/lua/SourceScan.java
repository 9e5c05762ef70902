package org.cometkv.aso.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tokens of a script, found in one pass before the compiler reads it, and what the compiler does not see in them:
 * unknown escapes, control characters, numbers that are none, and the sign of {@code -0}.
 *
 * <p>Where a string or comment has no end it stops, and leaves the error to the compiler. Not thread-safe.
 */
final class SourceScan {

    /** What stands for 0 behind a minus, because the compiler loses its sign; {@link Program} makes -0 of it. */
    static final double ZERO_MARK = 3 * Double.MIN_VALUE;

    private static final byte[] MARK = Double.toString(ZERO_MARK).getBytes(StandardCharsets.US_ASCII);

    /** Possessive, so that a long number is read once. */
    private static final Pattern NUMBER =
            Pattern.compile("0[xX](?:\\p{XDigit}++(?:\\.\\p{XDigit}*+)?+|\\.\\p{XDigit}++)"
                    + "(?:[pP][+-]?+\\d++)?+|(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

    private static final Pattern ZERO = Pattern.compile("0[xX][0.]*+(?:[pP].*+)?+|[0.]++(?:[eE].*+)?+");
    private static final String ESCAPED = "abfnrtv\\\"'";
    private static final String[] LONG_SYMBOLS = {"...", "..", "==", "~=", "<=", ">=", "::"};
    private static final String OPENERS = "= ( , { [ return ; .. == ~= < > <= >= and or not";
    private static final String CLOSERS = ") , } ] ; .. == ~= < > <= >=";
    private static final int SHOWN_MAX = 80;
    private static final int BYTE_MAX = 255;
    private static final int END = -1;

    private final byte[] text;
    private int at;
    private int line = 1;
    private boolean stopped;
    private String error;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int count;

    private SourceScan(byte[] text) {
        this.text = text;
    }

    static SourceScan of(byte[] text) {
        SourceScan scan = new SourceScan(text);
        scan.scan();
        return scan;
    }

    /** The first error, behind the number of its line. */
    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Whether the script has a token of this text. */
    boolean has(String token) {
        for (int i = 0; i < count; i++) {
            if (is(i, token)) {
                return true;
            }
        }
        return false;
    }

    /** The token before a place, as an error message names it; {@code <eof>} for a place behind the text. */
    String near(int place) {
        if (place > text.length || count == 0) {
            return "<eof>";
        }
        int last = 0;
        while (last + 1 < count && ends[last + 1] <= place) {
            last++;
        }
        int first = text[starts[last]] & BYTE_MAX;
        boolean printable = first >= ' ' && first < 0x7f;
        return printable ? quoted(starts[last], ends[last]) : "char(" + first + ")";
    }

    /** The script with a mark in place of each 0 that stands alone behind a minus. */
    byte[] marked() {
        ByteArrayOutputStream marked = null;
        int copied = 0;
        for (int i = 1; i < count; i++) {
            if (isNegativeZero(i)) {
                marked = marked == null ? new ByteArrayOutputStream() : marked;
                marked.write(text, copied, starts[i] - copied);
                marked.writeBytes(MARK);
                copied = ends[i];
            }
        }
        if (marked == null) {
            return text;
        }
        marked.write(text, copied, text.length - copied);
        return marked.toByteArray();
    }

    /** Only where no arithmetic follows or precedes, because the mark would take part in it. */
    private boolean isNegativeZero(int i) {
        int c = text[starts[i]];
        if (c != '0' && c != '.' || !is(i - 1, "-") || !ZERO.matcher(token(i)).matches()) {
            return false;
        }
        boolean divides =
                i >= 3 && is(i - 2, "/") && !ZERO.matcher(token(i - 3)).matches();
        boolean opened = i >= 2 && (divides || isOneOf(i - 2, OPENERS));
        return opened && (i + 1 == count || isOneOf(i + 1, CLOSERS) || isStatement(i + 1));
    }

    /** A word that goes on with nothing begins a statement. */
    private boolean isStatement(int i) {
        return isLetter(text[starts[i]]);
    }

    private boolean isOneOf(int i, String tokens) {
        return (" " + tokens + " ").contains(" " + token(i) + " ");
    }

    private boolean is(int i, String token) {
        int length = ends[i] - starts[i];
        return length == token.length() && text[starts[i]] == token.charAt(0) && token(i).equals(token);
    }

    private String token(int i) {
        return new String(text, starts[i], ends[i] - starts[i], StandardCharsets.ISO_8859_1);
    }

    private void scan() {
        if (peek(0) == '#') {
            skipLine();
        }
        while (at < text.length && error == null && !stopped) {
            int c = peek(0);
            if (c == '-' && peek(1) == '-') {
                skipComment();
            } else if (isSpace(c)) {
                skipSpace();
            } else {
                int start = at;
                readToken(c);
                add(start);
            }
        }
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = at;
    }

    private int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] & BYTE_MAX : END;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(int c) {
        return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }

    private static boolean isLetter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_';
    }

    private void skipLine() {
        while (at < text.length && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
    }

    private void skipSpace() {
        int c = peek(0);
        if (c == '\n' || c == '\r') {
            int next = peek(1);
            at += (next == '\n' || next == '\r') && next != c ? 2 : 1;
            line++;
        } else {
            at++;
        }
    }

    private void skipComment() {
        at += 2;
        int level = longLevel();
        if (level >= 0) {
            skipLong(level);
        } else {
            skipLine();
        }
    }

    private void readToken(int c) {
        if (isLetter(c)) {
            while (isLetter(peek(0)) || isDigit(peek(0))) {
                at++;
            }
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            readNumber();
        } else if (c == '"' || c == '\'') {
            readString(c);
        } else if (longLevel() >= 0) {
            skipLong(longLevel());
        } else if (c < ' ') {
            error = line + ": unexpected symbol near char(" + c + ")";
        } else {
            readSymbol();
        }
    }

    private void readSymbol() {
        for (String symbol : LONG_SYMBOLS) {
            if (peek(0) == symbol.charAt(0)
                    && peek(1) == symbol.charAt(1)
                    && (symbol.length() == 2 || peek(2) == symbol.charAt(2))) {
                at += symbol.length();
                return;
            }
        }
        at++;
    }

    /** As many {@code =} as an opening long bracket has; -1 if there is none here. */
    private int longLevel() {
        if (peek(0) != '[') {
            return -1;
        }
        int level = 0;
        while (peek(1 + level) == '=') {
            level++;
        }
        return peek(1 + level) == '[' ? level : -1;
    }

    private void skipLong(int level) {
        at += level + 2;
        while (at < text.length) {
            int c = peek(0);
            if (c == ']' && closes(level)) {
                at += level + 2;
                return;
            }
            if (c == '\n' || c == '\r') {
                skipSpace();
            } else {
                at++;
            }
        }
        stopped = true;
    }

    private boolean closes(int level) {
        for (int i = 1; i <= level; i++) {
            if (peek(i) != '=') {
                return false;
            }
        }
        return peek(level + 1) == ']';
    }

    private void readNumber() {
        int start = at;
        if (peek(0) == '.') {
            at++;
        }
        boolean hex = peek(0) == '0' && (peek(1) | 0x20) == 'x';
        at += hex ? 2 : 1;
        while (true) {
            int c = peek(0);
            if (c != END && (c | 0x20) == (hex ? 'p' : 'e')) {
                at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
                c = peek(0);
            }
            if (!isHex(c) && c != '.') {
                break;
            }
            at++;
        }
        String number = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
        if (!NUMBER.matcher(number).matches()) {
            fail("malformed number", start, at);
        }
    }

    private void readString(int quote) {
        at++;
        while (error == null) {
            int c = peek(0);
            if (c == quote) {
                at++;
                return;
            }
            if (c == END || c == '\n' || c == '\r') {
                stopped = true;
                return;
            }
            if (c == '\\') {
                readEscape();
            } else {
                at++;
            }
        }
    }

    private void readEscape() {
        int start = at++;
        int c = peek(0);
        if (c == 'x') {
            readHexEscape(start);
        } else if (isDigit(c)) {
            readDecimalEscape(start);
        } else if (c == '\n' || c == '\r') {
            skipSpace();
        } else if (c == 'z') {
            at++;
            while (isSpace(peek(0))) {
                skipSpace();
            }
            if (peek(0) == END) {
                // Here the compiler would read on for ever.
                error = line + ": unfinished string near <eof>";
            }
        } else if (c != END && ESCAPED.indexOf(c) < 0) {
            fail("invalid escape sequence", start, at + 1);
        } else if (c != END) {
            at++;
        }
    }

    private void readHexEscape(int start) {
        at++;
        for (int i = 0; i < 2; i++) {
            if (!isHex(peek(0))) {
                fail("hexadecimal digit expected", start, Math.min(at + 1, text.length));
                return;
            }
            at++;
        }
    }

    private void readDecimalEscape(int start) {
        int code = 0;
        for (int i = 0; i < 3 && isDigit(peek(0)); i++) {
            code = 10 * code + peek(0) - '0';
            at++;
        }
        if (code > BYTE_MAX) {
            fail("decimal escape too large", start, at);
        }
    }

    private void fail(String message, int from, int to) {
        error = line + ": " + message + " near " + quoted(from, to);
    }

    private String quoted(int from, int to) {
        int length = Math.min(to - from, SHOWN_MAX);
        String shown = new String(text, from, length, StandardCharsets.UTF_8);
        return "'" + (length < to - from ? shown + "..." : shown) + "'";
    }
}
