package org.cometkv.aso.lua;

/** The character classes of the C locale over bytes 0 to 255, as Lua's patterns name them. */
final class CharClass {

    /* The letters that name classes; a byte's entry in the table has the bit of each class that it is in. */
    private static final String NAMES = "acdglpsuwxz";
    private static final int[] CLASSES = new int[256];

    static {
        for (int c = 0; c < 128; c++) {
            boolean digit = isDigit(c);
            boolean lower = c >= 'a' && c <= 'z';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean word = digit || lower || upper;
            boolean visible = c > ' ' && c < 127;
            add(c, 'a', lower || upper);
            add(c, 'c', c < ' ' || c == 127);
            add(c, 'd', digit);
            add(c, 'g', visible);
            add(c, 'l', lower);
            add(c, 'p', visible && !word);
            add(c, 's', isSpace(c));
            add(c, 'u', upper);
            add(c, 'w', word);
            add(c, 'x', digit(c) >= 0 && digit(c) < 16);
            add(c, 'z', c == 0);
        }
    }

    private CharClass() {}

    private static void add(int c, int name, boolean belongs) {
        CLASSES[c] |= belongs ? 1 << NAMES.indexOf(name) : 0;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isControl(int c) {
        return c >= 0 && c < ' ' || c == 127;
    }

    /** The value of a digit in a base up to 36, or -1. */
    static int digit(int c) {
        int small = c | 32;
        return isDigit(c) ? c - '0' : small >= 'a' && small <= 'z' ? small - 'a' + 10 : -1;
    }

    static byte lower(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
    }

    static byte upper(byte c) {
        return c >= 'a' && c <= 'z' ? (byte) (c - 32) : c;
    }

    /** Whether {@code c} is in the class that follows a percent sign; what names no class stands for itself. */
    static boolean matches(int c, int name) {
        int bit = (name & 64) == 0 ? -1 : NAMES.indexOf(name | 32);
        if (bit < 0) {
            return c == name;
        }
        boolean inside = (CLASSES[c] >> bit & 1) != 0;
        boolean complement = (name & 32) == 0;
        return inside != complement;
    }
}
