package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.aso.lua.text.Latin.lua;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.text.FormatDirective;
import org.cometkv.aso.lua.text.Latin;
import org.cometkv.aso.lua.text.LuaStringBuilder;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.NegativeZero;
import org.cometkv.aso.lua.text.Numbers;
import org.cometkv.aso.lua.text.PatternMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What the original Lua 5.2.4 gave for more than a thousand random calls; the file says how it is written. */
class ReferenceTest {

    static List<String> cases() throws IOException {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                ReferenceTest.class.getResourceAsStream("/reference/lua-5.2.4.tsv"), StandardCharsets.US_ASCII))) {
            return file.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
        }
    }

    @Test
    void fileHoldsEnoughCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resultIsThatOfTheOriginal(String line) {
        String[] fields = line.split("\t");
        String[] arguments = Arrays.copyOfRange(fields, 1, fields.length - 1);
        String result;
        try {
            result = run(fields[0], arguments);
        } catch (LuaFault fault) {
            result = "error " + shown(fault.value);
        }
        assertThat(result).isEqualTo(fields[fields.length - 1]);
    }

    private static String run(String function, String[] arguments) {
        switch (function) {
            case "tostring":
                return shown(Numbers.text(NegativeZero.box(number(arguments[0])), Meters.event()));
            case "tonumber":
                return shown(Numbers.parse(bytes(arguments[0]), Meters.event()));
            case "base":
                return shown(Numbers.parse(bytes(arguments[0]), Integer.parseInt(arguments[1]), Meters.event()));
            case "format":
                return format(bytes(arguments[0]), number(arguments[1]));
            case "quote":
                LuaStringBuilder quoted = new LuaStringBuilder(Meters.event());
                FormatDirective.quote(bytes(arguments[0]), quoted, Meters.event());
                return shown(quoted.finish());
            case "gsub":
                return gsub(bytes(arguments[0]), bytes(arguments[1]), bytes(arguments[2]));
            default:
                return find(bytes(arguments[0]), bytes(arguments[1]), Integer.parseInt(arguments[2]));
        }
    }

    private static String format(LuaString format, double number) {
        FormatDirective directive = FormatDirective.of(format.m_bytes, 1, format.m_length);
        LuaStringBuilder out = new LuaStringBuilder(Meters.event());
        if (directive.conversion() == 'c') {
            directive.character((int) number, out);
        } else if ("diuoxX".indexOf(directive.conversion()) >= 0) {
            byte[] shown = directive.integer(number);
            if (shown == null) {
                boolean signed = "di".indexOf(directive.conversion()) >= 0;
                throw LuaFault.of("bad argument #2 to 'format' (not a " + (signed ? "" : "non-negative ")
                        + "number in proper range)");
            }
            out.append(shown);
        } else {
            out.append(directive.real(number));
        }
        return shown(out.finish());
    }

    private static String gsub(LuaString subject, LuaString pattern, LuaString template) {
        GsubRun run = new GsubRun(subject, pattern, LuaValue.NIL, Long.MAX_VALUE, Meters.event());
        while (run.advance()) {
            run.expand(template, Meters.event());
        }
        return shown(run.finish()) + " " + shown(LuaValue.valueOf(run.count));
    }

    private static String find(LuaString subject, LuaString pattern, int init) {
        int start = (int) Math.max(1, LuaStrings.position(init, subject.m_length)) - 1;
        Meter meter = Meters.event();
        if (PatternMatcher.isPlain(pattern, meter) && start <= subject.m_length) {
            int at = LuaStrings.find(subject, pattern, start, meter);
            return at < 0
                    ? "nil"
                    : shown(LuaValue.valueOf(at + 1)) + " " + shown(LuaValue.valueOf(at + pattern.m_length));
        }
        int skip = PatternMatcher.isAnchored(pattern) ? 1 : 0;
        PatternMatcher matcher = new PatternMatcher(subject, pattern, skip, meter);
        for (int from = start; from <= (skip == 1 ? Math.min(start, subject.m_length) : subject.m_length); from++) {
            int to = matcher.match(from);
            if (to >= 0) {
                StringBuilder found = new StringBuilder(shown(LuaValue.valueOf(from + 1)));
                found.append(' ').append(shown(LuaValue.valueOf(to)));
                for (int i = 0; matcher.hasCaptures() && i < matcher.valueCount(); i++) {
                    found.append(' ').append(shown(matcher.value(i)));
                }
                return found.toString();
            }
        }
        return "nil";
    }

    private static String shown(LuaValue value) {
        if (!(value instanceof LuaString)) {
            return value.isnil()
                    ? "nil"
                    : Latin.java(FormatDirective.of(Numbers.latin("a"), 0, 1).real(value.todouble()));
        }
        StringBuilder text = new StringBuilder("'");
        for (char c : Latin.java((LuaString) value).toCharArray()) {
            text.append(c >= 33 && c <= 126 && c != '\\' ? "" + c : String.format("\\x%02x", (int) c));
        }
        return text.append('\'').toString();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("inf", "Infinity"));
    }

    private static LuaString bytes(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length() && !escaped.equals("\\-"); i++) {
            boolean isEscape = escaped.charAt(i) == '\\';
            text.append(isEscape ? (char) Integer.parseInt(escaped.substring(i + 2, i + 4), 16) : escaped.charAt(i));
            i += isEscape ? 3 : 0;
        }
        return lua(text.toString());
    }
}
