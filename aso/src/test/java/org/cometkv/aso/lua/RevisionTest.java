package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.aso.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By its revision an object's host sees that an event may have changed what it goes by. */
class RevisionTest {

    private static final String PLAIN = "aso.n = 0 aso.other = function() end function aso:onTimer() end ";

    private static final String TIMED = "aso.timer = 10 " + PLAIN;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.onTimer = nil",
                "self.onTimer = 5",
                "self.onTimer = self.other",
                "self.timer = 7",
                "self.ttl = 60",
                "self.replicas = 2",
                "self.replication = 'self'",
                "self.n = nil self.m = 1 self.timer = 7",
            })
    void changes_withThePolicyAndOnTimer(String body) {
        for (String state : new String[] {PLAIN, TIMED}) {
            assertThat(changes(state, body)).as(state + body).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"return self.timer", "self.n = self.n + 1", "self.m = {}", "self.other = nil"})
    void stays_whateverElseIsWritten(String body) {
        for (String state : new String[] {PLAIN, TIMED}) {
            assertThat(changes(state, body)).as(state + body).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"self.timer = 7 error('x')", "self.timer = 'x'"})
    void stays_whenTheEventFails(String body) {
        assertThat(changes(TIMED, body)).isFalse();
    }

    private static boolean changes(String state, String body) {
        LuaObject object = LuaObject.of(state + "function aso:onGet() " + body + " end");
        int before = object.instance.revision();
        object.get(Value.NIL);
        return object.instance.revision() != before;
    }
}
