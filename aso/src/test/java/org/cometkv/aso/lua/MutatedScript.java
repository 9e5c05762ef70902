package org.cometkv.aso.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A mutator of scripts: bytes flipped, tokens exchanged, spans repeated, dropped or taken from another script. */
final class MutatedScript {

    private static final int CHANGES_MAX = 3;
    private static final int SPAN_MAX = 60;
    private static final int WINDOW_MAX = 2_000;
    private static final int REPEATS_MAX = 250;
    private static final int LENGTH_MAX = 16 << 10;
    private static final List<String> WORDS = List.of(
            "end",
            "do",
            "function",
            "local",
            "return",
            "goto",
            "break",
            "::",
            "nil",
            "not",
            "...",
            "if",
            "else",
            "then",
            "repeat",
            "until",
            "[[",
            "]]",
            "[==[",
            "--[[",
            "--",
            "\\z",
            "\"",
            "'",
            "0x",
            "1e",
            "1e9999",
            "0x.p1",
            "~=",
            "<",
            "..",
            "^",
            "-",
            "#",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            ",",
            ":",
            "=",
            "\\x",
            "\\999",
            "\0",
            "\u00ff",
            "\n",
            "\r");

    private final Random random;
    private final List<byte[]> sources;

    MutatedScript(Random random, List<byte[]> sources) {
        this.random = random;
        this.sources = sources;
    }

    byte[] next() {
        byte[] text = window(source());
        for (int left = random.nextBoolean() ? 1 : 1 + random.nextInt(CHANGES_MAX);
                left > 0 && text.length > 0;
                left--) {
            text = changed(text);
        }
        return text.length <= LENGTH_MAX ? text : Arrays.copyOf(text, LENGTH_MAX);
    }

    private byte[] source() {
        return sources.get(random.nextInt(sources.size()));
    }

    /** The whole of a short script, whole lines of a long one. */
    private byte[] window(byte[] text) {
        if (text.length <= WINDOW_MAX) {
            return text;
        }
        int start = lineStart(text, random.nextInt(text.length - WINDOW_MAX));
        return Arrays.copyOfRange(text, start, lineStart(text, start + WINDOW_MAX));
    }

    private static int lineStart(byte[] text, int from) {
        for (int at = from; at > 0 && at > from - WINDOW_MAX / 2; at--) {
            if (text[at - 1] == '\n') {
                return at;
            }
        }
        return from;
    }

    private byte[] changed(byte[] text) {
        int at = random.nextInt(text.length);
        int end = Math.min(text.length, at + 1 + random.nextInt(SPAN_MAX));
        byte[] span = Arrays.copyOfRange(text, at, end);
        return switch (random.nextInt(14)) {
            case 0 -> flipped(text, at);
            case 1 -> replaced(text, at, end, new byte[0]);
            case 2 -> replaced(text, at, at, span);
            case 3 -> replaced(text, at, at, repeated(span));
            case 4 -> replaced(text, at, at, latin(OddValues.pick(random, WORDS)));
            case 5 -> spliced(text, at, end);
            case 6 -> Arrays.copyOf(text, at);
            default -> exchanged(text);
        };
    }

    private byte[] flipped(byte[] text, int at) {
        byte[] flipped = text.clone();
        flipped[at] = (byte) (random.nextBoolean() ? flipped[at] ^ 1 << random.nextInt(8) : random.nextInt());
        return flipped;
    }

    private byte[] repeated(byte[] span) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int left = random.nextInt(REPEATS_MAX); left > 0; left--) {
            all.writeBytes(span);
        }
        return all.toByteArray();
    }

    private byte[] spliced(byte[] text, int at, int end) {
        byte[] other = window(source());
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(SPAN_MAX));
        return replaced(text, at, end, Arrays.copyOfRange(other, from, to));
    }

    /** Puts a token in the place of another one of its kind, so that many of the scripts still compile. */
    private byte[] exchanged(byte[] text) {
        List<int[]> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return text;
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        int[] other = tokens.get(random.nextInt(tokens.size()));
        for (int tries = 0; tries < 8 && kind(text[token[0]]) != kind(text[other[0]]); tries++) {
            other = tokens.get(random.nextInt(tokens.size()));
        }
        boolean isNumber = kind(text[token[0]]) == 2 && random.nextBoolean();
        byte[] with = isNumber
                ? latin(" " + OddValues.pick(random, OddValues.NUMBERS))
                : Arrays.copyOfRange(text, other[0], other[1]);
        return replaced(text, token[0], token[1], with);
    }

    private static List<int[]> tokens(byte[] text) {
        List<int[]> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length) {
            int end = at + 1;
            while (end < text.length && kind(text[end]) == kind(text[at])) {
                end++;
            }
            if (kind(text[at]) > 0) {
                tokens.add(new int[] {at, end});
            }
            at = end;
        }
        return tokens;
    }

    private static int kind(byte character) {
        if (character <= ' ') {
            return 0;
        }
        if (Character.isLetter(character) || character == '_') {
            return 1;
        }
        return Character.isDigit(character) ? 2 : 3;
    }

    private static byte[] replaced(byte[] text, int at, int end, byte[] with) {
        ByteArrayOutputStream made = new ByteArrayOutputStream(text.length + with.length);
        made.write(text, 0, at);
        made.writeBytes(with);
        made.write(text, end, text.length - end);
        return made.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
