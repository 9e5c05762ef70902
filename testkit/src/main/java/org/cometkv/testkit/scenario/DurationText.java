package org.cometkv.testkit.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a time: a whole number and a unit, {@code 250ms}, {@code 3s}, {@code 2m} or {@code 1h}. */
public final class DurationText {

    /** A year, and more than any scenario takes. */
    static final Duration MAX = Duration.ofDays(365);

    private static final Pattern FORM = Pattern.compile("([-+]?)(\\d{1,12})(ms|s|m|h)");

    private DurationText() {}

    /** The text of an instant, in seconds with three decimals. */
    public static String seconds(Duration instant) {
        long millis = instant.toMillis();
        return millis / 1_000 + "." + String.format(Locale.ROOT, "%03d", millis % 1_000);
    }

    /** The text in the largest unit that is exact; parts of a millisecond are left out. */
    public static String print(Duration time) {
        long millis = time.toMillis();
        if (millis == 0 || millis % 1_000 != 0) {
            return millis + "ms";
        }
        if (millis % 60_000 != 0) {
            return millis / 1_000 + "s";
        }
        return millis % 3_600_000 == 0 ? millis / 3_600_000 + "h" : millis / 60_000 + "m";
    }

    /** The time of a text; empty if it is none, or longer than the longest. */
    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(2));
        Duration time = Duration.ofMillis(Math.multiplyExact(number, unitMillis(form.group(3))));
        if (time.compareTo(MAX) > 0) {
            return Optional.empty();
        }
        return Optional.of(form.group(1).equals("-") ? time.negated() : time);
    }

    private static long unitMillis(String unit) {
        return switch (unit) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            default -> 3_600_000L;
        };
    }
}
