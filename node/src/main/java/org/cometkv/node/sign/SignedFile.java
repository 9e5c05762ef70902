package org.cometkv.node.sign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;
import org.cometkv.aso.Value;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserFile;
import org.cometkv.node.console.UserMistake;
import org.cometkv.node.json.ValueJson;

/** A file of one JSON object that names what it is: a key, a grant or a signed object. */
record SignedFile(String name, Value.Table fields) {

    private static final int BYTES_MAX = 1 << 24;
    private static final double WHOLE_MAX = 1L << 53;

    /** Reads a file that says it is of one of these kinds. */
    static SignedFile read(String file, String... kinds) {
        byte[] bytes = UserFile.readable(file).read(BYTES_MAX);
        if (bytes.length > BYTES_MAX) {
            throw new UserMistake(ExitCode.USAGE, file + " is too large for a file of kind " + named(kinds) + ".");
        }
        try {
            return of(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    kinds);
        } catch (CharacterCodingException notText) {
            throw new UserMistake(ExitCode.USAGE, file + " is no text in UTF-8.");
        }
    }

    static SignedFile of(String name, String text, String... kinds) {
        Value value;
        try {
            value = ValueJson.parse(text);
        } catch (IllegalArgumentException mistake) {
            throw new UserMistake(ExitCode.USAGE, name + " cannot be read as JSON: " + mistake.getMessage() + ".");
        }
        if (value instanceof Value.Table table) {
            for (String kind : kinds) {
                if (table.get("kind").equals(Value.of(kind))) {
                    return new SignedFile(name, table);
                }
            }
        }
        throw new UserMistake(ExitCode.USAGE, name + " is no file of kind " + named(kinds) + ".");
    }

    private static String named(String... kinds) {
        return String.join(" or ", kinds);
    }

    /** Writes a new file; one that is secret is for its owner alone. */
    static void write(String file, Value json, boolean isSecret) {
        UserFile.of(file).create(StandardCharsets.UTF_8.encode(ValueJson.print(json) + "\n"), isSecret);
    }

    boolean has(String field) {
        return fields.get(field) != Value.NIL;
    }

    String text(String field) {
        if (fields.get(field) instanceof Value.Bytes bytes) {
            return bytes.utf8();
        }
        throw wrong(field, "it must be a text");
    }

    byte[] hex(String field) {
        return read(field, HexFormat.of()::parseHex);
    }

    long whole(String field) {
        if (fields.get(field) instanceof Value.Num num
                && num.number() == Math.rint(num.number())
                && Math.abs(num.number()) <= WHOLE_MAX) {
            return (long) num.number();
        }
        throw wrong(field, "it must be a whole number");
    }

    boolean truth(String field) {
        if (fields.get(field) instanceof Value.Bool truth) {
            return truth.isTrue();
        }
        throw wrong(field, "it must be true or false");
    }

    Value.Table table(String field) {
        if (fields.get(field) instanceof Value.Table table) {
            return table;
        }
        throw wrong(field, "it must be an object");
    }

    /** A text, in the form that the reader takes. */
    <T> T read(String field, Function<String, T> reader) {
        String text = text(field);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException mistake) {
            throw wrong(field, mistake.getMessage());
        }
    }

    UserMistake wrong(String field, String why) {
        return new UserMistake(ExitCode.USAGE, name + ": \"" + field + "\" is wrong: " + why + ".");
    }
}
