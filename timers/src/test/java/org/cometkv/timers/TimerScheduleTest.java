package org.cometkv.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cometkv.timers.TimerSchedule.Firing;
import org.junit.jupiter.api.Test;

class TimerScheduleTest {

    private static final int NAMED_MAX = 16;

    private final TimerSchedule schedule = new TimerSchedule(NAMED_MAX);

    @Test
    void nothingArmed_isNeverDue() {
        assertThat(schedule.nextDeadline()).isEqualTo(TimerSchedule.NEVER);
        assertThat(due(schedule, Long.MAX_VALUE)).isEmpty();
        assertThat(schedule.remaining(0)).isEmpty();
    }

    @Test
    void tenThousandPeriods_doNotDrift() {
        schedule.periodic(600_000, 0, 42);
        long first = schedule.nextDeadline();

        for (long n = 0; n < 10_000; n++) {
            long due = first + n * 600_000;
            long late = n * 7_919 % 599_999;
            assertThat(schedule.nextDeadline()).isEqualTo(due);
            assertThat(due(schedule, due - 1)).isEmpty();
            assertThat(due(schedule, due + late)).containsExactly(period(due));
        }
    }

    @Test
    void missedPeriods_areOneFiringAndKeepTheBeat() {
        schedule.periodic(1_000, 0, 42);
        long first = schedule.nextDeadline();

        assertThat(due(schedule, first + 5_500)).containsExactly(period(first));
        assertThat(due(schedule, first + 5_500)).isEmpty();
        assertThat(schedule.nextDeadline()).isEqualTo(first + 6_000);
    }

    @Test
    void polledExactlyAtALaterMultiple_nextIsOnePeriodLater() {
        schedule.periodic(1_000, 0, 42);
        long first = schedule.nextDeadline();

        due(schedule, first + 5_000);

        assertThat(schedule.nextDeadline()).isEqualTo(first + 6_000);
    }

    @Test
    void samePeriodAgain_changesNothing() {
        schedule.periodic(1_000, 0, 42);
        long first = schedule.nextDeadline();

        schedule.periodic(1_000, 500, 43);

        assertThat(schedule.nextDeadline()).isEqualTo(first);
    }

    @Test
    void anotherPeriod_beginsAnew() {
        schedule.periodic(1_000, 0, 42);

        schedule.periodic(2_000, 500, 42);

        assertThat(schedule.nextDeadline()).isBetween(500L + 1_800, 500L + 2_200);
    }

    @Test
    void periodZero_turnsOff() {
        schedule.periodic(1_000, 0, 42);

        schedule.periodic(0, 500, 42);

        assertThat(schedule.nextDeadline()).isEqualTo(TimerSchedule.NEVER);
        assertThat(due(schedule, 1_000_000)).isEmpty();
    }

    @Test
    void sameSeed_sameJitter() {
        TimerSchedule other = new TimerSchedule(NAMED_MAX);

        schedule.periodic(600_000, 0, 42);
        other.periodic(600_000, 0, 42);

        assertThat(schedule.nextDeadline()).isEqualTo(other.nextDeadline());
    }

    @Test
    void neighboringSeeds_spreadOverTheWholeJitter() {
        // Ten bins of 1,000 seeds each if evenly spread; a bin within 15 % of that is more than four sigmas.
        int[] bins = new int[10];
        for (long seed = 0; seed < 10_000; seed++) {
            TimerSchedule one = new TimerSchedule(NAMED_MAX);
            one.periodic(500_000, 0, seed);
            bins[(int) ((one.nextDeadline() - 450_000) * 10 / 100_001)]++;
        }
        assertThat(bins).satisfies(counts -> assertThat(IntStream.of(counts)).allMatch(n -> n > 850 && n < 1_150));
    }

    @Test
    void longestPeriod_doesNotOverflow() {
        schedule.periodic(Long.MAX_VALUE, 1_000, 42);

        assertThat(schedule.nextDeadline()).isGreaterThan(Long.MAX_VALUE / 10 * 9);
    }

    @Test
    void oneShot_firesOnce() {
        assertThat(schedule.after("beep", 1_000, 500)).isTrue();

        assertThat(schedule.nextDeadline()).isEqualTo(1_500);
        assertThat(due(schedule, 1_499)).isEmpty();
        assertThat(due(schedule, 1_500)).containsExactly(named("beep", 1_500));
        assertThat(due(schedule, 2_000)).isEmpty();
        assertThat(schedule.nextDeadline()).isEqualTo(TimerSchedule.NEVER);
    }

    @Test
    void oneShotOfTheSameName_isReplaced() {
        schedule.after("beep", 1_000, 0);
        schedule.after("beep", 3_000, 0);

        assertThat(due(schedule, 2_000)).isEmpty();
        assertThat(due(schedule, 3_000)).containsExactly(named("beep", 3_000));
    }

    @Test
    void oneShotCancelled_doesNotFire() {
        schedule.after("beep", 1_000, 0);

        assertThat(schedule.cancel("beep")).isTrue();
        assertThat(schedule.cancel("beep")).isFalse();
        assertThat(due(schedule, 2_000)).isEmpty();
    }

    @Test
    void delayExtremes_areBounded() {
        schedule.after("negative", -5, 1_000);
        schedule.after("endless", Long.MAX_VALUE, 1_000);

        assertThat(due(schedule, 1_000)).containsExactly(named("negative", 1_000));
        assertThat(schedule.nextDeadline()).isEqualTo(TimerSchedule.NEVER);
        assertThat(schedule.remaining(-1_000)).containsExactly(entry("endless", Long.MAX_VALUE));
    }

    @Test
    void namedTimers_sixteenPassAndTheSeventeenthIsRefused() {
        for (int i = 1; i <= NAMED_MAX; i++) {
            assertThat(schedule.after("t" + i, 1_000, 0)).as("timer %d", i).isTrue();
        }
        assertThat(schedule.after("t17", 1_000, 0)).isFalse();

        assertThat(schedule.after("t16", 2_000, 0)).as("replaces, adds none").isTrue();
        schedule.cancel("t1");
        assertThat(schedule.after("t17", 1_000, 0)).isTrue();
        assertThat(schedule.remaining(0)).hasSize(NAMED_MAX);
    }

    @Test
    void fullSchedule_hasRoomAgainWhenOneFired() {
        TimerSchedule small = new TimerSchedule(1);
        small.after("a", 1_000, 0);
        assertThat(small.after("b", 1_000, 0)).isFalse();

        due(small, 1_000);

        assertThat(small.after("b", 1_000, 1_000)).isTrue();
    }

    @Test
    void noNamedTimersAllowed_refusesTheFirst() {
        assertThat(new TimerSchedule(0).after("a", 1_000, 0)).isFalse();
    }

    @Test
    void emptyName_isRefused() {
        assertThat(schedule.after("", 1_000, 0)).isFalse();
        assertThat(schedule.cancel("")).isFalse();
    }

    @Test
    void severalDue_comeByDeadlineThenNameThePeriodFirst() {
        TimerSchedule mixed = TimerSchedule.restored(NAMED_MAX, 1_000, Map.of("", 300L), 0);
        mixed.after("c", 100, 0);
        mixed.after("b", 300, 0);
        mixed.after("a", 300, 0);
        mixed.after("d", 200, 0);

        assertThat(due(mixed, 300))
                .containsExactly(named("c", 100), named("d", 200), period(300), named("a", 300), named("b", 300));
    }

    @Test
    void oneThatIsTakenBackOrPutOff_whileThoseDueBeforeItFire_doesNotFire() {
        schedule.after("a", 100, 0);
        schedule.after("b", 100, 0);
        schedule.after("c", 100, 0);

        assertThat(schedule.takeDue(100)).contains(named("a", 100));
        schedule.cancel("b");
        schedule.after("c", 100, 100);

        assertThat(schedule.takeDue(100)).isEmpty();
        assertThat(schedule.names()).containsExactly("c");
    }

    @Test
    void continuedPeriod_firesWhenTheOtherWouldHave() {
        TimerSchedule here = TimerSchedule.restored(NAMED_MAX, 1_000, Map.of("", 300L), 0);
        TimerSchedule image = TimerSchedule.restored(NAMED_MAX, 1_000, Map.of("", 900L), 0);
        TimerSchedule ofAnotherPeriod = TimerSchedule.restored(NAMED_MAX, 2_000, Map.of("", 900L), 0);

        image.continuePeriod(here);
        ofAnotherPeriod.continuePeriod(here);

        assertThat(image.nextDeadline()).isEqualTo(300);
        assertThat(ofAnotherPeriod.nextDeadline()).isEqualTo(900);
    }

    @Test
    void restoredOnAnotherClock_goesOnWhereItWas() {
        schedule.periodic(10_000, 0, 42);
        schedule.after("beep", 3_000, 0);
        long first = schedule.remaining(0).get("");

        TimerSchedule moved = TimerSchedule.restored(NAMED_MAX, 10_000, schedule.remaining(1_000), -500_000);

        assertThat(due(moved, -498_000)).containsExactly(named("beep", -498_000));
        assertThat(moved.nextDeadline()).isEqualTo(-500_000 + first - 1_000);
        moved.periodic(10_000, -498_000, 43);
        assertThat(moved.nextDeadline()).as("same period").isEqualTo(-500_000 + first - 1_000);
    }

    @Test
    void remainingOfAnOverdueTimer_isZero() {
        schedule.after("beep", 1_000, 0);

        assertThat(schedule.remaining(5_000)).containsExactly(entry("beep", 0L));
        assertThat(due(TimerSchedule.restored(NAMED_MAX, 0, Map.of("beep", -7L), 50), 50))
                .containsExactly(named("beep", 50));
    }

    @Test
    void restoredWithoutItsPeriod_beginsThePeriodAnew() {
        assertThat(TimerSchedule.restored(NAMED_MAX, 1_000, Map.of(), 50).nextDeadline())
                .isEqualTo(1_050);
    }

    @Test
    void restoredWithThePeriodOff_ignoresItsRemainingTime() {
        assertThat(TimerSchedule.restored(NAMED_MAX, 0, Map.of("", 5L), 50).nextDeadline())
                .isEqualTo(TimerSchedule.NEVER);
    }

    @Test
    void restoredWithTooManyNamed_keepsTheSoonest() {
        Map<String, Long> tooMany = Map.of("", 5L, "a", 400L, "b", 100L, "c", 300L, "d", 100L);

        assertThat(TimerSchedule.restored(3, 1_000, tooMany, 0).remaining(0))
                .containsExactly(entry("", 5L), entry("b", 100L), entry("c", 300L), entry("d", 100L));
    }

    @Test
    void restoredWithTooManyAtOneTime_keepsTheFirstByNameWhateverTheOrderOfTheMap() {
        SortedMap<String, Long> backwards = new TreeMap<>(Map.of("d", 100L, "b", 100L)).descendingMap();

        assertThat(TimerSchedule.restored(1, 0, backwards, 0).remaining(0)).containsExactly(entry("b", 100L));
    }

    @Test
    void argumentsOutOfRange_areRefusedWithTheirValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimerSchedule(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.periodic(-2, 0, 0))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException().isThrownBy(() -> TimerSchedule.restored(1, -3, Map.of(), 0));
    }

    /** All that is due, one after the other. */
    static List<Firing> due(TimerSchedule schedule, long now) {
        List<Firing> due = new ArrayList<>();
        for (Optional<Firing> next = schedule.takeDue(now); next.isPresent(); next = schedule.takeDue(now)) {
            due.add(next.get());
        }
        return due;
    }

    private static Firing period(long deadline) {
        return new Firing(Optional.empty(), deadline);
    }

    private static Firing named(String name, long deadline) {
        return new Firing(Optional.of(name), deadline);
    }
}
