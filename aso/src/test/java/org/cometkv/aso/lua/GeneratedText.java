package org.cometkv.aso.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts made by a rule: those too large for a file, or of bytes that a text file should not hold. */
final class GeneratedText {

    private static final Pattern PART =
            Pattern.compile("\\s*(?:(\\d+) \\*\\s*|pad (\\d+)\\s*)?'((?:[^'\\\\]|\\\\.)*)'\\s*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-fA-F]{2}|.)");

    private GeneratedText() {}

    /** The bytes that a rule makes; the rules are described in {@code hostile/README.md}. */
    static byte[] of(String rule) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        Matcher part = PART.matcher(rule);
        int at = 0;
        while (at < rule.length()) {
            if (!part.find(at) || part.start() != at) {
                throw new IllegalArgumentException("not a rule from here on: " + rule.substring(at));
            }
            String text = unescaped(part.group(3));
            if (part.group(2) != null) {
                while (made.size() < Integer.parseInt(part.group(2))) {
                    append(made, text);
                }
            } else {
                int times = part.group(1) == null ? 1 : Integer.parseInt(part.group(1));
                for (int i = 1; i <= times; i++) {
                    append(made, text.replace("%d", Integer.toString(i)));
                }
            }
            at = part.end();
        }
        return made.toByteArray();
    }

    private static void append(ByteArrayOutputStream made, String text) {
        made.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
    }

    private static String character(String escape) {
        if (escape.length() == 3) {
            return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
        }
        return switch (escape) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escape;
        };
    }
}
