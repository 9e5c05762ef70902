package org.cometkv.node.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.aso.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An override of one limit of a script, as {@code --limit NAME=N} gives it. */
record LimitOverride(String name, int bound) {

    /*
     * A state takes about five times its encoded size on the heap. Whoever raises the encoded bound means the state,
     * and would otherwise meet the bound of the heap next.
     */
    private static final int HEAP_FOR_EACH_ENCODED_BYTE = 8;

    /** A reader of {@code NAME=N}, for picocli. */
    static final class Converter implements ITypeConverter<LimitOverride> {
        @Override
        public LimitOverride convert(String text) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw new TypeConversionException("'" + text + "' is not NAME=N");
            }
            String name = text.substring(0, sign);
            if (!named(Limits.DEFAULTS).containsKey(name)) {
                throw new TypeConversionException("there is no limit '" + name + "'; there are "
                        + String.join(", ", named(Limits.DEFAULTS).keySet()));
            }
            return new LimitOverride(name, bound(name, text.substring(sign + 1)));
        }

        private static int bound(String name, String text) {
            try {
                int bound = Integer.parseInt(text);
                if (bound > 0) {
                    return bound;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, as for a number out of range.
            }
            throw new TypeConversionException(
                    "limit " + name + " is '" + text + "'; it must be a number from 1 to " + Integer.MAX_VALUE);
        }
    }

    /** The defaults with these changes, a later one before an earlier one. */
    static Limits apply(List<LimitOverride> changes) {
        Map<String, Integer> bounds = named(Limits.DEFAULTS);
        for (LimitOverride change : changes) {
            bounds.put(change.name(), change.bound());
            if (change.name().equals("live")) {
                long heap = Math.min((long) change.bound() * HEAP_FOR_EACH_ENCODED_BYTE, Integer.MAX_VALUE);
                bounds.merge("live-heap", (int) heap, Math::max);
            }
        }
        return new Limits(
                bounds.get("fuel"),
                bounds.get("allocation"),
                bounds.get("depth"),
                bounds.get("effects"),
                bounds.get("inbox-answers"),
                bounds.get("value"),
                bounds.get("live"),
                bounds.get("live-heap"),
                bounds.get("script"),
                bounds.get("answer"),
                bounds.get("call-values"),
                bounds.get("waiting"),
                bounds.get("named-timers"),
                bounds.get("shortest-timer"),
                bounds.get("slice"));
    }

    private static Map<String, Integer> named(Limits limits) {
        Map<String, Integer> bounds = new LinkedHashMap<>();
        bounds.put("fuel", limits.fuel());
        bounds.put("allocation", limits.allocation());
        bounds.put("depth", limits.depth());
        bounds.put("effects", limits.effects());
        bounds.put("inbox-answers", limits.inboxAnswers());
        bounds.put("value", limits.valueBytes());
        bounds.put("live", limits.liveBytes());
        bounds.put("live-heap", limits.liveHeap());
        bounds.put("script", limits.scriptBytes());
        bounds.put("answer", limits.answerBytes());
        bounds.put("call-values", limits.callValues());
        bounds.put("waiting", limits.waiting());
        bounds.put("named-timers", limits.namedTimers());
        bounds.put("shortest-timer", limits.shortestTimerMillis());
        bounds.put("slice", limits.slice());
        return bounds;
    }
}
