package org.cometkv.node.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of one result: {@code work}, {@code variant} and the figures that apply. Names of the design come first, in
 * its order, whatever the order in which they were set.
 */
final class ResultLine {

    static final String OPS_PER_S = "ops_per_s";
    static final String CPU_US_PER_OP = "cpu_us_per_op";
    static final String BYTES_EACH = "bytes_each";
    static final String RATIO = "ratio";
    static final String RATIO_TO = "ratio_to";
    static final String SECONDS = "seconds";
    static final String JVM = "jvm";

    /** The fields that every reader of these lines knows. */
    static final List<String> FIELDS = List.of(
            "work",
            "variant",
            OPS_PER_S,
            "p50_us",
            "p99_us",
            "p999_us",
            CPU_US_PER_OP,
            BYTES_EACH,
            RATIO,
            RATIO_TO,
            SECONDS,
            "nodes",
            JVM);

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final MathContext DIGITS = new MathContext(4);

    private final Map<String, Object> fields = new LinkedHashMap<>();

    ResultLine(String work, String variant) {
        FIELDS.forEach(field -> fields.put(field, ""));
        with("work", work);
        with("variant", variant);
        with(JVM, System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    ResultLine with(String field, String text) {
        fields.put(field, text);
        return this;
    }

    /** A figure; four digits of it are told. */
    ResultLine with(String field, double figure) {
        fields.put(field, rounded(figure));
        return this;
    }

    /** A number that says which, with all its digits. */
    ResultLine withNumber(String field, long number) {
        fields.put(field, BigDecimal.valueOf(number));
        return this;
    }

    /** Figures by name, as an object. */
    ResultLine with(String field, Map<String, ? extends Number> figures) {
        Map<String, BigDecimal> told = new LinkedHashMap<>();
        figures.forEach((name, figure) -> told.put(name, rounded(figure.doubleValue())));
        fields.put(field, told);
        return this;
    }

    /** Says what was to be reached, and whether it was. */
    ResultLine judged(Target... targets) {
        with("target", Arrays.stream(targets).map(Target::toString).collect(Collectors.joining(" and ")));
        fields.put("met", Arrays.stream(targets).allMatch(target -> target.isMet(this::figure)));
        return this;
    }

    private double figure(String field) {
        return ((BigDecimal) fields.get(field)).doubleValue();
    }

    static BigDecimal rounded(double figure) {
        BigDecimal round = new BigDecimal(figure).round(DIGITS);
        // Whole numbers as such, and none of the zeros that rounding leaves behind the point.
        BigDecimal plain = round.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The line as JSON. */
    String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                if (!"".equals(field.getValue())) {
                    json.writeFieldName(field.getKey());
                    write(json, field.getValue());
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof BigDecimal figure) {
            json.writeNumber(figure);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Map<?, ?> figures) {
            json.writeStartObject();
            for (Map.Entry<?, ?> figure : figures.entrySet()) {
                json.writeFieldName((String) figure.getKey());
                write(json, figure.getValue());
            }
            json.writeEndObject();
        } else {
            json.writeString((String) value);
        }
    }
}
