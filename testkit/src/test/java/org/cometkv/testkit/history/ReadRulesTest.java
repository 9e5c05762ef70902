package org.cometkv.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.history.Histories.found;
import static org.cometkv.testkit.history.Histories.history;
import static org.cometkv.testkit.history.Histories.nothing;
import static org.cometkv.testkit.history.Histories.refused;
import static org.cometkv.testkit.history.Histories.removed;
import static org.cometkv.testkit.history.Histories.stored;
import static org.cometkv.testkit.history.Histories.unknown;

import org.cometkv.testkit.scenario.Command;
import org.junit.jupiter.api.Test;

/** Reads are blamed for what no order explains, and for nothing else. */
class ReadRulesTest {

    private static final Command.Fault CUT = new Command.Cut(new Command.Link(0, 1, false));

    @Test
    void acknowledgedPut_thatIsMissed_isNamed() {
        Histories bad =
                history().put(0, 1, "a", stored()).put(2, 3, "b", stored()).calm(10);

        assertThat(bad.get(20, found("a")).check("acknowledged-is-read"))
                .containsExactly("call 3 (get k at node 0, 0.020 to 0.021) saw \"a\" and missed"
                        + " call 2 (put k \"b\" at node 0, 0.002 to 0.003), which was acknowledged");
    }

    @Test
    void acknowledgedPut_ofWhichNothingIsLeft_isNamed() {
        assertThat(history()
                        .put(0, 1, "a", stored())
                        .calm(10)
                        .get(20, nothing())
                        .check("acknowledged-is-read"))
                .hasSize(1);
    }

    @Test
    void latestOfTwo_isRead() {
        Histories good =
                history().put(0, 1, "a", stored()).put(2, 3, "b", stored()).calm(10);

        assertThat(good.get(20, found("b")).check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void overlappingPuts_mayComeInAnyOrder() {
        Histories good =
                history().put(0, 5, "a", stored()).put(2, 3, "b", stored()).calm(10);

        assertThat(good.get(20, found("a")).check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void unknownPut_mayTakeEffectLate() {
        Histories good =
                history().put(0, 1, "a", unknown()).put(2, 3, "b", stored()).calm(10);

        assertThat(good.get(20, found("a")).check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void unknownRemove_mayTakeEffectLate() {
        Histories good =
                history().remove(0, 1, unknown()).put(2, 3, "b", stored()).calm(10);

        assertThat(good.get(20, nothing()).check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void removeThatFoundNothing_mayOutrunAPut() {
        Histories good =
                history().put(0, 9, "a", stored()).remove(2, 3, nothing()).calm(10);

        assertThat(good.get(20, nothing()).check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void readBeforeTheLastPhase_isNotBlamedYet() {
        Histories good =
                history().put(0, 1, "a", stored()).put(2, 3, "b", stored()).calm(100);

        assertThat(good.get(20, found("a")).check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void removedValue_thatIsRead_isNamed() {
        Histories bad =
                history().put(0, 1, "a", stored()).remove(2, 3, removed()).calm(10);

        assertThat(bad.get(20, found("a")).check("removed-stays-removed")).hasSize(1);
        assertThat(bad.check("acknowledged-is-read")).isEmpty();
    }

    @Test
    void putAfterARemove_isRead() {
        Histories good = history()
                .put(0, 1, "a", stored())
                .remove(2, 3, removed())
                .put(4, 5, "b", stored())
                .calm(10);

        assertThat(good.get(20, found("b")).check("removed-stays-removed")).isEmpty();
    }

    @Test
    void olderReadInCalm_isNamed() {
        Histories bad = history().put(0, 1, "a", stored()).put(2, 3, "b", stored());

        assertThat(bad.get(20, found("a")).check("calm-read-is-not-older")).hasSize(1);
    }

    @Test
    void olderReadSoonAfterAFault_isNotBlamed() {
        Histories good = history().put(0, 1, "a", stored()).put(2, 3, "b", stored());

        good.fault(4, CUT).fault(5, new Command.HealAll()).get(5_004, found("a"));

        assertThat(good.check("calm-read-is-not-older")).isEmpty();
        assertThat(good.get(5_006, found("a")).check("calm-read-is-not-older")).hasSize(1);
    }

    @Test
    void olderReadSoonAfterAChangeOfMembers_isNotBlamed() {
        Histories good = history().put(0, 1, "a", stored()).put(2, 3, "b", stored());

        assertThat(good.members(4).get(5_004, found("a")).check("calm-read-is-not-older"))
                .isEmpty();
    }

    @Test
    void olderReadDuringAFault_isNotBlamed() {
        Histories good = history().put(0, 1, "a", stored()).put(2, 3, "b", stored());

        assertThat(good.fault(4, CUT).get(50_000, found("a")).check("calm-read-is-not-older"))
                .isEmpty();
    }

    @Test
    void valueThatComesBackAfterOneThatIsOver_isNamed() {
        Histories bad = history().latest(0, "a", 0).latest(2, "b", 5).calm(10);

        assertThat(bad.get(20, nothing()).check("over-stays-over")).isEmpty();
        assertThat(bad.check("acknowledged-is-read")).isEmpty();
        assertThat(bad.get(30, found("a")).check("over-stays-over")).hasSize(1);
    }

    @Test
    void newcomerThatFindsNothing_isNamed() {
        Histories begun = history().put(0, 1, "a", stored()).fault(10_000, new Command.Restart(0));

        assertThat(begun.get(20_000, nothing()).check("newcomer-finds-what-is-there"))
                .isEmpty();
        assertThat(begun.get(10_010, nothing()).check("newcomer-finds-what-is-there"))
                .hasSize(1);
    }

    @Test
    void valueThatNobodyPut_isNamed() {
        assertThat(history().put(0, 1, "a", stored()).get(2, found("b")).check("reads-return-what-was-put"))
                .hasSize(1);
        assertThat(history().put(0, 1, "a", unknown()).get(2, found("a")).check("reads-return-what-was-put"))
                .isEmpty();
    }

    @Test
    void refusedPut_thatIsRead_isNamed() {
        Histories bad = history().put(0, 1, "a", refused()).calm(10).get(20, found("a"));

        assertThat(bad.check("refused-is-not-seen")).hasSize(1);
        assertThat(bad.put(30, 31, "a", stored()).check("refused-is-not-seen")).isEmpty();
    }
}
