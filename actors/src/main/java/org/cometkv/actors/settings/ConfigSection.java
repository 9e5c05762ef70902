package org.cometkv.actors.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.cometkv.routing.Key;

/** A section of the configuration whose values are read with their bounds, so that a bad one is named at start. */
public record ConfigSection(Config config, String path) {

    ConfigSection section(String key) {
        return new ConfigSection(config.getConfig(key), path + "." + key);
    }

    String text(String key) {
        return config.getString(key);
    }

    List<String> texts(String key) {
        return config.getStringList(key);
    }

    /** A text that messages carry as a name. */
    String name(String key) {
        String name = text(key);
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Key.NAME_BYTES_MAX) {
            throw new IllegalArgumentException(
                    path + "." + key + " has " + bytes + " bytes; it must be at most " + Key.NAME_BYTES_MAX + " bytes");
        }
        return name;
    }

    boolean truth(String key) {
        return config.getBoolean(key);
    }

    public int number(String key, int min, int max) {
        try {
            return (int) within(key, config.getLong(key), min, max, "");
        } catch (ConfigException.WrongType e) {
            throw notA("whole number", key, e);
        }
    }

    public double fraction(String key, double min, double max) {
        try {
            double value = config.getDouble(key);
            // The other way around a value that is no number would pass.
            if (!(value >= min && value <= max)) {
                throw new IllegalArgumentException(
                        path + "." + key + " is " + value + "; it must be " + min + " to " + max);
            }
            return value;
        } catch (ConfigException.WrongType e) {
            throw notA("number", key, e);
        }
    }

    int size(String key, int min, int max) {
        return (int) bytes(key, min, max);
    }

    long bytes(String key, long min, long max) {
        try {
            return within(key, config.getBytes(key), min, max, " bytes");
        } catch (ConfigException.WrongType | ConfigException.BadValue e) {
            throw notA("number of bytes", key, e);
        }
    }

    /** A number of bytes, or a share of so many, in per cent. */
    long bytesOrShare(String key, long min, long max, long whole) {
        String share = text(key).trim();
        if (!share.endsWith("%")) {
            return bytes(key, min, max);
        }
        String percent = share.substring(0, share.length() - 1).trim();
        if (!percent.matches("[1-9][0-9]?|100")) {
            throw new IllegalArgumentException(path + "." + key + " is " + share + "; a share is 1% to 100%");
        }
        return Math.max(min, whole / 100 * Integer.parseInt(percent));
    }

    Duration time(String key, long minMillis, long maxMillis) {
        try {
            Duration time = config.getDuration(key);
            // In seconds first: milliseconds of what is far out of range overflow.
            long millis = time.toSeconds() > maxMillis ? Long.MAX_VALUE : time.toMillis();
            within(key, millis, minMillis, maxMillis, " ms");
            return time;
        } catch (ConfigException.WrongType | ConfigException.BadValue e) {
            throw notA("time", key, e);
        }
    }

    /** A time; or, for {@code off}, one that no clock comes to. */
    Duration timeOrOff(String key, long minMillis, long maxMillis) {
        return text(key).equals("off") ? Duration.ofMillis(Long.MAX_VALUE) : time(key, minMillis, maxMillis);
    }

    private long within(String key, long value, long min, long max, String unit) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    path + "." + key + " is " + value + unit + "; it must be " + min + " to " + max + unit);
        }
        return value;
    }

    private IllegalArgumentException notA(String kind, String key, ConfigException cause) {
        return new IllegalArgumentException(
                path + "." + key + " is " + config.getValue(key).unwrapped() + "; it must be a " + kind, cause);
    }
}
