package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.PatternMatcher;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Lua's string library. */
final class StringFunctions {

    private static final int BYTE_MAX = 255;

    private StringFunctions() {}

    static LuaValue sub(BuiltinCall call) {
        LuaString source = call.checkString(1);
        return LuaStrings.sub(source, (long) call.checkNumber(2), call.optLong(3, -1), call.meter);
    }

    static LuaValue rep(BuiltinCall call) {
        LuaString source = call.checkString(1);
        return LuaStrings.rep(source, (long) call.checkNumber(2), call.optString(3, LuaValue.EMPTYSTRING), call.meter);
    }

    static LuaValue bytes(BuiltinCall call) {
        LuaString source = call.checkString(1);
        long first = LuaStrings.position(call.optLong(2, 1), source.m_length);
        long last = Math.min(source.m_length, LuaStrings.position(call.optLong(3, first), source.m_length));
        first = Math.max(1, first);
        if (last - first >= call.run.limits.callValues()) {
            throw LuaFault.of("string slice too long");
        }
        call.meter.charge(Math.max(0, last - first));
        call.begin();
        for (long i = first; i <= last; i++) {
            call.add(LuaValue.valueOf(source.m_bytes[source.m_offset + (int) i - 1] & BYTE_MAX));
        }
        return BuiltinCall.SEVERAL;
    }

    static LuaValue chars(BuiltinCall call) {
        call.meter.charge(call.count);
        return LuaStrings.of(call.count, i -> character(call, i + 1), call.meter);
    }

    private static int character(BuiltinCall call, int argument) {
        long value = (long) call.checkNumber(argument);
        if (value < 0 || value > BYTE_MAX) {
            throw call.badArgument(argument, "value out of range");
        }
        return (int) value;
    }

    /** {@code find}, which gives the positions of the first match too, or {@code match}. */
    static LuaValue search(BuiltinCall call, boolean positions) {
        LuaString subject = call.checkString(1);
        LuaString pattern = call.checkString(2);
        long start = Math.max(1, LuaStrings.position(call.optLong(3, 1), subject.m_length));
        if (start > subject.m_length + 1L) {
            return LuaValue.NIL;
        }
        int at = (int) start - 1;
        if (positions && (call.arg(4).toboolean() || PatternMatcher.isPlain(pattern, call.meter))) {
            int found = LuaStrings.find(subject, pattern, at, call.meter);
            return found < 0 ? LuaValue.NIL : span(call, found, found + pattern.m_length);
        }
        boolean anchored = PatternMatcher.isAnchored(pattern);
        PatternMatcher matcher = new PatternMatcher(subject, pattern, anchored ? 1 : 0, call.meter);
        matcher.at = at;
        if (anchored ? matcher.match(at) < 0 : !matcher.next()) {
            return LuaValue.NIL;
        }
        if (!positions) {
            return values(call.begin(), matcher);
        }
        span(call, matcher.from, matcher.to);
        return matcher.hasCaptures() ? values(call, matcher) : BuiltinCall.SEVERAL;
    }

    private static LuaValue span(BuiltinCall call, int from, int to) {
        return call.results(LuaValue.valueOf(from + 1), LuaValue.valueOf(to));
    }

    private static LuaValue values(BuiltinCall call, PatternMatcher matcher) {
        for (int i = 0; i < matcher.valueCount(); i++) {
            call.add(matcher.value(i));
        }
        return BuiltinCall.SEVERAL;
    }

    static LuaValue gmatch(BuiltinCall call) {
        LuaString subject = call.checkString(1);
        LuaString pattern = call.checkString(2);
        call.meter.allocate(Prices.GMATCH);
        PatternMatcher matcher = new PatternMatcher(subject, pattern, 0, call.meter);
        boolean madeByChunk = call.run.loading;
        return new Builtin("string.gmatch", step -> {
            // Its place is no part of the object's state, so it must not live from one event to the next.
            if (madeByChunk && !step.run.loading) {
                throw LuaFault.of("a gmatch made by the chunk ends with it");
            }
            matcher.budget = step.meter;
            return matcher.next() ? values(step.begin(), matcher) : LuaValue.NIL;
        });
    }

    static LuaValue gsub(BuiltinCall call) {
        LuaString subject = call.checkString(1);
        LuaString pattern = call.checkString(2);
        LuaValue by = call.arg(3);
        boolean isTemplate = by instanceof LuaString || by instanceof LuaNumber;
        if (!isTemplate && !(by instanceof Table) && !(by instanceof LuaFunction)) {
            throw call.badArgument(3, "string/function/table expected");
        }
        long max = call.optLong(4, subject.m_length + 1L);
        // The original counts without a sign.
        GsubRun substitution = new GsubRun(subject, pattern, by, max < 0 ? Long.MAX_VALUE : max, call.meter);
        if (!isTemplate) {
            return call.start(substitution::proceed);
        }
        LuaString template = call.checkString(3);
        while (substitution.advance()) {
            substitution.expand(template, call.meter);
        }
        return substitution.results(call);
    }
}
