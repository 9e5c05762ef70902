package org.cometkv.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.history.Histories.KEY;
import static org.cometkv.testkit.history.Histories.found;
import static org.cometkv.testkit.history.Histories.history;
import static org.cometkv.testkit.history.Histories.listed;
import static org.cometkv.testkit.history.Histories.live;
import static org.cometkv.testkit.history.Histories.refused;
import static org.cometkv.testkit.history.Histories.removed;
import static org.cometkv.testkit.history.Histories.stored;
import static org.cometkv.testkit.history.Histories.storedAs;
import static org.cometkv.testkit.history.Histories.storedWith;
import static org.cometkv.testkit.history.Histories.unknown;
import static org.cometkv.testkit.history.Histories.version;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.junit.jupiter.api.Test;

/** Each invariant names a bad history and leaves a good one alone. */
class InvariantsTest {

    private static final Command.Get GET = new Command.Get(0, KEY, Value.NIL);

    private static final Command.GetFromAll GET_ALL = new Command.GetFromAll(0, KEY, Value.NIL);

    @Test
    void names_differ() {
        List<String> names = Invariants.all(Duration.ofSeconds(10)).stream()
                .map(Invariant::name)
                .toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        assertThat(Invariants.kept(Duration.ofSeconds(10))).hasSize(names.size());
    }

    @Test
    void callAtItsTimeout_ends() {
        assertThat(history().call(0, 11_000, GET, unknown()).check("calls-end")).isEmpty();
        assertThat(history().call(0, 11_001, GET, unknown()).check("calls-end")).hasSize(1);
    }

    @Test
    void openCall_isLateOnceTheRunEndsLater() {
        assertThat(history().open(0, GET).end(11_000).check("calls-end")).isEmpty();
        assertThat(history().open(0, GET).end(11_001).check("calls-end")).hasSize(1);
    }

    @Test
    void timeThatItsNodeIsHeld_doesNotCount() {
        Histories good = history().fault(1_000, new Command.Pause(0)).fault(9_000, new Command.Resume(0));

        assertThat(good.call(0, 19_000, GET, unknown()).check("calls-end")).isEmpty();
        assertThat(good.call(0, 19_001, GET, unknown()).check("calls-end")).hasSize(1);
    }

    @Test
    void timeoutWithoutAFault_isNamed() {
        assertThat(history().call(0, 10_000, GET, unknown()).check("answered")).hasSize(1);
    }

    @Test
    void timeoutInAShortPause_isNamed_inALongOneNot() {
        assertThat(history()
                        .fault(1_000, new Command.Pause(1))
                        .fault(2_999, new Command.Resume(1))
                        .call(0, 10_000, GET, unknown())
                        .check("answered"))
                .hasSize(1);
        assertThat(history()
                        .fault(1_000, new Command.Pause(1))
                        .fault(3_000, new Command.Resume(1))
                        .call(0, 10_000, GET, unknown())
                        .check("answered"))
                .isEmpty();
    }

    @Test
    void timeoutNearAnythingElse_isNotBlamed() {
        for (Command.Fault fault : List.of(new Command.Crash(1), new Command.Flood(0, KEY, 9), new Command.Join(4))) {
            assertThat(history()
                            .fault(5, fault)
                            .call(10, 10_010, GET, unknown())
                            .check("answered"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsLeftOpen_isNamed() {
        assertThat(history().leftOpen("1 operation at node 0").check("nothing-left-open"))
                .containsExactly("1 operation at node 0");
        assertThat(history().check("nothing-left-open")).isEmpty();
    }

    @Test
    void updateTakenTwice_isNamed() {
        Histories begun = history().object(0, "merging").update(2, "a", stored());

        assertThat(begun.get(5, listed(1, 7, "a", "b")).check("taken-once")).isEmpty();
        assertThat(begun.get(9, listed(1, 7, "a", "b", "a")).check("taken-once"))
                .containsExactly("call 4 (get k at node 0, 0.009 to 0.010) saw \"a\" twice at node 1");
    }

    @Test
    void updateTakenTwiceByOneReplica_isNamed() {
        Outcome answers = new Outcome.FoundAll(List.of(listed(1, 7, "a"), listed(2, 7, "a", "a")));

        assertThat(history().object(0, "merging").call(2, 3, GET_ALL, answers).check("taken-once"))
                .hasSize(1);
    }

    @Test
    void acknowledgedUpdate_thatIsMissed_isNamed() {
        Histories begun =
                history().object(0, "merging").update(2, "a", stored()).update(4, "b", unknown());

        begun.calm(10);

        assertThat(begun.get(20, listed(1, 7, "a")).check("merged-update-is-kept"))
                .isEmpty();
        assertThat(begun.get(30, listed(1, 7, "b")).check("merged-update-is-kept"))
                .hasSize(1);
    }

    @Test
    void updateOfAReplacedObject_mayBeMissed() {
        Histories good = history().object(0, "merging").update(2, "a", stored()).object(4, "merging");

        assertThat(good.calm(10).get(20, listed(1, 7)).check("merged-update-is-kept"))
                .isEmpty();
    }

    @Test
    void versionThatGoesBack_isNamed() {
        assertThat(history()
                        .sighting(0, 1, 5)
                        .sighting(1, 1, 5)
                        .sighting(2, 1, 6)
                        .check("version-never-goes-back"))
                .isEmpty();
        assertThat(history().sighting(0, 1, 5).sighting(1, 1, 4).check("version-never-goes-back"))
                .hasSize(1);
    }

    @Test
    void lineageCountsBeforeVersion_andVersionBeforeUpdates() {
        assertThat(goesBack(live(5, 9, 3), live(6, 6, 0))).isFalse();
        assertThat(goesBack(live(6, 6, 0), live(5, 9, 3))).isTrue();
        assertThat(goesBack(live(5, 9, 1), live(5, 9, 2))).isFalse();
        assertThat(goesBack(live(5, 9, 2), live(5, 9, 1))).isTrue();
        assertThat(goesBack(live(5, 8, 2), live(5, 9, 1))).isFalse();
        assertThat(goesBack(new KeyDigest.Gone(version(7)), live(6, 6, 0))).isTrue();
    }

    @Test
    void replicaThatComesBackAfterNothingWasHeld_mayNotBeOlder() {
        assertThat(goesBack(live(6, 6, 0), KeyDigest.NOTHING, live(6, 6, 0))).isFalse();
        assertThat(goesBack(live(6, 6, 0), KeyDigest.NOTHING, live(5, 5, 0))).isTrue();
    }

    @Test
    void replicaOfAnObjectThatEndedByItself_mayBeOlder() {
        Histories passing = history().latest(0, "a", 3);

        assertThat(passing.sighting(0, 1, 6)
                        .sighting(1, 1, KeyDigest.NOTHING)
                        .sighting(2, 1, 5)
                        .check("version-never-goes-back"))
                .isEmpty();
    }

    @Test
    void refusedChange_mayBeTakenBack_butNotAnAcknowledgedPutWithIt() {
        assertThat(history()
                        .put(0, 1, "a", refused())
                        .sighting(0, 1, 6)
                        .sighting(2, 1, 5)
                        .check("version-never-goes-back"))
                .isEmpty();
        assertThat(history()
                        .put(0, 1, "a", refused())
                        .put(0, 1, "b", storedAs(6, 0))
                        .sighting(0, 1, 6)
                        .sighting(2, 1, 5)
                        .check("version-never-goes-back"))
                .hasSize(1);
    }

    private static boolean goesBack(KeyDigest... seen) {
        Histories history = history();
        for (int i = 0; i < seen.length; i++) {
            history.sighting(i, 1, seen[i]);
        }
        return !history.check("version-never-goes-back").isEmpty();
    }

    @Test
    void versionOfAnotherLife_mayBeOlder() {
        assertThat(history().sighting(0, 1, 5).sighting(1, 2, 4).check("version-never-goes-back"))
                .isEmpty();
    }

    @Test
    void objectThatSendsMoreThanItsCredit_isNamed() {
        assertThat(history()
                        .traffic(0, true, 60_000)
                        .traffic(1_000, true, 7_584)
                        .check("sent-within-credit"))
                .isEmpty();
        assertThat(history()
                        .traffic(0, true, 60_000)
                        .traffic(1_000, true, 7_600)
                        .check("sent-within-credit"))
                .hasSize(1);
    }

    @Test
    void objectThatSavedUp_maySendNoMoreAtOnce() {
        assertThat(history().traffic(0, true, 10).traffic(90_000, true, 65_536).check("sent-within-credit"))
                .isEmpty();
        assertThat(history().traffic(90_000, true, 65_540).check("sent-within-credit"))
                .hasSize(1);
    }

    @Test
    void requestOfAClient_isCredit() {
        assertThat(history().traffic(0, false, 1_000).traffic(1, true, 66_000).check("sent-within-credit"))
                .isEmpty();
    }

    @Test
    void fuelThatDiffers_isNamed() {
        Command.PutObject put = new Command.PutObject(0, KEY, "latest", Value.table(), false);

        assertThat(history().call(0, 1, put, storedWith(10, 10, 10)).check("same-fuel"))
                .isEmpty();
        assertThat(history().call(0, 1, put, storedWith(10, 11, 10)).check("same-fuel"))
                .hasSize(1);
    }

    @Test
    void fuelOfOneAnswer_thatDiffers_isNamed() {
        Outcome alike = new Outcome.FoundAll(List.of(listed(0, 7, "a"), listed(1, 7, "a"), listed(2, 9, "a", "b")));
        Outcome unlike = new Outcome.FoundAll(List.of(listed(0, 7, "a"), listed(1, 8, "a")));

        assertThat(history().object(0, "merging").call(2, 3, GET_ALL, alike).check("same-fuel"))
                .isEmpty();
        assertThat(history().object(0, "merging").call(2, 3, GET_ALL, unlike).check("same-fuel"))
                .hasSize(1);
    }

    @Test
    void timerThatFiresEachPeriod_isGood() {
        Histories good =
                history().object(0, "ticking").timer(4_600, 1).timer(9_600, 1).timer(14_600, 1);

        assertThat(good.end(20_000).check("timers-fire")).isEmpty();
    }

    @Test
    void timerThatMissesOrDoubles_isNamed() {
        assertThat(history().object(0, "ticking").timer(5_000, 1).end(12_000).check("timers-fire"))
                .containsExactly("the timer of k on node 1 fired at 5.000 and not again until 12.000");
        assertThat(history()
                        .object(0, "ticking")
                        .timer(5_000, 1)
                        .timer(5_001, 1)
                        .end(6_000)
                        .check("timers-fire"))
                .containsExactly("the timer of k on node 1 fired at 5.000 and at 5.001");
    }

    @Test
    void timerOfAHeldNode_isNotBlamed() {
        Histories good = history().object(0, "ticking").timer(5_000, 1).fault(6_000, new Command.Pause(1));

        assertThat(good.end(30_000).check("timers-fire")).isEmpty();
    }

    @Test
    void olderPutThatIsTaken_isNamed() {
        Command.Put put = new Command.Put(0, KEY, Value.of("a"), false);
        Histories begun = history().call(0, 1, put, storedAs(9, 0, 1));

        assertThat(begun.call(2, 3, put, storedAs(8, 2)).check("older-is-not-taken"))
                .isEmpty();
        assertThat(begun.call(4, 5, put, storedAs(8, 1, 2)).check("older-is-not-taken"))
                .hasSize(1);
    }

    @Test
    void getThatBreaksOffAfterOneCrash_isNamed() {
        Histories crashed = history().put(0, 1, "a", stored()).fault(5, new Command.Crash(1));

        assertThat(crashed.call(10, 10_010, GET, unknown()).check("get-fails-over"))
                .hasSize(1);
        assertThat(crashed.check("nothing-is-told-in-time")).isEmpty();
        assertThat(crashed.fault(6, new Command.Pause(2)).check("get-fails-over"))
                .isEmpty();
    }

    @Test
    void getOfNothingThatBreaksOffAfterOneCrash_isNamed() {
        Histories crashed = history().fault(5, new Command.Crash(1));

        assertThat(crashed.call(10, 10_010, GET, unknown()).check("nothing-is-told-in-time"))
                .hasSize(1);
        assertThat(crashed.check("get-fails-over")).isEmpty();
    }

    @Test
    void twoWinners_areNamed() {
        assertThat(history()
                        .ifAbsent(0, 1, "a", stored())
                        .ifAbsent(2, 3, "b", stored())
                        .check("one-winner"))
                .hasSize(1);
        assertThat(history()
                        .ifAbsent(0, 1, "a", stored())
                        .ifAbsent(2, 3, "b", refused())
                        .check("one-winner"))
                .isEmpty();
    }

    @Test
    void winnerAfterARemove_isGood() {
        Histories good = history().ifAbsent(0, 1, "a", stored()).remove(2, 3, removed());

        assertThat(good.ifAbsent(4, 5, "b", stored()).check("one-winner")).isEmpty();
    }

    @Test
    void winnersAfterAnOldRemove_areNamed() {
        Histories bad = history().remove(0, 1, removed()).ifAbsent(2, 3, "a", stored());

        assertThat(bad.ifAbsent(4, 5, "b", stored()).check("one-winner")).hasSize(1);
    }

    @Test
    void replicasThatDiffer_areNamed() {
        Outcome unlike =
                new Outcome.FoundAll(List.of(new Outcome.Found(Value.of("a"), 0, 0), (Outcome.Found) found("b")));

        assertThat(history().call(20, 21, GET_ALL, unlike).check("replicas-agree"))
                .isEmpty();
        assertThat(history().calm(10).call(20, 21, GET_ALL, unlike).check("replicas-agree"))
                .containsExactly("replicas of k gave [\"a\", \"b\"]");
    }
}
