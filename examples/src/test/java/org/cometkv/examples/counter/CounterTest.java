package org.cometkv.examples.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.junit.jupiter.api.Test;

class CounterTest {

    @Test
    void eachReplicaCountsItsOwnReads() {
        Aso counter = Aso.script(new Counter().script());
        Replica a = new Replica(counter, "a", "comet");
        Replica b = new Replica(counter, "b", "comet");

        a.get(Value.NIL);

        assertThat(a.get(Value.NIL)).isEqualTo(Value.list(Value.of("Hello world!"), Value.of(2)));
        assertThat(b.get(Value.NIL)).isEqualTo(Value.list(Value.of("Hello world!"), Value.of(1)));
    }

    @Test
    void aThousandReadsAtOnceAreAThousandDifferentNumbers() {
        assertThat(ThreeNodes.tell(new Counter())).contains("they were told the numbers 4 to 1003");
    }
}
