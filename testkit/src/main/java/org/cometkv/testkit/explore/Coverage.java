package org.cometkv.testkit.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cometkv.testkit.history.Run;

/** The places that a sweep must have got to at least once. Not thread-safe. */
public final class Coverage {

    private final Map<String, Predicate<Run>> sometimes = new LinkedHashMap<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();

    /** A place that code names when it gets there. */
    public final class Mark {

        private final String name;

        private Mark(String name) {
            this.name = name;
        }

        /** Says that the code got here. */
        public void reached() {
            times.merge(name, 1, Integer::sum);
        }
    }

    /**
     * A condition that one run of the sweep at least must meet.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public void sometimes(String name, Predicate<Run> condition) {
        declare(name);
        sometimes.put(name, condition);
    }

    /**
     * A place that one run of the sweep at least must get to.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Mark reachable(String name) {
        declare(name);
        return new Mark(name);
    }

    /** Looks at a run. */
    public void observe(Run run) {
        sometimes.forEach((name, condition) -> {
            if (condition.test(run)) {
                times.merge(name, 1, Integer::sum);
            }
        });
    }

    /** The names of what was never met or reached, in the order in which they were declared. */
    public List<String> missed() {
        return times.entrySet().stream()
                .filter(each -> each.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void declare(String name) {
        if (times.putIfAbsent(name, 0) != null) {
            throw new IllegalArgumentException("there is a \"" + name + "\" already");
        }
    }
}
