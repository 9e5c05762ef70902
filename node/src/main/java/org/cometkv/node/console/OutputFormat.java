package org.cometkv.node.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cometkv.aso.Value;
import org.cometkv.node.json.ValueJson;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The form in which a command prints its results. */
public enum OutputFormat {
    /** For people. */
    TEXT,
    /** For machines: one JSON object for each line. */
    JSON;

    /** A reader of the name of a form, for picocli. */
    public static final class Converter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(form -> form.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no form '" + text + "'; there are "
                            + Arrays.stream(values())
                                    .map(OutputFormat::toString)
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** A line of JSON with these fields. */
    public static String line(Map<String, Value> fields) {
        return ValueJson.print(Value.table(fields));
    }

    /** The form's name: what {@code -o} is given. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
