package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** Where an event stands that has yielded, and its local variables. */
class PositionTest {

    private static final Limits ONE_UNIT = Limits.DEFAULTS.with(Limits.Name.SLICE, 1);

    @Test
    void everyLine_isSeenWithItsLocals() {
        List<Position> seen = positions("""
                function aso:onGet()
                  local sum = 0
                  for i = 1, 2 do
                    sum = sum + i
                  end
                  return sum
                end
                """);

        assertThat(seen.get(0).lineBefore()).isEqualTo(2);
        assertThat(seen).extracting(Position::line).containsSubsequence(3, 4, 3, 4, 6);
        assertThat(seen.get(seen.size() - 1).locals()).containsExactly("self = {}", "sum = 3");
    }

    @Test
    void valuesThatAreNoData_areShownByTheirType() {
        List<Position> seen = positions("""
                function aso:onGet()
                  local cyclic = {}
                  cyclic.self = cyclic
                  local f = function() end
                  local last = 1
                  return last
                end
                """);

        assertThat(seen.get(seen.size() - 1).locals())
                .contains("cyclic = table", "last = 1")
                .anyMatch(local -> local.startsWith("f = "));
    }

    private static List<Position> positions(String script) {
        LuaObject object = LuaObject.of(script, ONE_UNIT);
        List<Position> seen = new ArrayList<>();
        Step step = object.start(new Event.Get(LuaObject.CALLER, Value.NIL));
        while (step instanceof Step.Yielded yielded) {
            Position.of(yielded).ifPresent(seen::add);
            step = object.proceed(step);
        }
        assertThat(((Step.Ended) step).outcome().isCommitted()).isTrue();
        return seen;
    }
}
