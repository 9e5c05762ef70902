package org.cometkv.node.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;

/**
 * The JSON form of values.
 *
 * <p>What is printed reads back as the same value, but for what JSON has no words for: infinities and NaN are printed
 * as the strings {@code "inf"}, {@code "-inf"}, {@code "nan"}, and a table that is neither a list nor keyed by text as
 * a list of pairs; both read back as what they look like.
 */
public final class ValueJson {

    /** Longest text that is read, in characters: ten times the default bound of a value. */
    public static final int TEXT_MAX = 1 << 20;

    /** The one member of an object that stands for bytes that are not text. */
    static final String BASE64 = "base64";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * Limits.VALUE_DEPTH) // ValueJsonReader's own bound is met first
                    .maxStringLength(TEXT_MAX)
                    .maxNameLength(TEXT_MAX)
                    .build())
            .build();

    /** Remarks of the parser to its programmer, who is not the one that reads them here. */
    private static final Pattern PARSER_SETTINGS =
            Pattern.compile(": enable `.*| \\(not recognized as .*|, from `[^`]*`");

    /** Decimal digits that tell any two doubles apart. */
    private static final int DIGITS_MAX = 17;

    private static final double LONG_END = 0x1p63;

    private ValueJson() {}

    /** The value as one line of JSON. */
    public static String print(Value value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = generator(out)) {
            write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** Writes JSON to this text. */
    public static JsonGenerator generator(StringWriter out) throws IOException {
        return JSON.createGenerator(out);
    }

    /** Writes the value as the generator's next one. */
    public static void write(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Value.Bool truth) {
            json.writeBoolean(truth.isTrue());
        } else if (value instanceof Value.Num num) {
            writeNumber(json, num.number());
        } else if (value instanceof Value.Bytes bytes) {
            writeBytes(json, bytes);
        } else if (value instanceof Value.Table table) {
            writeTable(json, table);
        } else {
            json.writeNull();
        }
    }

    /**
     * Reads one JSON text: null as nil, members that are null as absent, elements that are null as holes, numbers as
     * doubles, the object {@code {"base64": …}} as bytes, and both {@code []} and {@code {}} as the empty table.
     *
     * @throws IllegalArgumentException if the text is over a bound or not JSON; the message names line and column
     */
    public static Value parse(String text) {
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "the JSON text has " + text.length() + " characters; the limit is " + TEXT_MAX);
        }
        try (ValueJsonReader reader = new ValueJsonReader(JSON.createParser(text))) {
            return reader.readOnly();
        } catch (JsonProcessingException mistake) {
            String message =
                    PARSER_SETTINGS.matcher(mistake.getOriginalMessage()).replaceAll("");
            throw new IllegalArgumentException(ValueJsonReader.at(mistake.getLocation()) + message, mistake);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void writeNumber(JsonGenerator json, double number) throws IOException {
        if (Double.isNaN(number)) {
            json.writeString("nan");
        } else if (Double.isInfinite(number)) {
            json.writeString(number > 0 ? "inf" : "-inf");
        } else {
            json.writeNumber(decimal(number));
        }
    }

    /*
     * The shortest decimal that reads back as the same double. Not Double.toString: it writes 1.0 for 1, and before
     * JDK 19 it is not always the shortest, so that two JVMs would print two texts.
     */
    private static String decimal(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        if (number == Math.rint(number) && Math.abs(number) < LONG_END) {
            return Long.toString((long) number);
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < DIGITS_MAX; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(DIGITS_MAX)).stripTrailingZeros().toString();
    }

    private static void writeBytes(JsonGenerator json, Value.Bytes bytes) throws IOException {
        Optional<String> text = text(bytes);
        if (text.isPresent()) {
            json.writeString(text.get());
            return;
        }
        json.writeStartObject();
        json.writeStringField(BASE64, Base64.getEncoder().encodeToString(bytes.array()));
        json.writeEndObject();
    }

    private static void writeTable(JsonGenerator json, Value.Table table) throws IOException {
        if (isKeyedByText(table)) {
            json.writeStartObject();
            for (int i = 0; i < table.pairCount(); i++) {
                json.writeFieldName(((Value.Bytes) table.pairKey(i)).utf8());
                write(json, table.pairValue(i));
            }
            json.writeEndObject();
            return;
        }
        boolean isList = table.pairCount() == 0;
        json.writeStartArray();
        for (int i = 0; i < table.listSize(); i++) {
            if (isList) {
                write(json, table.listed(i));
            } else {
                writePair(json, Value.of(i + 1), table.listed(i));
            }
        }
        for (int i = 0; i < table.pairCount(); i++) {
            writePair(json, table.pairKey(i), table.pairValue(i));
        }
        json.writeEndArray();
    }

    private static void writePair(JsonGenerator json, Value key, Value value) throws IOException {
        json.writeStartArray();
        write(json, key);
        write(json, value);
        json.writeEndArray();
    }

    /*
     * The empty table is keyed by text: most tables of objects are records, and a reader that looks up a field in `{}`
     * finds nothing, where `[]` would be of another type than the same table with one field. A table whose only entry
     * would read back as bytes is not keyed by text.
     */
    private static boolean isKeyedByText(Value.Table table) {
        if (table.listSize() > 0) {
            return false;
        }
        for (int i = 0; i < table.pairCount(); i++) {
            if (!(table.pairKey(i) instanceof Value.Bytes key) || text(key).isEmpty()) {
                return false;
            }
        }
        return table.pairCount() != 1
                || !(table.get(BASE64) instanceof Value.Bytes bytes)
                || text(bytes).isEmpty();
    }

    private static Optional<String> text(Value.Bytes bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.array()))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
