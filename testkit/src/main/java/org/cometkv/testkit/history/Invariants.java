package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.List;

/** The invariants of the node itself. */
public final class Invariants {

    private Invariants() {}

    /**
     * All of them.
     *
     * @param timeout of a request, {@code comet.requests.timeout}
     */
    public static List<Invariant> all(Duration timeout) {
        return List.of(
                new CallsEnd(timeout),
                new Answered(timeout),
                named("nothing-left-open", Run::leftOpen),
                named("reads-return-what-was-put", ReadRules::fromNowhere),
                named("taken-once", MergeRules::takenTwice),
                named("taken-is-there", MergeRules::forgotten),
                named("version-never-goes-back", ReplicaHistory::wentBack),
                named("older-is-not-taken", ReplicaRules::tookOlder),
                named("same-fuel", ReplicaRules::otherFuel),
                named("sent-within-credit", CreditRule::exceeded),
                new TimersFire(),
                new TimersMove(),
                named("acknowledged-is-read", ReadRules::lostPuts),
                named("removed-stays-removed", ReadRules::lostRemoves),
                named("over-stays-over", ReadRules::cameBack),
                named("over-is-not-read", ReadRules::seenAfterItsEnd),
                named("newcomer-finds-what-is-there", ReadRules::newcomersSeeNothing),
                new GetFailsOver(timeout, true),
                new GetFailsOver(timeout, false),
                named("calm-read-is-not-older", ReadRules::olderInCalm),
                named("latest-read-is-not-older", ReadRules::olderByLatest),
                named("merged-update-is-kept", MergeRules::lostUpdates),
                named("one-winner", WinnerRule::twoWinners),
                named("refused-is-not-seen", ReadRules::seenThoughRefused),
                named("refused-update-is-not-seen", MergeRules::seenThoughRefused),
                named("replicas-converge", ReplicaRules::notConverged),
                named("replicas-agree", ReplicaRules::disagree));
    }

    /** Those that hold today. */
    public static List<Invariant> kept(Duration timeout) {
        return all(timeout).stream().filter(each -> each.awaits().isEmpty()).toList();
    }

    /** How many refused changes a run saw all the same, by one of the two exceptions of the design. */
    public static long excused(Run run) {
        return RefusedRule.excused(run);
    }

    private static Invariant named(String name, Check check) {
        return new Invariant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> check(Run run) {
                return check.of(run);
            }
        };
    }

    private interface Check {
        List<String> of(Run run);
    }
}
