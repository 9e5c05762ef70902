package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.Aso;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

/** The version of a change, as the handlers of the object are told it. */
class CallerVersionTest {

    private static final String KEEPS_VERSIONS = """
            aso.rising = true
            function aso:onPut(caller) self.last, self.first, self.maker = caller.version, caller.version, caller end
            function aso:onUpdate(caller)
              self.rising = self.rising and self.last < caller.version
              self.last = caller.version
            end
            function aso:onGet(caller)
              return {self.rising, self.first < self.last, self.last, caller.version == nil,
                self.maker.version == self.first, self.maker == caller}
            end
            """;

    @Test
    void eachReplicaIsToldTheSame_newerAtEachChange_andNoneByAGet() {
        try (CometTestKit kit = Kits.of(3)) {
            kit.put("key", Aso.script(KEEPS_VERSIONS));
            kit.update("key", Value.of(1));
            PutReply.Stored last = (PutReply.Stored) kit.update("key", Value.of(2));
            kit.awaitQuiet();

            Value.Table told = (Value.Table) Kits.value(kit.get("key"));
            assertThat(told.listed(0)).isEqualTo(Value.of(true));
            assertThat(told.listed(1)).isEqualTo(Value.of(true));
            assertThat(told.listed(2)).isEqualTo(Value.of(last.version().text()));
            assertThat(told.listed(3)).isEqualTo(Value.of(true));
            assertThat(told.listed(4)).as("in a caller that is kept").isEqualTo(Value.of(true));
            assertThat(told.listed(5)).as("the same party as at another change").isEqualTo(Value.of(true));
            assertThat(kit.object("key").replicas())
                    .hasSize(3)
                    .allSatisfy(replica -> assertThat(replica.state().get("last"))
                            .isEqualTo(Value.of(last.version().text())));
        }
    }

    @Test
    void theScriptTesterTellsOne_too() {
        ScriptTester tester = ScriptTester.of(KEEPS_VERSIONS);
        tester.put();
        tester.update(1);
        tester.update(2);

        Value.Table told = (Value.Table) tester.get().value();

        assertThat(told.listed(0)).isEqualTo(Value.of(true));
        assertThat(told.listed(1)).isEqualTo(Value.of(true));
    }
}
