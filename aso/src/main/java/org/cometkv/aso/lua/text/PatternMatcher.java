package org.cometkv.aso.lua.text;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * A Lua 5.2 pattern set against a subject.
 *
 * <p>Backtracking, metered: one unit for each pattern item tried and for each byte tested, more for long sets, so the
 * work of a pattern that explodes is paid as it is done. Recursion is bounded by {@link #DEPTH_MAX}. Positions in the
 * subject are 0-based. Not thread-safe; used for any number of attempts, one after the other.
 */
public final class PatternMatcher {

    /** Nested attempts: one for each capture bracket and each repetition on the way. */
    static final int DEPTH_MAX = 200;

    static final int CAPTURES_MAX = 32;

    private static final int FAILED = -1;
    private static final int OPEN = -1;
    private static final int POSITION = -2;

    private final LuaString subject;
    private final byte[] text;
    private final int base;
    private final int textEnd;
    private final byte[] pattern;
    private final int patternStart;
    private final int patternEnd;

    /** What pays for the attempts from now on. */
    public Budget budget;

    /** Where the next match may begin. */
    public int at;

    /** Where the last attempt began. */
    public int from;

    /** Where its match ended, or -1. */
    public int to;

    private final int[] captureStart = new int[CAPTURES_MAX];
    private final int[] captureLength = new int[CAPTURES_MAX];
    private int captures;
    private int depth;

    /** A pattern to be tried; {@code skip} bytes at its start are left out, 1 for an anchor the caller handles. */
    public PatternMatcher(LuaString subject, LuaString pattern, int skip, Budget budget) {
        budget.allocateSmall(Prices.MATCHER);
        this.subject = subject;
        this.text = subject.m_bytes;
        this.base = subject.m_offset;
        this.textEnd = base + subject.m_length;
        this.pattern = pattern.m_bytes;
        this.patternStart = pattern.m_offset + skip;
        this.patternEnd = pattern.m_offset + pattern.m_length;
        this.budget = budget;
    }

    /** Whether a pattern matches only where the search begins. */
    public static boolean isAnchored(LuaString pattern) {
        return pattern.m_length > 0 && pattern.m_bytes[pattern.m_offset] == '^';
    }

    /** Whether a pattern says nothing but its own bytes. */
    public static boolean isPlain(LuaString pattern, Budget budget) {
        budget.charge(pattern.m_length >> Prices.COPIED_SHIFT);
        for (int i = 0; i < pattern.m_length; i++) {
            if (isSpecial(pattern.m_bytes[pattern.m_offset + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecial(byte character) {
        return switch (character) {
            case '^', '$', '*', '+', '?', '.', '(', '[', '%', '-' -> true;
            default -> false;
        };
    }

    /** Where the match that begins at a position ends, or -1; forgets the captures of the attempt before. */
    public int match(int position) {
        // Even an empty pattern is an attempt.
        budget.charge(1);
        captures = 0;
        depth = 0;
        int end = match(base + position, patternStart);
        from = position;
        to = end == FAILED ? FAILED : end - base;
        return to;
    }

    /** Goes to the next match, which does not overlap the last one; false if there is none. */
    public boolean next() {
        for (int start = at; start <= subject.m_length; start++) {
            if (match(start) != FAILED) {
                at = Math.max(start + 1, to);
                return true;
            }
        }
        at = subject.m_length + 1;
        return false;
    }

    /** Whether the last match has captures, and so values beside itself. */
    public boolean hasCaptures() {
        return captures > 0;
    }

    /** How many values a match gives: its captures, or itself. */
    public int valueCount() {
        return captures == 0 ? 1 : captures;
    }

    /** A capture of the last match, counted from 0; the match itself if it has no captures. */
    public LuaValue value(int index) {
        if (index >= captures) {
            if (index > 0) {
                throw LuaFault.of("invalid capture index");
            }
            return LuaStrings.slice(subject, from, to - from, budget);
        }
        int length = captureLength[index];
        if (length == OPEN) {
            throw LuaFault.of("unfinished capture");
        }
        int start = captureStart[index] - base;
        return length == POSITION ? LuaValue.valueOf(start + 1) : LuaStrings.slice(subject, start, length, budget);
    }

    private int match(int subjectAt, int patternAt) {
        if (++depth > DEPTH_MAX) {
            throw LuaFault.of("pattern too complex");
        }
        int s = subjectAt;
        int p = patternAt;
        while (p < patternEnd) {
            budget.charge(1);
            int item = pattern[p];
            if (item == '(') {
                s = open(s, p + 1);
                break;
            } else if (item == ')') {
                s = close(s, p + 1);
                break;
            } else if (item == '$' && p + 1 == patternEnd) {
                s = s == textEnd ? s : FAILED;
                break;
            }
            int special = item == '%' && p + 1 < patternEnd ? specialEnd(p) : 0;
            if (special > 0) {
                s = special(s, p);
                p = special;
            } else {
                int end = itemEnd(p);
                int suffix = end < patternEnd ? pattern[end] : 0;
                if (suffix == '*' || suffix == '+') {
                    s = longest(s, p, end, suffix == '+' ? 1 : 0);
                    break;
                } else if (suffix == '-') {
                    s = shortestMatch(s, p, end);
                    break;
                } else if (suffix == '?') {
                    int rest = fits(s, p, end) ? match(s + 1, end + 1) : FAILED;
                    if (rest != FAILED) {
                        s = rest;
                        break;
                    }
                    p = end + 1;
                    continue;
                }
                s = fits(s, p, end) ? s + 1 : FAILED;
                p = end;
            }
            if (s == FAILED) {
                break;
            }
        }
        depth--;
        return s;
    }

    private int open(int s, int p) {
        if (captures == CAPTURES_MAX) {
            throw LuaFault.of("too many captures");
        }
        boolean isPosition = p < patternEnd && pattern[p] == ')';
        captureStart[captures] = s;
        captureLength[captures] = isPosition ? POSITION : OPEN;
        captures++;
        int end = match(s, isPosition ? p + 1 : p);
        if (end == FAILED) {
            captures--;
        }
        return end;
    }

    private int close(int s, int p) {
        int index = captures - 1;
        while (index >= 0 && captureLength[index] != OPEN) {
            index--;
        }
        if (index < 0) {
            throw LuaFault.of("invalid pattern capture");
        }
        captureLength[index] = s - captureStart[index];
        int end = match(s, p);
        if (end == FAILED) {
            captureLength[index] = OPEN;
        }
        return end;
    }

    /** Where a %b, %f or %1 at {@code p} ends in the pattern, or 0 if it is none of them. */
    private int specialEnd(int p) {
        int name = pattern[p + 1];
        if (CharClass.isDigit(name)) {
            return p + 2;
        }
        if (name == 'b') {
            if (p + 3 >= patternEnd) {
                throw LuaFault.of("malformed pattern (missing arguments to '%b')");
            }
            return p + 4;
        }
        if (name != 'f') {
            return 0;
        }
        if (p + 2 >= patternEnd || pattern[p + 2] != '[') {
            throw LuaFault.of("missing '[' after '%f' in pattern");
        }
        return itemEnd(p + 2);
    }

    private int special(int s, int p) {
        int name = pattern[p + 1];
        if (name == 'b') {
            return balanced(s, pattern[p + 2], pattern[p + 3]);
        }
        if (name != 'f') {
            return backReference(s, name - '1');
        }
        int end = itemEnd(p + 2);
        int before = s == base ? 0 : text[s - 1] & 255;
        int here = s == textEnd ? 0 : text[s] & 255;
        return !inSet(before, p + 2, end - 1) && inSet(here, p + 2, end - 1) ? s : FAILED;
    }

    private int balanced(int s, byte left, byte right) {
        if (s >= textEnd || text[s] != left) {
            return FAILED;
        }
        int nested = 1;
        for (int i = s + 1; i < textEnd; i++) {
            budget.charge(1);
            if (text[i] == right) {
                if (--nested == 0) {
                    return i + 1;
                }
            } else if (text[i] == left) {
                nested++;
            }
        }
        return FAILED;
    }

    private int backReference(int s, int index) {
        if (index < 0 || index >= captures || captureLength[index] == OPEN) {
            throw LuaFault.of("invalid capture index %" + (index + 1));
        }
        int length = captureLength[index];
        if (length == POSITION || textEnd - s < length) {
            return FAILED;
        }
        budget.charge(length >> Prices.COPIED_SHIFT);
        int start = captureStart[index];
        return Arrays.equals(text, start, start + length, text, s, s + length) ? s + length : FAILED;
    }

    private int longest(int s, int p, int end, int least) {
        int i = s;
        while (fits(i, p, end)) {
            i++;
        }
        for (; i >= s + least; i--) {
            int rest = match(i, end + 1);
            if (rest != FAILED) {
                return rest;
            }
        }
        return FAILED;
    }

    private int shortestMatch(int s, int p, int end) {
        for (int i = s; ; i++) {
            int rest = match(i, end + 1);
            if (rest != FAILED || !fits(i, p, end)) {
                return rest;
            }
        }
    }

    /** Where the single-byte item at {@code p} ends. */
    private int itemEnd(int p) {
        int i = p + 1;
        if (pattern[p] == '%') {
            if (i == patternEnd) {
                throw LuaFault.of("malformed pattern (ends with '%')");
            }
            return i + 1;
        }
        if (pattern[p] != '[') {
            return i;
        }
        if (i < patternEnd && pattern[i] == '^') {
            i++;
        }
        // The first byte belongs to the set even if it is a closing bracket.
        do {
            if (i >= patternEnd) {
                budget.charge((i - p) >> Prices.SEEN_SHIFT);
                throw LuaFault.of("malformed pattern (missing ']')");
            }
            i += pattern[i] == '%' ? 2 : 1;
        } while (i >= patternEnd || pattern[i] != ']');
        budget.charge((i - p) >> Prices.SEEN_SHIFT);
        return i + 1;
    }

    private boolean fits(int s, int p, int end) {
        budget.charge(1);
        if (s >= textEnd) {
            return false;
        }
        int c = text[s] & 255;
        return switch (pattern[p]) {
            case '.' -> true;
            case '%' -> CharClass.matches(c, pattern[p + 1] & 255);
            case '[' -> inSet(c, p, end - 1);
            default -> (pattern[p] & 255) == c;
        };
    }

    /** Whether a byte is in the set whose brackets are at {@code p} and {@code last}. */
    private boolean inSet(int c, int p, int last) {
        budget.charge((last - p) >> Prices.SEEN_SHIFT);
        boolean negated = pattern[p + 1] == '^';
        for (int i = negated ? p + 2 : p + 1; i < last; i++) {
            int member = pattern[i] & 255;
            if (member == '%') {
                i++;
                if (CharClass.matches(c, pattern[i] & 255)) {
                    return !negated;
                }
            } else if (i + 2 < last && pattern[i + 1] == '-') {
                i += 2;
                if (member <= c && c <= (pattern[i] & 255)) {
                    return !negated;
                }
            } else if (member == c) {
                return !negated;
            }
        }
        return negated;
    }
}
