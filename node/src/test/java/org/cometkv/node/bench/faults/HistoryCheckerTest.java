package org.cometkv.node.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cometkv.node.bench.faults.Change.Outcome;
import org.junit.jupiter.api.Test;

/** The checker, against histories made by hand: bad ones are found, and good ones are not called bad. */
class HistoryCheckerTest {

    private static final int VALUE = 0;
    private static final int COLLECTING = 1;

    private final List<Change> changes = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Disturbances disturbances = new Disturbances();

    @Test
    void newestAcknowledgedChange_isReadInTheEnd_good() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 30);
        finallyRead(VALUE, 2);

        assertGood();
        assertThat(verdict().acknowledged()).isEqualTo(2);
    }

    @Test
    void olderValueInTheEnd_isALostChange_toldWithTimesAndFault() {
        disturbances.begin("kill of node-1", nanos(5), 0);
        disturbances.end("kill of node-1", nanos(8));
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 30);
        finallyRead(VALUE, 1);

        Verdict verdict = verdict();
        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.lostElsewhere()).isEqualTo(1);
        assertThat(verdict.remarks())
                .singleElement()
                .asString()
                .contains(
                        "lost: key 0 (value), change 0:2 of 20.000 s acknowledged at 30.000 s by node-0 node-2",
                        "0:1 of 0.000 s, acknowledged at 10.000 s",
                        "after kill of node-1 of 5.000 s");
    }

    @Test
    void nothingInTheEnd_isALostChange() {
        acknowledged(VALUE, 1, 0, 10);
        finallyRead(VALUE);

        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void nothingInTheEnd_whereNothingWasAcknowledged_good() {
        change(VALUE, 1, 0, 10, Outcome.UNKNOWN);
        change(VALUE, 2, 0, 10, Outcome.REFUSED);
        finallyRead(VALUE);

        assertGood();
    }

    @Test
    void changesThatOverlap_mayEndInEitherOrder() {
        acknowledged(VALUE, 1, 0, 30);
        acknowledged(VALUE, 2, 20, 40);
        finallyRead(VALUE, 1);

        assertGood();
    }

    @Test
    void changesThatOverlap_doNotExcuseAnOlderOne() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 40);
        acknowledged(VALUE, 3, 30, 50);
        finallyRead(VALUE, 1);

        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void unknownOutcome_mayShowLater() {
        change(VALUE, 1, 0, 10, Outcome.UNKNOWN);
        acknowledged(VALUE, 2, 20, 30);
        finallyRead(VALUE, 1);

        assertGood();
    }

    @Test
    void unknownOutcome_mayNeverShow() {
        acknowledged(VALUE, 1, 0, 10);
        change(VALUE, 2, 20, 30, Outcome.UNKNOWN);
        finallyRead(VALUE, 1);

        assertGood();
    }

    @Test
    void refusedChangeThatShows_isCounted_andExcusesNoLoss() {
        change(VALUE, 1, 0, 10, Outcome.REFUSED);
        acknowledged(VALUE, 2, 20, 30);
        finallyRead(VALUE, 1);

        assertThat(verdict().refusedShown()).isEqualTo(1);
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void whatNobodyPut_isALoss_andCounted() {
        acknowledged(VALUE, 1, 0, 10);
        finallyRead(VALUE, 77);

        assertThat(verdict().lost()).isEqualTo(1);
        assertThat(verdict().unheard()).isEqualTo(1);
    }

    @Test
    void changeOfAnotherKey_isNoneOfThisOne() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(2, 2, 20, 30);
        finallyRead(VALUE, 2);

        assertThat(verdict().unheard()).isEqualTo(1);
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void olderReadingInACalmPhase_isStale() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 30);
        read(VALUE, 31, 32, 1);
        read(VALUE, 33, 34, 1);

        assertThat(verdict().staleInCalm()).isEqualTo(2);
        assertThat(verdict().stale()).isZero();
        assertThat(verdict().remarks()).hasSize(1);
    }

    @Test
    void olderReadingThatBeganBeforeTheAcknowledgement_good() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 30);
        read(VALUE, 29, 32, 1);

        assertGood();
    }

    @Test
    void olderReadingWithinFiveSecondsOfASuspicion_isNotOfACalmPhase() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 30);
        disturbances.noticed("SUSPECTED", nanos(31));
        read(VALUE, 35, 36, 1);
        read(VALUE, 37, 38, 1);

        assertThat(verdict().stale()).isEqualTo(1);
        assertThat(verdict().staleInCalm()).isEqualTo(1);
    }

    @Test
    void olderReadingWhileAFaultLastsOrBegins_isNotOfACalmPhase() {
        acknowledged(VALUE, 1, 0, 10);
        acknowledged(VALUE, 2, 20, 30);
        disturbances.begin("kill of node-1", nanos(40), 0);
        read(VALUE, 39, 41, 1);
        read(VALUE, 60, 61, 1);

        assertThat(verdict().stale()).isEqualTo(2);
        assertThat(verdict().staleInCalm()).isZero();
    }

    @Test
    void keyThatCollects_showsEveryAcknowledgedChange_good() {
        acknowledged(COLLECTING, 1, 0, 10);
        acknowledged(COLLECTING, 2, 20, 30);
        change(COLLECTING, 3, 20, 30, Outcome.UNKNOWN);
        finallyRead(COLLECTING, 2, 1);

        assertGood();
    }

    @Test
    void keyThatCollects_losesEachMissingChange() {
        acknowledged(COLLECTING, 1, 0, 10);
        acknowledged(COLLECTING, 2, 20, 30);
        acknowledged(COLLECTING, 3, 40, 50);
        finallyRead(COLLECTING, 2);

        assertThat(verdict().lost()).isEqualTo(2);
        assertThat(verdict().remarks()).hasSize(2);
    }

    @Test
    void keyThatCollects_missesNothingThatWasAcknowledgedLater() {
        acknowledged(COLLECTING, 1, 0, 10);
        acknowledged(COLLECTING, 2, 20, 30);
        read(COLLECTING, 25, 40, 1);

        assertGood();
    }

    @Test
    void changeThatShowsTwice_isCounted() {
        acknowledged(COLLECTING, 1, 0, 10);
        finallyRead(COLLECTING, 1, 1);

        assertThat(verdict().repeated()).isEqualTo(1);
        assertThat(verdict().lost()).isZero();
    }

    @Test
    void secondFinalReading_losesNothingAgain() {
        acknowledged(VALUE, 1, 0, 10);
        finallyRead(VALUE);
        finallyRead(VALUE);

        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void changeThatTheCutOffSideAloneAcknowledged_isLostForThatReason() {
        acknowledged(VALUE, 1, 0, 10);
        disturbances.begin("cut around [0, 2]", nanos(15), 0b101);
        acknowledged(VALUE, 2, 20, 30);
        disturbances.end("cut around [0, 2]", nanos(60));
        finallyRead(VALUE, 1);

        assertThat(verdict().lost()).isEqualTo(1);
        assertThat(verdict().lostElsewhere()).isZero();
        assertThat(verdict().remarks().get(0)).endsWith("the cut off side alone had it");
    }

    @Test
    void changeThatOneOfTheOtherSideAcknowledgedToo_hasNoSuchExcuse() {
        acknowledged(VALUE, 1, 0, 10);
        disturbances.begin("cut around [0]", nanos(15), 0b1);
        acknowledged(VALUE, 2, 20, 30);
        finallyRead(VALUE, 1);

        assertThat(verdict().lostElsewhere()).isEqualTo(1);
    }

    private void acknowledged(int key, int number, long began, long ended) {
        change(key, number, began, ended, Outcome.ACKNOWLEDGED);
    }

    private void change(int key, int number, long began, long ended, Outcome outcome) {
        changes.add(new Change(key, number, 0, nanos(began), nanos(ended), outcome, 0b101));
    }

    private void read(int key, long began, long ended, Integer... seen) {
        readings.add(new Reading(key, nanos(began), nanos(ended), false, List.of(seen)));
    }

    private void finallyRead(int key, Integer... seen) {
        readings.add(new Reading(key, nanos(100), nanos(101), true, List.of(seen)));
    }

    private void assertGood() {
        Verdict verdict = verdict();
        assertThat(verdict.remarks()).isEmpty();
        assertThat(List.of(
                        verdict.lost(),
                        verdict.staleInCalm(),
                        verdict.stale(),
                        verdict.refusedShown(),
                        verdict.repeated(),
                        verdict.unheard()))
                .containsOnly(0);
    }

    private Verdict verdict() {
        return new HistoryChecker(disturbances.spans(), nanos(5)).check(changes, readings);
    }

    private static long nanos(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
