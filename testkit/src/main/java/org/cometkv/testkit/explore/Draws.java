package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.testkit.world.RandomStream;

/**
 * Draws of one seed. Not thread-safe.
 *
 * <p>The same on every JDK; neighboring seeds draw unlike numbers.
 */
public final class Draws {

    private final RandomStream numbers;

    /** The draws of a seed. */
    public Draws(long seed) {
        this.numbers = new RandomStream(seed);
    }

    /** Any number of 64 bits. */
    public long next() {
        return numbers.next();
    }

    /** A number from 0 to below a bound. */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound is 1 or more, not " + bound);
        }
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** A number within bounds, both included. */
    public int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** True so many times of a hundred. */
    public boolean percent(int times) {
        return below(100) < times;
    }

    /** A time within bounds, in whole milliseconds. */
    public Duration time(Duration min, Duration max) {
        return Duration.ofMillis(between((int) min.toMillis(), (int) max.toMillis()));
    }

    /** An element of a list. */
    public <T> T of(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Some elements of a list, each with so many of a hundred, in its order. */
    public <T> List<T> some(List<T> list, int percent) {
        return list.stream().filter(each -> percent(percent)).toList();
    }

    /** So many different elements of a list, in any order. */
    public <T> List<T> pick(List<T> list, int count) {
        List<T> left = new ArrayList<>(list);
        List<T> picked = new ArrayList<>();
        while (picked.size() < count && !left.isEmpty()) {
            picked.add(left.remove(below(left.size())));
        }
        return picked;
    }

    /** Draws of their own, which leave these as they are from now on whatever is drawn there. */
    public Draws fork() {
        return new Draws(next());
    }
}
