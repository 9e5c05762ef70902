package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.CharClass;
import org.cometkv.aso.lua.text.LuaStringBuilder;
import org.cometkv.aso.lua.text.Numbers;
import org.cometkv.aso.lua.text.PatternMatcher;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * One run of {@code gsub}: a subject copied match by match into a new string.
 *
 * <p>The caller asks for the next match and answers it with {@link #answer} or {@link #expand}, so a replacement may be
 * computed elsewhere and later. Not thread-safe; owned by the library call.
 */
final class GsubRun {

    private final LuaString subject;
    final PatternMatcher matcher;
    private final LuaStringBuilder result;
    private final LuaValue by;
    private final boolean anchored;
    private final long matchesMax;
    private int at;

    /** How many matches were replaced or kept. */
    int count;

    private boolean done;

    /** @param by the table or function that it asks for replacements */
    GsubRun(LuaString subject, LuaString pattern, LuaValue by, long matchesMax, Meter meter) {
        this.subject = subject;
        this.anchored = PatternMatcher.isAnchored(pattern);
        this.matcher = new PatternMatcher(subject, pattern, anchored ? 1 : 0, meter);
        this.result = new LuaStringBuilder(meter);
        this.by = by;
        this.matchesMax = matchesMax;
    }

    /** In a frame of its own: asks for the replacements of all matches to come. */
    LuaValue proceed(BuiltinCall call) {
        while (advance()) {
            LuaValue replacement = ask(call);
            if (replacement == BuiltinCall.CALLING) {
                return BuiltinCall.CALLING;
            }
            answer(replacement, call.meter);
        }
        return results(call);
    }

    private LuaValue answered(BuiltinCall call) {
        answer(call.arg(1), call.meter);
        return proceed(call);
    }

    private LuaValue ask(BuiltinCall call) {
        if (by instanceof Table) {
            return IndexOps.get(call, this::answered, by, matcher.value(0));
        }
        LuaValue[] arguments = new LuaValue[matcher.valueCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = matcher.value(i);
        }
        return call.invoke(this::answered, by, arguments);
    }

    /** Puts a replacement in place of the match; false or nil leaves it as it is. */
    void answer(LuaValue replacement, Meter meter) {
        if (!replacement.toboolean()) {
            appendMatch();
        } else if (Numbers.coerced(replacement, meter) instanceof LuaString text) {
            result.append(text);
        } else {
            throw LuaFault.of("invalid replacement value (a " + replacement.typename() + ")");
        }
        afterMatch();
    }

    /** What {@code gsub} returns. */
    LuaValue results(BuiltinCall call) {
        return call.results(finish(), LuaValue.valueOf(count));
    }

    /** Goes to the next match, copying what lies before it; false if there is none. */
    boolean advance() {
        while (!done && count < matchesMax) {
            int to = matcher.match(at);
            done = anchored || at == subject.m_length;
            if (to > at) {
                at = to;
            } else if (to < 0 && at < subject.m_length) {
                copyByte();
            }
            if (to >= 0) {
                count++;
                return true;
            }
        }
        return false;
    }

    // An empty match is answered before the byte it stands in front of is copied.
    private void afterMatch() {
        if (matcher.to == matcher.from && matcher.from < subject.m_length) {
            copyByte();
        }
    }

    private void copyByte() {
        result.append(subject.m_bytes[subject.m_offset + at]);
        at++;
    }

    private void appendMatch() {
        result.append(subject.m_bytes, subject.m_offset + matcher.from, matcher.to - matcher.from);
    }

    /** Puts a template in place of the match: %0 is the match, %1 to %9 its captures, %% a percent sign. */
    void expand(LuaString template, Meter meter) {
        int end = template.m_offset + template.m_length;
        int i = template.m_offset;
        while (i < end) {
            int run = i;
            while (i < end && template.m_bytes[i] != '%') {
                i++;
            }
            result.append(template.m_bytes, run, i - run);
            if (i < end) {
                meter.charge(Prices.ESCAPE);
                escape(i + 1 < end ? template.m_bytes[i + 1] : 0, meter);
                i += 2;
            }
        }
        afterMatch();
    }

    private void escape(int name, Meter meter) {
        if (name == '%') {
            result.append('%');
        } else if (name == '0') {
            appendMatch();
        } else if (CharClass.isDigit(name)) {
            result.append((LuaString) Numbers.coerced(matcher.value(name - '1'), meter));
        } else {
            throw LuaFault.of("invalid use of '%' in replacement string");
        }
    }

    /** The whole new string: what has not been looked at follows unchanged. */
    LuaString finish() {
        result.append(subject.m_bytes, subject.m_offset + at, subject.m_length - at);
        return result.finish();
    }
}
