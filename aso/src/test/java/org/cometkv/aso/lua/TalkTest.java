package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cometkv.aso.Event;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** The listings of the talk, word for word. */
class TalkTest {

    static final String COUNTER = """
            aso.value = "Hello world!"
            aso.getCount = 0
            function onGet()
              self.getCount = self.getCount + 1
              return {self.value, self.getCount}
            end
            """;

    static final String MONITOR = """
            aso.neighbors = {}
            function aso:onTimer()
              local neighbors = comet.lookup()
              self.neighbors[comet.systemTime()] = neighbors
            end
            """;

    @Test
    void counter_countsItsReads() {
        LuaObject object = LuaObject.of(COUNTER);

        assertThat(object.value()).isEqualTo(Value.list(Value.of("Hello world!"), Value.of(1)));
        assertThat(object.value()).isEqualTo(Value.list(Value.of("Hello world!"), Value.of(2)));
    }

    @Test
    void replicaMonitor_keepsItsNeighborsByTime() {
        LuaObject object = LuaObject.of(MONITOR);

        assertThat(object.handle(new Event.Timer(Optional.empty())).result())
                .isEqualTo(new Result.Completed(Value.NIL));

        Value.Table neighbors = (Value.Table) object.field("neighbors");
        Value.Table first = (Value.Table) neighbors.get(Value.of(1_000));
        assertThat(first.listed(0))
                .isEqualTo(Value.of(LuaObject.node("a").contact().id().toString()));
    }
}
