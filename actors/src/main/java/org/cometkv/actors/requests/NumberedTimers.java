package org.cometkv.actors.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.timers.TimerWheel;

/**
 * Timers with their owners, each at a place in a table and under a number: its place and how often that place was used.
 *
 * <p>Not thread-safe; owned by the table of requests.
 */
final class NumberedTimers<E> {

    private static final int PLACE_BITS = 24;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    private final TimerWheel wheel;
    /** By place; a free one holds null. */
    private final List<E> owners = new ArrayList<>();

    private int[] uses = new int[64];
    private final long firstUse;

    /** @param firstUse where numbers begin */
    NumberedTimers(long nowMillis, long firstUse) {
        this.wheel = new TimerWheel(10, 512, nowMillis);
        this.firstUse = firstUse;
    }

    /** Gives a place to an owner of a timer that is not set. */
    int add(E owner) {
        int place = wheel.add();
        while (place >= owners.size()) {
            owners.add(null);
        }
        if (place >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * uses.length);
        }
        owners.set(place, owner);
        uses[place]++;
        return place;
    }

    /** The number of the present use of a place. */
    long number(int place) {
        return (firstUse + uses[place]) << PLACE_BITS | place;
    }

    /** The owner of the timer with that number, if there is one still. */
    Optional<E> owner(long number) {
        int place = (int) (number & PLACE_MASK);
        return place < owners.size() && owners.get(place) != null && number(place) == number
                ? Optional.of(owners.get(place))
                : Optional.empty();
    }

    /** Those that have a place now, in the order of their places. */
    List<E> all() {
        return owners.stream().filter(Objects::nonNull).toList();
    }

    void arm(int place, long atMillis) {
        wheel.arm(place, atMillis);
    }

    void cancel(int place) {
        wheel.cancel(place);
    }

    void free(int place) {
        wheel.cancel(place);
        wheel.free(place);
        owners.set(place, null);
    }

    /** Tells of at most {@code limit} timers that are due. */
    void poll(long nowMillis, int limit, Consumer<E> due) {
        wheel.poll(nowMillis, limit, place -> due.accept(owners.get(place)));
    }

    long nextDue() {
        return wheel.nextDue();
    }
}
