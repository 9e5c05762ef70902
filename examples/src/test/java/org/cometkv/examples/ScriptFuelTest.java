package org.cometkv.examples;

import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.testkit.fuel.FuelSnapshot;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fuel of the applications' handlers in ordinary use, in {@code src/test/fuel.snapshot}: {@code -Dcomet.fuel=check}
 * fails where a script or the price list changed it.
 */
class ScriptFuelTest {

    private static final FuelSnapshot FUEL = FuelSnapshot.of(ScriptFuelTest.class);
    private static final int READS = 5;

    private ScriptTester neighbor;

    @BeforeEach
    void neighbor() {
        neighbor = ScriptTester.of(Aso.script("aso.value = 1"));
        neighbor.put();
    }

    @AfterAll
    static void close() {
        FUEL.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accesslog",
                "counter",
                "delete",
                "location",
                "monitoring",
                "onetime",
                "password",
                "recursive",
                "timeout",
                "vanish"
            })
    void putReadsAndTimers_costWhatTheyDid(String name) {
        String path = "org/cometkv/examples/" + name + "/" + name + ".lua";
        ScriptTester object =
                ScriptTester.of(Aso.resource(path).with("value", "data")).countedIn(FUEL, name);
        object.node().reaches(List.of(neighbor));

        assertThat(object.put()).isCompleted();
        for (int i = 0; i < READS && object.exists(); i++) {
            assertThat(object.get(Map.of("at", i))).isCompleted();
            object.advance(Duration.ofMinutes(11));
        }
        assertThat(object.outcomes().get(0)).isCompleted();
    }
}
