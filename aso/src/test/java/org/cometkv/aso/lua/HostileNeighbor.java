package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Key;

/** A well-behaved object in the same sandbox as the hostile ones, which must notice nothing of them. */
final class HostileNeighbor {

    private static final String SCRIPT = """
            aso.count = 0
            aso.list = { 3, 1, 2 }
            aso.named = setmetatable({}, { __index = function(_, name) return name .. "!" end })
            local uses = 0
            function aso:onGet(caller, request)
              self.count = self.count + 1
              uses = uses + 1
              local sorted = { table.unpack(self.list) }
              table.sort(sorted, function(a, b) return a > b end)
              return table.concat({ ("%04d"):format(self.count), uses, ("ab"):rep(2):upper(),
                ("%5.2f|%s"):format(3.14159, "ok"), self.named.missing, table.concat(sorted), tostring(1e15),
                math.max(1, 3, 2), bit32.band(7, 12),
                ("hello"):gsub("l", "L"), getmetatable(""), tostring(g), type(string.find), _VERSION, caller.id,
                tostring(pcall(error)), tostring(getmetatable(self)), #comet.key() }, " ")
            end
            """;
    private static final String ANSWER =
            " 1 ABAB  3.14|ok missing! 321 1e+15 3 4 heLLo string nil function Lua 5.2 mallory false nil 64";

    private final Instance instance;
    private final StandaloneHost host = HostileNode.host();
    private Usage usage;
    private int count;

    HostileNeighbor(Sandbox sandbox, Scratch scratch) {
        instance = sandbox.instance(Key.of("neighbor"), Script.of(SCRIPT), Limits.DEFAULTS, 1);
        assertThat(((Step.Ended) instance.create(scratch, host, Value.table()))
                        .outcome()
                        .isCommitted())
                .isTrue();
    }

    /** Asks it, and checks that it answers as it always did, at the price it always had. */
    void check(Scratch scratch) {
        Step step = instance.handle(scratch, host, new Event.Get(HostileNode.caller(), Value.NIL));
        Outcome outcome = ((Step.Ended) step).outcome();
        count++;
        assertThat(outcome.result()).isEqualTo(new Result.Completed(Value.of(String.format("%04d", count) + ANSWER)));
        if (usage == null) {
            usage = outcome.usage();
        }
        assertThat(outcome.usage().fuel()).as("fuel of the neighbor").isEqualTo(usage.fuel());
        assertThat(instance.log()).isEmpty();
        assertThat(LuaObject.field(instance, "count")).isEqualTo(Value.of(count));
        assertThat(instance.policy()).isEqualTo(Policy.DEFAULT);
    }
}
