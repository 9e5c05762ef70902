package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.junit.jupiter.api.Test;

/**
 * A copy made from an object's stored state is the same object: whatever comes next has the same outcome, at the same
 * price, in both. Random events, some of which wait while others run.
 */
class RestoredCopyTest {

    private static final FuzzSize SIZE = FuzzSize.of(20_000, 1_000_000);
    private static final int EVENTS_OF_A_SCRIPT = 100;
    private static final int EVENTS_AT_ONCE_MAX = 4;

    /** Another than where the original runs: nothing that a script sees, and no price, may depend on either. */
    private static final int SLICE_OF_COPY = 700;

    private final Sandbox here = new Sandbox(1 << 20, 0x1234_5678_9abc_def0L);
    private final Sandbox there = new Sandbox(1 << 20, 0x0fed_cba9_8765_4321L);
    private final Limits sliced = Limits.DEFAULTS.with(Limits.Name.SLICE, SLICE_OF_COPY);
    private int events;
    private int waits;
    private int committed;

    @Test
    void everyEvent_isTheSameInACopyOfTheStateBeforeIt() {
        for (int script = 0; events < SIZE.cases(); script++) {
            compare(SIZE.seed() + script);
        }

        SIZE.report("copies", "%d events, %d ended well, %d waits", events, committed, waits);
        assertThat(committed).as("events that ended well").isGreaterThan(events / 2);
        assertThat(waits).as("waits").isGreaterThan(events / 10);
    }

    /** One script, with all its events; reproduced alone by {@code -Dcomet.fuzz.seed}. */
    private void compare(long seed) {
        Random random = new Random(seed);
        Script script = RandomScript.of(random);
        PlayedObject original = new PlayedObject(here, script, Limits.DEFAULTS);
        assertThat(original.create().isCommitted()).as("created, seed %d", seed).isTrue();
        int until = events + EVENTS_OF_A_SCRIPT;
        for (int round = 1; events < until; round++) {
            String where = "seed " + seed + ", round " + round;
            byte[] state = original.instance.encode();
            PlayedObject copy = new PlayedObject(there, script, sliced);
            assertThat(copy.restore(state).isCommitted())
                    .as("restored, %s", where)
                    .isTrue();
            assertSame(original, copy, where);

            List<Event> some = some(random);
            long order = random.nextLong();
            List<String> told = original.play(round, some, order);
            assertThat(copy.play(round, some, order)).as("%s: %s", where, some).isEqualTo(told);
            assertSame(original, copy, where + ": " + some);
            count(told);
        }
    }

    /** One replica may have handed out copies of an object where another did not. */
    @Test
    void objectThatWasStored_paysWhatOneThatNeverWasPays() {
        String script = """
                aso.list = {}
                for i = 1, 1000 do aso.list[i] = {} end
                function aso:onGet() self.text = { ("x"):rep(30000) } end
                """;
        LuaObject stored = LuaObject.of(script);
        LuaObject kept = LuaObject.of(script);

        for (int i = 1; i <= 8; i++) {
            assertThat(stored.instance.encode()).isNotEmpty();
            assertThat(stored.get()).as("event %d", i).isEqualTo(kept.get());
        }
    }

    private static List<Event> some(Random random) {
        List<Event> events = new ArrayList<>();
        for (int left = 1 + random.nextInt(EVENTS_AT_ONCE_MAX); left > 0; left--) {
            events.add(RandomScript.event(random));
        }
        return events;
    }

    private void count(List<String> told) {
        for (String step : told) {
            if (step.startsWith("waits")) {
                waits++;
            } else {
                events++;
                committed += step.startsWith("ends: Completed") || step.startsWith("ends: Refused") ? 1 : 0;
            }
        }
    }

    private static void assertSame(PlayedObject original, PlayedObject copy, String where) {
        assertThat(copy.instance.encode()).as("image, %s", where).isEqualTo(original.instance.encode());
        assertThat(copy.instance.live()).as("live size, %s", where).isEqualTo(original.instance.live());
        assertThat(StateDump.of(copy.instance)).as("contents, %s", where).isEqualTo(StateDump.of(original.instance));
    }
}
