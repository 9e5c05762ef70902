package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All or nothing, for every handler and every unit of fuel at which it can be stopped. */
class UndoEveryUnitTest {

    private static final Event GET = new Event.Get(LuaObject.CALLER, Value.NIL);

    @Test
    void thereAreAtLeastTwentyHandlers() {
        assertThat(WritingHandlers.BODIES).hasSizeGreaterThanOrEqualTo(20);
    }

    /** The encoded state holds contents, order, dead slots, metatables and the state of random numbers. */
    @TestFactory
    Stream<DynamicTest> stoppedAtEveryUnit_bytesAndLiveSizeAreAsBefore() {
        return WritingHandlers.BODIES.stream().map(body -> DynamicTest.dynamicTest(body, () -> stopEverywhere(body)));
    }

    @TestFactory
    Stream<DynamicTest> fuelAndAllocation_areTheSameForEveryRunOnTheSameState() {
        return WritingHandlers.BODIES.stream()
                .map(body -> DynamicTest.dynamicTest(body, () -> {
                    String script = WritingHandlers.script(body);
                    LuaObject first = LuaObject.of(script);
                    LuaObject second = LuaObject.of(script);
                    LuaObject restored = LuaObject.restored(first, script);

                    Outcome expected = first.get();

                    assertThat(second.get()).isEqualTo(expected);
                    assertThat(restored.get()).isEqualTo(expected);
                    assertThat(second.instance.encode()).isEqualTo(first.instance.encode());
                    assertThat(restored.instance.encode()).isEqualTo(first.instance.encode());
                }));
    }

    private static void stopEverywhere(String body) {
        String script = WritingHandlers.script(body);
        LuaObject probe = LuaObject.of(script);
        Outcome whole = probe.get();
        assertThat(whole.result()).isEqualTo(new Result.Completed(Value.of("done")));
        LuaObject object = LuaObject.of(script);
        byte[] before = object.instance.encode();
        int live = object.instance.live();

        for (int fuel = 1; fuel < whole.usage().fuel(); fuel++) {
            Limits limits = Limits.DEFAULTS.with(Limits.Name.FUEL, fuel);
            assertThat(object.handleWithin(GET, limits).result()).isInstanceOf(Result.Exceeded.class);
            assertThat(object.instance.encode()).as("after %s units", fuel).isEqualTo(before);
            assertThat(object.instance.live()).as("after %s units", fuel).isEqualTo(live);
        }

        assertThat(object.get()).isEqualTo(whole);
        assertThat(object.instance.encode()).isEqualTo(probe.instance.encode());
    }
}
