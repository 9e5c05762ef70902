package org.cometkv.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.history.Histories.KEY;
import static org.cometkv.testkit.history.Histories.found;
import static org.cometkv.testkit.history.Histories.history;
import static org.cometkv.testkit.history.Histories.listed;
import static org.cometkv.testkit.history.Histories.live;
import static org.cometkv.testkit.history.Histories.nothing;
import static org.cometkv.testkit.history.Histories.refused;
import static org.cometkv.testkit.history.Histories.removed;
import static org.cometkv.testkit.history.Histories.stored;
import static org.cometkv.testkit.history.Histories.version;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.junit.jupiter.api.Test;

/** Each invariant about what is promised of acknowledged and refused changes names a bad history, and no good one. */
class PromisesTest {

    private static final Command.GetLatest LATEST = new Command.GetLatest(0, KEY, Value.NIL);

    private static final Command.Fault CUT = new Command.Cut(new Command.Link(0, 1, false));

    private static final Outcome TAKEN =
            new Outcome.Stored(version(2), List.of(new Outcome.Said(1, "KEPT", 5), new Outcome.Said(2, "SILENT", 0)));

    @Test
    void latestRead_thatIsOlder_isNamed_whateverIsCut() {
        Histories begun = history().put(0, 1, "a", stored()).fault(2, CUT).put(3, 4, "b", stored());

        assertThat(begun.call(5, 6, LATEST, found("b")).check("latest-read-is-not-older"))
                .isEmpty();
        assertThat(begun.get(7, found("a")).check("latest-read-is-not-older")).isEmpty();
        assertThat(begun.call(8, 9, LATEST, found("a")).check("latest-read-is-not-older"))
                .hasSize(1);
    }

    @Test
    void latestRead_thatMissesAnUpdate_isNamed() {
        Histories begun = history().object(0, "merging").update(2, "a", stored());

        assertThat(begun.call(5, 6, LATEST, listed(1, 7, "a")).check("merged-update-is-kept"))
                .isEmpty();
        assertThat(begun.call(7, 8, LATEST, listed(1, 7)).check("merged-update-is-kept"))
                .hasSize(1);
    }

    @Test
    void firstRead_thatMissesAnUpdate_isNamedInCalmOnly() {
        Histories begun =
                history().object(0, "merging").update(2, "a", stored()).fault(1_000, CUT);

        assertThat(begun.get(2_000, listed(1, 7)).check("merged-update-is-kept"))
                .isEmpty();
        begun.fault(3_000, new Command.HealAll());
        assertThat(begun.get(8_001, listed(1, 7)).check("merged-update-is-kept"))
                .hasSize(1);
    }

    @Test
    void updateThatComesBackAfterARemove_isNamed() {
        Histories begun = history()
                .latest(0, "a", 0)
                .remove(2, 3, removed())
                .update(4, "b", nothing())
                .calm(10);

        assertThat(begun.get(20, nothing()).check("removed-stays-removed")).isEmpty();
        assertThat(begun.get(30, found("b")).check("removed-stays-removed")).hasSize(1);
    }

    @Test
    void whatIsReadAfterItsEnd_isNamed() {
        Histories begun = history().latest(0, "a", 3);

        assertThat(begun.get(4_001, found("a")).check("over-is-not-read")).isEmpty();
        assertThat(begun.get(4_002, found("a")).check("over-is-not-read")).hasSize(1);
        assertThat(begun.fault(5_000, new Command.JumpClock(1, Duration.ofSeconds(-1)))
                        .check("over-is-not-read"))
                .isEmpty();
    }

    @Test
    void updateThatAReplicaTookAndLacks_isNamed() {
        Histories begun = history().object(0, "merging").update(2, "a", TAKEN);

        assertThat(begun.get(5, listed(2, 7)).check("taken-is-there")).isEmpty();
        assertThat(begun.get(7, listed(1, 7)).check("taken-is-there")).hasSize(1);
    }

    @Test
    void updateThatAReplicaHadAndLacks_isNamed_unlessItEndedInBetween() {
        Histories begun =
                history().object(0, "merging").update(2, "a", stored()).get(5, listed(1, 7, "a"));

        begun.get(9, listed(1, 7));
        assertThat(begun.check("taken-is-there")).hasSize(1);
        assertThat(begun.fault(8, new Command.Crash(1)).check("taken-is-there")).isEmpty();
    }

    @Test
    void refusedUpdate_thatIsSeenInCalm_isNamed() {
        Histories begun = history().object(0, "merging").update(2, "a", refused());

        assertThat(begun.get(4_000, listed(1, 7, "a")).check("refused-update-is-not-seen"))
                .isEmpty();
        assertThat(begun.get(6_000, listed(1, 7, "a")).check("refused-update-is-not-seen"))
                .hasSize(1);
    }

    @Test
    void refusedChange_whoseCoordinatorEnded_isExcusedAndCounted() {
        Histories begun = history().put(0, 1, "a", refused()).calm(10);

        assertThat(begun.get(6_000, found("a")).check("refused-is-not-seen")).hasSize(1);
        assertThat(begun.excused()).isZero();
        begun.fault(5, new Command.Crash(0));
        assertThat(begun.check("refused-is-not-seen")).isEmpty();
        assertThat(begun.excused()).isEqualTo(1);
    }

    @Test
    void refusedChange_thatEveryOwnerHasByThen_isExcusedAndCounted() {
        Histories begun = history()
                .object(0, "merging")
                .sightingAt(3, 1, live(5, 6, 1))
                .sightingAt(3, 2, live(5, 5, 0))
                .update(5, "a", refused())
                .get(6_007, listed(1, 7, "a"));

        assertThat(begun.check("refused-update-is-not-seen")).hasSize(1);
        begun.sightingAt(4, 2, live(5, 6, 1));
        assertThat(begun.check("refused-update-is-not-seen")).isEmpty();
        assertThat(begun.excused()).isEqualTo(1);
    }

    @Test
    void replicasThatAreAlike_areAsManyAsOwners() {
        assertThat(held(0, 1, 2).check("replicas-converge")).isEmpty();
        assertThat(held(0, 1).check("replicas-converge")).hasSize(1);
        assertThat(held(0, 1, 2, 3).check("replicas-converge")).hasSize(1);
        assertThat(held(0, 1, 2).sightingAt(2, 2, live(5, 6, 1)).check("replicas-converge"))
                .hasSize(1);
    }

    private static Histories held(Integer... nodes) {
        Histories history = history().put(0, 1, "a", stored()).calm(10);
        for (int node = 0; node < 5; node++) {
            history.sightingAt(1, node, List.of(nodes).contains(node) ? live(5, 5, 0) : live(4, 4, 0));
            if (!List.of(nodes).contains(node)) {
                history.sightingAt(2, node, KeyDigest.NOTHING);
            }
        }
        return history;
    }

    @Test
    void timerOfAMovedReplica_firesOnEachHolder() {
        Histories moved = history()
                .object(0, "ticking")
                .fault(10, new Command.Join(3))
                .sightingAt(20, 3, live(5, 5, 0))
                .calm(20_000)
                .end(22_000);

        assertThat(moved.check("timers-survive-moves"))
                .containsExactly("the timer of k on node 3 fired other than once from 5.010 to 22.000");
        moved.timer(9_000, 3).timer(14_000, 3).timer(19_000, 3);
        assertThat(moved.check("timers-survive-moves")).isEmpty();
        assertThat(moved.timer(19_500, 3).check("timers-survive-moves")).hasSize(1);
    }
}
