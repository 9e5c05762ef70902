package org.cometkv.timers;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object's timers: a periodic one and one-shots by name.
 *
 * <p>All times are monotonic milliseconds. Not thread-safe; owned by an AsoActor. An object without named timers costs
 * 40 bytes here.
 */
public final class TimerSchedule {

    /** The deadline of a schedule in which nothing is armed. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The name under which the period travels; no one-shot has it. */
    private static final String PERIOD = "";

    /** One over the share of the period by which its first firing may be early or late: 10 %. */
    private static final int JITTER_DIVISOR = 10;

    private final int namedMax;
    private long periodMillis;
    private long nextPeriod = NEVER;
    /** Deadlines by name; null while there are none, which is the rule: a million schedules exist. */
    private TreeMap<String, Long> named;

    /**
     * A timer that fired.
     *
     * @param name of the one-shot; empty for the period
     * @param deadline when it was due; of several missed periods the first
     */
    public record Firing(Optional<String> name, long deadline) {}

    /**
     * A schedule in which nothing is armed.
     *
     * @param namedMax how many one-shots may be armed at a time
     * @throws IllegalArgumentException if {@code namedMax} is negative
     */
    public TimerSchedule(int namedMax) {
        if (namedMax < 0) {
            throw new IllegalArgumentException("a schedule has 0 or more named timers, not " + namedMax);
        }
        this.namedMax = namedMax;
    }

    /**
     * The schedule that {@link #remaining} described, continued at {@code now}, perhaps on another node.
     *
     * <p>What travelled is not trusted: a negative remaining time counts as 0, and of more than {@code namedMax} named
     * timers the soonest are kept. A period without remaining time begins anew, without jitter.
     *
     * @param periodMillis 0 if the periodic timer is off; its remaining time is then ignored
     * @throws IllegalArgumentException if {@code namedMax} or {@code periodMillis} is negative
     */
    public static TimerSchedule restored(int namedMax, long periodMillis, Map<String, Long> remaining, long now) {
        TimerSchedule schedule = new TimerSchedule(namedMax);
        requirePeriod(periodMillis);
        if (periodMillis > 0) {
            schedule.periodMillis = periodMillis;
            schedule.nextPeriod = later(now, remaining.getOrDefault(PERIOD, periodMillis));
        }
        remaining.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(timer -> schedule.after(timer.getKey(), timer.getValue(), now));
        return schedule;
    }

    /**
     * Sets, changes or turns off the periodic timer. It first fires one period after {@code now}, up to 10 % earlier or
     * later by {@code seed}, then at exact multiples of the period after that. The period that is set already is left
     * as it runs.
     *
     * @param periodMillis 0 turns the timer off
     * @param seed of the jitter: the same seed gives the same jitter
     * @throws IllegalArgumentException if the period is negative
     */
    public void periodic(long periodMillis, long now, long seed) {
        requirePeriod(periodMillis);
        if (periodMillis == this.periodMillis) {
            return;
        }
        this.periodMillis = periodMillis;
        nextPeriod = periodMillis == 0 ? NEVER : later(now, jittered(periodMillis, seed));
    }

    /** Lets the periodic timer run on as it does in another schedule, if the period there is the same. */
    public void continuePeriod(TimerSchedule other) {
        if (other.periodMillis == periodMillis) {
            nextPeriod = other.nextPeriod;
        }
    }

    /**
     * Arms the one-shot of this name, in place of the one of the same name if there is one. A negative delay counts as
     * 0.
     *
     * @return whether it is armed: false if the name is empty, or if it is new and the schedule is full
     */
    public boolean after(String name, long delayMillis, long now) {
        if (name.equals(PERIOD)) {
            return false;
        }
        int size = named == null ? 0 : named.size();
        if (size >= namedMax && (named == null || !named.containsKey(name))) {
            return false;
        }
        if (named == null) {
            named = new TreeMap<>();
        }
        named.put(name, later(now, delayMillis));
        return true;
    }

    /** The names of the one-shots that are armed. */
    public Set<String> names() {
        return named == null ? Set.of() : Set.copyOf(named.keySet());
    }

    /** Disarms the one-shot of this name; whether there was one. */
    public boolean cancel(String name) {
        boolean found = named != null && named.remove(name) != null;
        dropEmptyMap();
        return found;
    }

    /** When the next timer is due, or {@link #NEVER}. */
    public long nextDeadline() {
        long next = nextPeriod;
        if (named != null) {
            for (long deadline : named.values()) {
                next = Math.min(next, deadline);
            }
        }
        return next;
    }

    /**
     * Takes the timer that is due first: by deadline, then by name, the period before a one-shot. A one-shot is
     * disarmed. Periods that were missed are one firing, and the next one keeps to the multiples of the period.
     *
     * <p>One at a time, because what it fires may take back or put off what would fire next.
     */
    public Optional<Firing> takeDue(long now) {
        long deadline = nextDeadline();
        if (deadline > now || deadline == NEVER) {
            return Optional.empty();
        }
        if (nextPeriod == deadline) {
            long sinceLast = (now - nextPeriod) % periodMillis;
            nextPeriod = later(now - sinceLast, periodMillis);
            return Optional.of(new Firing(Optional.empty(), deadline));
        }
        for (Map.Entry<String, Long> timer : named.entrySet()) {
            if (timer.getValue() == deadline) {
                // A new object: the map moves its entries when one is removed.
                Firing firing = new Firing(Optional.of(timer.getKey()), deadline);
                cancel(timer.getKey());
                return Optional.of(firing);
            }
        }
        throw new IllegalStateException("no timer is due at " + deadline);
    }

    /**
     * The milliseconds left by name, the period under the empty name: how a schedule travels between nodes, whose
     * clocks differ. Never negative.
     */
    public SortedMap<String, Long> remaining(long now) {
        SortedMap<String, Long> remaining = new TreeMap<>();
        if (periodMillis > 0) {
            remaining.put(PERIOD, left(nextPeriod, now));
        }
        if (named != null) {
            named.forEach((name, deadline) -> remaining.put(name, left(deadline, now)));
        }
        return remaining;
    }

    private void dropEmptyMap() {
        if (named != null && named.isEmpty()) {
            named = null;
        }
    }

    private static void requirePeriod(long periodMillis) {
        if (periodMillis < 0) {
            throw new IllegalArgumentException("a period is 0 (off) or more milliseconds, not " + periodMillis);
        }
    }

    private static long jittered(long periodMillis, long seed) {
        long jitterMax = periodMillis / JITTER_DIVISOR;
        long jitter = Long.remainderUnsigned(mixed(seed), 2 * jitterMax + 1) - jitterMax;
        return periodMillis + Math.min(jitter, NEVER - periodMillis);
    }

    /** Spreads seeds that differ in few bits over all bits: multiply by odd constants, fold the high half down. */
    private static long mixed(long seed) {
        long bits = (seed + 0x9E3779B97F4A7C15L) * 0xD1B54A32D192ED03L;
        bits = (bits ^ bits >>> 32) * 0xD1B54A32D192ED03L;
        return bits ^ bits >>> 32;
    }

    private static long later(long now, long delayMillis) {
        long deadline = now + Math.max(0, delayMillis);
        return deadline < now ? NEVER : deadline;
    }

    private static long left(long deadline, long now) {
        if (deadline <= now) {
            return 0;
        }
        long left = deadline - now;
        return left < 0 ? NEVER : left;
    }
}
