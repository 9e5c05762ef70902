package org.cometkv.testkit.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A rule that every run must keep. */
public interface Invariant {

    /** The name in reports and scenario files: words joined by hyphens. */
    String name();

    /** The issue that makes it true; empty if it holds today. */
    default Optional<String> awaits() {
        return Optional.empty();
    }

    /** The sentences of all breaches of it by a run; none if the run keeps it. */
    List<String> check(Run run);

    /** An invariant of a name and a check, as users write it. */
    static Invariant of(String name, Function<Run, List<String>> check) {
        return new Invariant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> check(Run run) {
                return check.apply(run);
            }
        };
    }

    /** The breaches of some invariants by a run, in the order of the invariants. */
    static List<Violation> violations(List<Invariant> invariants, Run run) {
        return invariants.stream()
                .flatMap(each -> each.check(run).stream().map(what -> new Violation(each.name(), what)))
                .toList();
    }
}
