package org.cometkv.actors.objects;

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

    private final PenaltyRule conduct = new PenaltyRule(new CometSettings.Conduct(
            Duration.ofMillis(WINDOW),
            SLOW_AFTER,
            SET_ASIDE_AFTER,
            Duration.ofMillis(CALM),
            3,
            Duration.ofSeconds(60)));

    @Test
    void limits_oneBelowTheBound_changeNothing_theBoundSlows() {
        breaks(SLOW_AFTER - 1, 0);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);

        conduct.broke(WINDOW - 1);

        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void limitAtTheEndOfTheWindow_beginsAnother() {
        breaks(SLOW_AFTER - 1, 0);

        conduct.broke(WINDOW);
        breaks(SLOW_AFTER - 2, WINDOW);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);

        conduct.broke(2 * WINDOW - 1);
        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void windowBegins_whateverTheOriginOfTheClock() {
        breaks(SLOW_AFTER - 1, Long.MAX_VALUE - 5);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);

        conduct.broke(Long.MIN_VALUE + 5);

        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void slowed_limitsBelowTheBound_changeNothing_theBoundSetsAside() {
        breaks(SLOW_AFTER, 0);

        breaks(SET_ASIDE_AFTER - 1, WINDOW);
        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);

        conduct.broke(WINDOW);
        assertThat(conduct.standing()).isEqualTo(Standing.SET_ASIDE);
    }

    @Test
    void slowed_countsOverAnyNumberOfWindows() {
        breaks(SLOW_AFTER, 0);

        for (int i = 1; i < SET_ASIDE_AFTER; i++) {
            conduct.broke(i * (CALM - 1));
            assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
        }
        conduct.broke(SET_ASIDE_AFTER * (CALM - 1));

        assertThat(conduct.standing()).isEqualTo(Standing.SET_ASIDE);
    }

    @Test
    void slowed_recoversAfterTheCalm_andNotOneBefore() {
        breaks(SLOW_AFTER, 0);

        conduct.behaved(CALM - 1);
        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);

        conduct.behaved(CALM);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);
    }

    @Test
    void recovered_countsFromTheBeginning() {
        breaks(SLOW_AFTER, 0);

        breaks(SLOW_AFTER - 1, CALM);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);

        conduct.broke(CALM);
        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void setAside_staysSo_untilItIsReleased() {
        conduct.setAside();

        conduct.behaved(10 * CALM);
        conduct.broke(20 * CALM);
        assertThat(conduct.standing()).isEqualTo(Standing.SET_ASIDE);

        conduct.release(20 * CALM);
        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
        conduct.behaved(21 * CALM - 1);
        assertThat(conduct.standing()).isEqualTo(Standing.SLOWED);
        conduct.behaved(21 * CALM);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);
    }

    @Test
    void release_ofWhatIsNotSetAside_changesNothing() {
        conduct.release(0);
        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);
        breaks(SLOW_AFTER, 0);

        conduct.release(CALM - 1);
        conduct.behaved(CALM);

        assertThat(conduct.standing()).isEqualTo(Standing.ORDINARY);
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
                conduct.broke(now);
            } else {
                conduct.behaved(now);
            }
            Standing after = conduct.standing();
            String step = "seed " + seed + ", step " + i + ": " + before + " to " + after;
            if (before == Standing.SET_ASIDE) {
                assertThat(after).as(step).isEqualTo(before);
                conduct.release(now);
                after = conduct.standing();
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
            conduct.broke(now);
        }
    }
}
