package org.cometkv.aso.lua.text;

/** The character classes of the C locale over bytes 0 to 255, as Lua's patterns name them. */
public final class CharClass {

    private CharClass() {}

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isControl(int c) {
        return c >= 0 && c < ' ' || c == 127;
    }

    /** The value of a digit in a base up to 36, or -1. */
    static int digit(int c) {
        int small = c | 32;
        return isDigit(c) ? c - '0' : isLower(small) ? small - 'a' + 10 : -1;
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isWord(int c) {
        return isDigit(c) || isLower(c) || isUpper(c);
    }

    public static int lower(int c) {
        return isUpper(c) ? c + 32 : c;
    }

    public static int upper(int c) {
        return isLower(c) ? c - 32 : c;
    }

    /** Whether {@code c} is in the class that follows a percent sign; what names no class stands for itself. */
    static boolean matches(int c, int name) {
        boolean inside;
        switch (name | 32) {
            case 'a' -> inside = isLower(c) || isUpper(c);
            case 'c' -> inside = isControl(c);
            case 'd' -> inside = isDigit(c);
            case 'g' -> inside = c > ' ' && c < 127;
            case 'l' -> inside = isLower(c);
            case 'p' -> inside = c > ' ' && c < 127 && !isWord(c);
            case 's' -> inside = isSpace(c);
            case 'u' -> inside = isUpper(c);
            case 'w' -> inside = isWord(c);
            case 'x' -> inside = digit(c) >= 0 && digit(c) < 16;
            case 'z' -> inside = c == 0;
            default -> {
                return c == name;
            }
        }
        // A capital names what is not in the class.
        return inside == ((name & 32) != 0);
    }
}
