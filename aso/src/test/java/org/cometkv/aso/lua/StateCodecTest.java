package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class StateCodecTest {

    private static final String SCRIPT = """
            local meta = {__index = function(t, k) return 'no ' .. k end}
            local shared = {}
            aso.shared = shared
            aso.value = 'text'
            aso.numbers = {0, -1, 1.5, 2^40, -2^31, 1/0, 110, 111}
            aso.holes = {1, nil, 3}
            aso.map = {a = true, b = false, [1.5] = 'x', [-3] = 'y', [true] = 1}
            aso.cycle = {}
            aso.cycle.self = aso.cycle
            aso.same = aso.cycle
            aso.object = setmetatable({}, meta)
            aso.bytes = '\\0\\255\\1' .. 'long string that is no constant'
            aso.type = type
            for i = 1, 30 do aso.map['k' .. i] = i end
            function aso:onGet(caller, request)
              if request == 'write' then
                for i = 1, 12 do aso.map['k' .. i] = nil end
                aso.caller = caller
                aso.nodes = comet.lookup()
                shared.x = 'written through the local'
                aso.deep = {}
                local at = aso.deep
                for i = 1, 500 do at.next = {} at = at.next end
                return
              end
              if request == 'detach' then aso.shared = nil return end
              if request == 'alias' then shared.y = (shared.y or 0) + 1 return shared.y end
              local out = {}
              for k, v in pairs(aso.map) do out[#out + 1] = tostring(k) .. '=' .. tostring(v) end
              aso.map.k5 = 'again'
              aso.map.fresh = 1
              out[#out + 1] = aso.object.thing
              out[#out + 1] = tostring(aso.cycle.self == aso.same)
              out[#out + 1] = aso.type(aso.onGet)
              out[#out + 1] = tostring(aso.shared and aso.shared.x)
              out[#out + 1] = tostring(aso.caller and aso.caller.id)
              out[#out + 1] = tostring(aso.nodes and aso.nodes[1].ip)
              out[#out + 1] = #aso.holes .. #aso.numbers .. aso.numbers[6] .. aso.bytes
              return table.concat(out, ' ')
            end
            """;

    @Test
    void restoredCopy_hasTheSameBytesAndBehavesTheSame() {
        LuaObject original = LuaObject.of(SCRIPT);
        for (int round = 0; round < 3; round++) {
            LuaObject copy = LuaObject.restored(original, SCRIPT);
            assertThat(copy.instance.encode()).isEqualTo(original.instance.encode());
            assertSame(original.get(), copy.get());
            assertThat(copy.instance.encode()).isEqualTo(original.instance.encode());
            assertSame(original.get(Value.of("write")), copy.get(Value.of("write")));
        }
    }

    private static void assertSame(Outcome one, Outcome two) {
        assertThat(one.result()).isInstanceOf(Result.Completed.class).isEqualTo(two.result());
        assertThat(one.usage().fuel()).isEqualTo(two.usage().fuel());
        assertThat(one.usage().allocated()).isEqualTo(two.usage().allocated());
    }

    @Test
    void tableThatOnlyALocalOfTheChunkStillNames_isKept() {
        LuaObject original = LuaObject.of(SCRIPT);
        original.get(Value.of("detach"));
        original.get(Value.of("alias"));

        LuaObject copy = LuaObject.restored(original, SCRIPT);

        assertThat(copy.get(Value.of("alias")).result()).isEqualTo(new Result.Completed(Value.of(2)));
    }

    @Test
    void policyAndHandlers_areThereAfterARestore() {
        String script = "aso.timer = 30 aso.replicas = 5 function onTimer() aso.timer = 60 end";
        LuaObject original = LuaObject.of(script);
        original.handle(new org.cometkv.aso.Event.Timer(java.util.Optional.empty()));

        LuaObject copy = LuaObject.restored(original, script);

        assertThat(copy.instance.policy()).isEqualTo(original.instance.policy());
        assertThat(copy.instance.policy().timerMillis()).hasValue(60_000);
        assertThat(copy.instance.handles("onTimer")).isTrue();
        assertThat(copy.instance.handles("onGet")).isFalse();
    }

    @Test
    void truncatedState_isAFault() {
        LuaObject original = LuaObject.of(SCRIPT);
        original.get(Value.of("write"));
        byte[] state = original.instance.encode();

        for (int length = 0; length < state.length; length++) {
            assertThat(restore(Arrays.copyOf(state, length)).isCommitted()).isFalse();
        }
    }

    @Test
    void changedAndRandomStates_neverHarm() {
        LuaObject original = LuaObject.of(SCRIPT);
        original.get(Value.of("write"));
        byte[] state = original.instance.encode();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = state.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            restore(changed);
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = StateCodec.VERSION;
            }
            restore(noise);
        }
    }

    private static Outcome restore(byte[] state) {
        LuaObject object = LuaObject.fresh(SCRIPT, Limits.DEFAULTS);
        Outcome outcome = object.end(object.instance.restore(object.scratch, object.host, state));
        if (outcome.isCommitted()) {
            object.get();
            object.instance.encode();
        }
        return outcome;
    }
}
