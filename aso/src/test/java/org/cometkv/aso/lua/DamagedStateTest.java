package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Stored states that were damaged or made up: restoring them ends as data, and what they give still works. */
class DamagedStateTest {

    private static final int STATES = 1_500;
    private static final int CHANGES_MAX = 4;
    private static final int INSERTED_MAX = 12;

    /** Tags and lengths that mean something to the reader are hit more often than by chance. */
    private static final int KNOWN_TAGS = 24;

    private static final String SCRIPT = """
            local frozen = { x = { y = 1 } }
            aso.list, aso.deep = { 1, 2, 3, nil, 5 }, { { { {} } } }
            aso.map = { a = 1, b = "two", [1.5] = true, [-7] = 1e300 }
            aso.shared, aso.again = aso.map, aso.map
            aso.cycle = { aso }
            aso.made = setmetatable({}, { __index = function() return "default" end })
            aso.frozen, aso.helper, aso.find = frozen.x, function() return 1 end, string.find
            aso.flag, aso.text, aso.sorted = false, ("x"):rep(300), { 3, "b", true, 1 }
            for i = 1, 20 do aso.map["k" .. i] = i end
            for i = 5, 15 do aso.map["k" .. i] = nil end
            function aso:onGet(caller, request)
              self.node, self.caller = comet.lookup()[1], caller
              local n = 0
              local function walk(t, depth)
                if depth > 6 then return end
                for k, v in pairs(t) do
                  n = n + 1
                  if type(v) == "table" then walk(v, depth + 1) end
                  if type(k) == "table" then walk(k, depth + 1) end
                end
              end
              walk(self, 0)
              self.list[#self.list + 1] = n
              table.sort(self.sorted, function(a, b) return tostring(a) < tostring(b) end)
              self.map.a, self.map.new, self.extra = nil, n, { n }
              return tostring(self.made.anything) .. n
            end
            """;

    private final Sandbox sandbox = new Sandbox(1 << 20, 7);
    private final Scratch scratch = sandbox.scratch();
    private final StandaloneHost host = HostileNode.host();

    @TestFactory
    Stream<DynamicTest> damagedState_endsAsData() {
        byte[] state = state();
        return List.of(1L, 2L, 3L, 4L, 5L).stream()
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> damage(state, new Random(seed))));
    }

    private byte[] state() {
        Instance instance = sandbox.instance(HostileNode.KEY, Script.of(SCRIPT), Limits.DEFAULTS, 1);
        assertThat(end(instance, instance.create(scratch, host, Value.table())).isCommitted())
                .isTrue();
        assertThat(get(instance).isCommitted()).isTrue();
        return instance.encode();
    }

    private void damage(byte[] state, Random random) {
        int usable = 0;
        for (int i = 0; i < STATES; i++) {
            byte[] damaged = changed(state, random);
            Instance instance = sandbox.instance(HostileNode.KEY, Script.of(SCRIPT), Limits.DEFAULTS, 1);
            Outcome restored;
            try {
                restored = end(instance, instance.restore(scratch, host, damaged));
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("restoring " + Arrays.toString(damaged), failure);
            }
            if (restored.isCommitted()) {
                use(instance, damaged);
                usable++;
            }
        }
        assertThat(usable)
                .as("states that were restored in spite of the damage")
                .isBetween(STATES / 50, STATES - 1);
    }

    private void use(Instance instance, byte[] damaged) {
        try {
            for (int i = 0; i < 3; i++) {
                get(instance);
            }
            byte[] encoded = instance.encode();
            Instance copy = sandbox.instance(HostileNode.KEY, Script.of(SCRIPT), Limits.DEFAULTS, 1);
            Outcome restored = end(copy, copy.restore(scratch, host, encoded));
            assertThat(restored.isCommitted()).as(restored.toString()).isTrue();
            assertThat(StateDump.of(copy)).isEqualTo(StateDump.of(instance));
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("using what came of " + Arrays.toString(damaged), failure);
        }
    }

    private Outcome get(Instance instance) {
        return end(instance, instance.handle(scratch, host, new Event.Get(HostileNode.caller(), Value.NIL)));
    }

    private Outcome end(Instance instance, Step first) {
        Step step = first;
        while (step instanceof Step.Yielded yielded) {
            step = instance.proceed(scratch, host, yielded, Optional.empty());
        }
        return ((Step.Ended) step).outcome();
    }

    private static byte[] changed(byte[] state, Random random) {
        byte[] bytes = state.clone();
        for (int n = 1 + random.nextInt(CHANGES_MAX); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) random.nextInt(KNOWN_TAGS);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                case 4 -> bytes = spliced(bytes, at, bytes, random.nextInt(bytes.length), random);
                default -> {
                    byte[] huge = new byte[10];
                    Arrays.fill(huge, (byte) 0xff);
                    huge[9] = (byte) random.nextInt(128);
                    bytes = spliced(bytes, at, huge, 0, random);
                }
            }
        }
        return bytes;
    }

    /** Puts a piece of other bytes in at a place, over what is there or between. */
    private static byte[] spliced(byte[] bytes, int at, byte[] from, int start, Random random) {
        int length = Math.min(1 + random.nextInt(INSERTED_MAX), from.length - start);
        int replaced = random.nextBoolean() ? Math.min(length, bytes.length - at) : 0;
        byte[] result = new byte[bytes.length + length - replaced];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(from, start, result, at, length);
        System.arraycopy(bytes, at + replaced, result, at + length, bytes.length - at - replaced);
        return result;
    }
}
