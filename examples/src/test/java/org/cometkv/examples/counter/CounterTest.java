package org.cometkv.examples.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.util.List;
import org.cometkv.actors.Aso;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Key;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class CounterTest {

    @Test
    void eachReplicaCountsItsOwnReads() {
        Aso counter = Aso.script(new Counter().script());
        ScriptTester a = ScriptTester.of(counter, Key.of("counter"), "a");
        ScriptTester b = ScriptTester.of(counter, Key.of("counter"), "b");
        a.put();
        b.put();

        a.get();

        assertThat(a.get()).hasValue(List.of("Hello world!", 2));
        assertThat(b.get()).hasValue(List.of("Hello world!", 1));
    }

    @Test
    void aThousandReadsAtOnceAreAThousandDifferentNumbers() {
        assertThat(ThreeNodes.tell(new Counter())).contains("they were told the numbers 4 to 1003");
    }
}
