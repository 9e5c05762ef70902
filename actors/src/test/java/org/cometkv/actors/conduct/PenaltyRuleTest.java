package org.cometkv.actors.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.Standing;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PenaltyRuleTest {

    private static final long WINDOW = 10_000;
    private static final long CALM = 60_000;
    private static final int SLOW_AFTER = 4;
    private static final int SET_ASIDE_AFTER = 6;

    private final PenaltyRule rule = new PenaltyRule(new CometSettings.Conduct(
            Duration.ofMillis(WINDOW),
            SLOW_AFTER,
            SET_ASIDE_AFTER,
            Duration.ofMillis(CALM),
            3,
            Duration.ofSeconds(60)));

    @Test
    void limits_oneBelowTheBound_changeNothing_theBoundSlows() {
        breaks(SLOW_AFTER - 1, 0);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);

        rule.broke(WINDOW - 1);

        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void limitAtTheEndOfTheWindow_beginsAnother() {
        breaks(SLOW_AFTER - 1, 0);

        rule.broke(WINDOW);
        breaks(SLOW_AFTER - 2, WINDOW);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);

        rule.broke(2 * WINDOW - 1);
        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void windowBegins_whateverTheOriginOfTheClock() {
        breaks(SLOW_AFTER - 1, Long.MAX_VALUE - 5);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);

        rule.broke(Long.MIN_VALUE + 5);

        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void slowed_limitsBelowTheBound_changeNothing_theBoundSetsAside() {
        breaks(SLOW_AFTER, 0);

        breaks(SET_ASIDE_AFTER - 1, WINDOW);
        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);

        rule.broke(WINDOW);
        assertThat(rule.standing()).isEqualTo(Standing.SET_ASIDE);
    }

    @Test
    void slowed_countsOverAnyNumberOfWindows() {
        breaks(SLOW_AFTER, 0);

        for (int i = 1; i < SET_ASIDE_AFTER; i++) {
            rule.broke(i * (CALM - 1));
            assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
        }
        rule.broke(SET_ASIDE_AFTER * (CALM - 1));

        assertThat(rule.standing()).isEqualTo(Standing.SET_ASIDE);
    }

    @Test
    void slowed_recoversAfterTheCalm_andNotOneBefore() {
        breaks(SLOW_AFTER, 0);

        rule.behaved(CALM - 1);
        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);

        rule.behaved(CALM);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);
    }

    @Test
    void recovered_countsFromTheBeginning() {
        breaks(SLOW_AFTER, 0);

        breaks(SLOW_AFTER - 1, CALM);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);

        rule.broke(CALM);
        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void setAside_staysSo_untilItIsReleased() {
        rule.setAside();

        rule.behaved(10 * CALM);
        rule.broke(20 * CALM);
        assertThat(rule.standing()).isEqualTo(Standing.SET_ASIDE);

        rule.release(20 * CALM);
        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
        rule.behaved(21 * CALM - 1);
        assertThat(rule.standing()).isEqualTo(Standing.SLOWED);
        rule.behaved(21 * CALM);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);
    }

    @Test
    void release_ofWhatIsNotSetAside_changesNothing() {
        rule.release(0);
        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);
        breaks(SLOW_AFTER, 0);

        rule.release(CALM - 1);
        rule.behaved(CALM);

        assertThat(rule.standing()).isEqualTo(Standing.ORDINARY);
    }

    /** Whatever happens when, only a release leads back from aside, and nothing leads there but what was slowed. */
    @RepeatedTest(20)
    void standing_movesByOneStep() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long now = random.nextLong();
        Standing before = Standing.ORDINARY;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(2 * random.nextInt(1, (int) CALM));
            boolean isBreak = random.nextInt(4) > 0;
            if (isBreak) {
                rule.broke(now);
            } else {
                rule.behaved(now);
            }
            Standing after = rule.standing();
            String step = "seed " + seed + ", step " + i + ": " + before + " to " + after;
            if (before == Standing.SET_ASIDE) {
                assertThat(after).as(step).isEqualTo(before);
                rule.release(now);
                after = rule.standing();
            } else {
                assertThat(Math.abs(after.ordinal() - before.ordinal()))
                        .as(step)
                        .isLessThanOrEqualTo(1);
            }
            before = after;
        }
    }

    private void breaks(int times, long now) {
        for (int i = 0; i < times; i++) {
            rule.broke(now);
        }
    }
}
