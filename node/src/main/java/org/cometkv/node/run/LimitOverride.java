package org.cometkv.node.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.aso.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An override of one limit of a script, as {@code --limit NAME=N} gives it. */
record LimitOverride(Limits.Name name, int bound) {

    /** A reader of {@code NAME=N}, for picocli. */
    static final class Converter implements ITypeConverter<LimitOverride> {
        @Override
        public LimitOverride convert(String text) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw new TypeConversionException("'" + text + "' is not NAME=N");
            }
            Limits.Name name = named(text.substring(0, sign));
            return new LimitOverride(name, bound(name, text.substring(sign + 1)));
        }

        private static Limits.Name named(String label) {
            for (Limits.Name name : Limits.Name.values()) {
                if (name.label().equals(label)) {
                    return name;
                }
            }
            throw new TypeConversionException("there is no limit '" + label + "'; there are "
                    + Stream.of(Limits.Name.values()).map(Limits.Name::label).collect(Collectors.joining(", ")));
        }

        private static int bound(Limits.Name name, String text) {
            try {
                int bound = Integer.parseInt(text);
                if (bound > 0) {
                    return bound;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, as for a number out of range.
            }
            throw new TypeConversionException(
                    "limit " + name.label() + " is '" + text + "'; it must be a number from 1 to " + Integer.MAX_VALUE);
        }
    }

    /** The defaults with these bounds, a later one before an earlier one. */
    static Limits apply(List<LimitOverride> overrides) {
        Limits limits = Limits.DEFAULTS;
        for (LimitOverride each : overrides) {
            // Whoever raises the encoded bound means the state, and would otherwise meet the bound of the heap next.
            boolean isState = each.name() == Limits.Name.LIVE;
            limits = isState ? limits.withState(each.bound()) : limits.with(each.name(), each.bound());
        }
        return limits;
    }
}
