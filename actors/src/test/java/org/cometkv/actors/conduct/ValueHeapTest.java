package org.cometkv.actors.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class ValueHeapTest {

    @Test
    void whatAllShare_takesNothing() {
        assertThat(ValueHeap.of(Value.NIL)).isZero();
        assertThat(ValueHeap.of(Value.of(true))).isZero();
    }

    @Test
    void string_takesAnObjectAndAnArray_inSteps() {
        assertThat(ValueHeap.of(Value.of(""))).isEqualTo(16 + 16);
        assertThat(ValueHeap.of(Value.of("x"))).isEqualTo(16 + 24);
        assertThat(ValueHeap.of(Value.of("x".repeat(8)))).isEqualTo(16 + 24);
        assertThat(ValueHeap.of(Value.of("x".repeat(9)))).isEqualTo(16 + 32);
    }

    @Test
    void table_takesAReferenceForEachElement_andTheElements() {
        long list = ValueHeap.of(Value.list(Value.of(1), Value.of(2), Value.of(3)));
        assertThat(list).isEqualTo(24 + 16 + 16 + 3 * 24);

        long pairs = ValueHeap.of(Value.table(Map.of("k", Value.of(1))));
        assertThat(pairs).isEqualTo(24 + 16 + 8 + ValueHeap.of(Value.of("k")) + 24);
        assertThat(ValueHeap.of(Value.table())).isEqualTo(24);
    }
}
