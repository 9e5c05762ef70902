package org.cometkv.timers;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A node's timers: many deadlines, one clock.
 *
 * <p>A timer is an int from {@link #add()}; it is idle, armed or free again. Arming and cancelling take constant time,
 * a timer takes 16 bytes. A timer never fires before its deadline, and within one tick after it if the wheel is polled
 * until it is not {@linkplain #isBehind behind}. All times are monotonic milliseconds.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
public final class TimerWheel {

    /*
     * Varghese and Lauck, "Hashed and Hierarchical Timing Wheels" (SOSP 1987), scheme 6: a hashed wheel with unsorted
     * lists. A deadline is rounded up to a tick; the tick modulo the slots is its bucket. Each tick one bucket is swept
     * and what is due there expires; what is due in a later round stays.
     *
     * Simplified: no hierarchy, for the number of slots is chosen so that a round is about the commonest period, and a
     * timer is then looked at once or twice in its life; the due tick is stored instead of a count of rounds, so that a
     * sweep writes nothing to what stays.
     *
     * A bucket is a circle of links: node s < slots is the head of bucket s, node slots + id is a timer. Timers enter
     * at the end of the circle, behind the sweep, so that a sweep may stop anywhere and go on in a later poll.
     */

    /** Timers that a poll may look at, for each that it may expire: the bound on a sweep past what is not due. */
    static final int LOOKS_PER_EXPIRY = 16;

    private static final int TIMERS_FIRST = 64;
    private static final int IDLE = -1;
    private static final int FREE = -2;
    private static final int NONE = -1;
    private static final long NEVER = Long.MAX_VALUE;

    private final long tickMillis;
    private final int slots;
    private final long startMillis;

    /** The following node of the circle; of a free timer, the next free one. */
    private int[] next;
    /** The preceding node of the circle, or {@link #IDLE} or {@link #FREE}. */
    private int[] previous;
    /** The tick at which a timer is due, by id. */
    private long[] dueTick;

    /** No armed timer is due before this tick. */
    private long nextTick = NEVER;

    private int added;
    private int firstFree = NONE;
    private int armed;

    /** The last tick whose bucket is swept. */
    private long sweptTick;
    /** The last node of the bucket after it that was looked at: its head, or a timer that stays. */
    private int sweptNode;

    /**
     * A wheel without timers.
     *
     * @param tickMillis the resolution, 1 or more
     * @param slots buckets, a power of two; best so many that {@code slots * tickMillis} is about the usual delay
     * @param startMillis the time at which the wheel begins, of any origin
     * @throws IllegalArgumentException if the tick is below 1 or the slots are not a power of two
     */
    public TimerWheel(long tickMillis, int slots, long startMillis) {
        if (tickMillis < 1) {
            throw new IllegalArgumentException("a tick has 1 or more milliseconds, not " + tickMillis);
        }
        if (slots < 1 || Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException("the slots of a wheel are a power of two, not " + slots);
        }
        this.tickMillis = tickMillis;
        this.slots = slots;
        this.startMillis = startMillis;
        next = new int[slots + TIMERS_FIRST];
        previous = new int[slots + TIMERS_FIRST];
        dueTick = new long[TIMERS_FIRST];
        for (int head = 0; head < slots; head++) {
            next[head] = head;
            previous[head] = head;
        }
        sweptNode = headOf(1);
    }

    /** A new timer, idle. Ids are small and used again: an id is below the most timers there were at a time. */
    public int add() {
        int id = firstFree;
        if (id == NONE) {
            id = added++;
            growTo(added);
        } else {
            firstFree = next[slots + id];
        }
        previous[slots + id] = IDLE;
        return id;
    }

    /*
     * Growth copies three arrays and touches no bucket: links are indices, and the heads lie before the timers.
     */
    private void growTo(int timers) {
        if (timers <= dueTick.length) {
            return;
        }
        int capacity = Math.multiplyExact(2, dueTick.length);
        dueTick = Arrays.copyOf(dueTick, capacity);
        next = Arrays.copyOf(next, Math.addExact(slots, capacity));
        previous = Arrays.copyOf(previous, slots + capacity);
    }

    /**
     * Gives a timer back; if it is armed, it does not fire.
     *
     * @throws IllegalStateException if there is no such timer
     */
    public void free(int id) {
        cancel(id);
        previous[slots + id] = FREE;
        next[slots + id] = firstFree;
        firstFree = id;
    }

    /**
     * Arms a timer, or moves it if it is armed. A deadline in the past is due at the next tick to be polled;
     * {@code Long.MAX_VALUE} is never, and disarms.
     *
     * @throws IllegalStateException if there is no such timer
     */
    public void arm(int id, long deadline) {
        cancel(id);
        if (deadline == Long.MAX_VALUE) {
            return;
        }
        long tick = Math.max(tickFrom(deadline), sweptTick + 1);
        dueTick[id] = tick;
        nextTick = armed == 0 ? tick : Math.min(nextTick, tick);
        int node = slots + id;
        int head = headOf(tick);
        int last = previous[head];
        next[last] = node;
        previous[node] = last;
        next[node] = head;
        previous[head] = node;
        armed++;
    }

    /**
     * Disarms a timer; whether it was armed.
     *
     * @throws IllegalStateException if there is no such timer
     */
    public boolean cancel(int id) {
        int node = slots + id;
        if (id < 0 || id >= added || previous[node] == FREE) {
            throw new IllegalStateException("no timer " + id + " among the " + added + " added");
        }
        if (previous[node] == IDLE) {
            return false;
        }
        if (node == sweptNode) {
            sweptNode = previous[node];
        }
        next[previous[node]] = next[node];
        previous[next[node]] = previous[node];
        previous[node] = IDLE;
        armed--;
        return true;
    }

    /**
     * Disarms the timers whose deadlines are reached and hands their ids to {@code expired}, which may use the wheel.
     * Those of one tick come in the order in which they were armed.
     *
     * <p>Work is bounded, however far {@code now} is ahead: at most {@code limit} timers expire, at most
     * {@value #LOOKS_PER_EXPIRY} times as many are looked at, and each bucket is passed at most twice. What is
     * left is for the next poll; {@link #isBehind} tells whether there is any.
     *
     * @return how many timers expired
     * @throws IllegalArgumentException if the limit is below 1
     */
    public int poll(long now, int limit, IntConsumer expired) {
        if (limit < 1) {
            throw new IllegalArgumentException("a poll expires 1 or more timers, not " + limit);
        }
        long target = tickAt(now);
        // Until the sweep has ended, and also if a timer that expires ends it by an exception: due at once.
        nextTick = sweptTick;
        int fired = sweep(target, limit, expired);
        nextTick = armed == 0 ? NEVER : lookAhead((long) LOOKS_PER_EXPIRY * limit);
        return fired;
    }

    private int sweep(long target, int limit, IntConsumer expired) {
        skipRounds(target);
        int fired = 0;
        long looks = (long) LOOKS_PER_EXPIRY * limit;
        while (sweptTick < target) {
            int head = headOf(sweptTick + 1);
            for (int node = next[sweptNode]; node != head; node = next[sweptNode]) {
                if (fired == limit || looks-- == 0) {
                    return fired;
                }
                int id = node - slots;
                if (dueTick[id] > sweptTick + 1) {
                    sweptNode = node;
                } else {
                    cancel(id);
                    fired++;
                    expired.accept(id);
                }
            }
            sweptTick++;
            sweptNode = headOf(sweptTick + 1);
        }
        return fired;
    }

    /*
     * Far behind, whole rounds are skipped. More than one round is kept, for then every bucket is still swept to its
     * end before the target is reached, even the one that a poll left half swept; and whole rounds are skipped, so that
     * the sweep goes on where it stopped.
     */
    private void skipRounds(long target) {
        long behind = target - sweptTick;
        if (behind > slots) {
            sweptTick += ((behind - 1) / slots - 1) * slots;
        }
    }

    /*
     * The first tick of the coming round at which a timer is due, or the one at which to look further: after a round,
     * or where so many timers of later rounds were passed that this call has done its share of work.
     */
    private long lookAhead(long looks) {
        long last = Math.max(sweptTick, sweptTick + slots);
        for (long tick = sweptTick + 1; tick < last; tick++) {
            int head = headOf(tick);
            for (int node = next[head]; node != head; node = next[node]) {
                if (dueTick[node - slots] <= tick || looks-- == 0) {
                    return tick;
                }
            }
        }
        return last;
    }

    /**
     * An instant before which no poll expires a timer; {@code Long.MAX_VALUE} if none is armed. Mostly it is that of
     * the next timer to expire; a poll at it finds out when that is not so.
     */
    public long nextDue() {
        if (armed == 0) {
            return NEVER;
        }
        long since = nextTick > NEVER / tickMillis ? NEVER : nextTick * tickMillis;
        return startMillis > NEVER - since ? NEVER : startMillis + since;
    }

    /** Whether a poll at {@code now} has ticks left to sweep. */
    public boolean isBehind(long now) {
        return sweptTick < tickAt(now);
    }

    /** How many timers are armed. */
    public int armed() {
        return armed;
    }

    private int headOf(long tick) {
        return (int) (tick & (slots - 1));
    }

    /** The last tick at or before {@code time}: what is due at it may fire then. */
    private long tickAt(long time) {
        return sinceStart(time) / tickMillis;
    }

    /** The first tick at or after {@code time}. */
    private long tickFrom(long time) {
        long since = sinceStart(time);
        return since / tickMillis + (since % tickMillis == 0 ? 0 : 1);
    }

    private long sinceStart(long time) {
        if (time <= startMillis) {
            return 0;
        }
        long since = time - startMillis;
        return since < 0 ? Long.MAX_VALUE : since;
    }
}
