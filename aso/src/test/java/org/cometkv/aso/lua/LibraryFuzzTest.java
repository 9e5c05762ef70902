package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** Every library function with odd arguments: no Java exception comes out, and what fails leaves no trace. */
class LibraryFuzzTest {

    private static final FuzzSize SIZE = FuzzSize.of(10_000, 100_000);
    private static final int EVENTS_OF_A_SCRIPT = 120;
    private static final int NUMBERS = 40;
    private static final Caller CALLER = new Caller(
            "mallory",
            "192.0.2.66",
            6666,
            Optional.empty(),
            "mallory",
            Optional.empty(),
            Optional.of(new Inbox(HostileNode.SELF.id(), 1, 2)),
            HostileNode.SELF.id(),
            Optional.empty());

    private final Sandbox sandbox = new Sandbox(1 << 20, 0x5eed_5eed_5eed_5eedL);
    private final Random random = new Random(SIZE.seed());
    private final LibraryCalls calls = new LibraryCalls(random);
    private int events;
    private int committed;

    @Test
    void everyEvent_endsAsDataWithinItsLimits_andLeavesNothingIfItFails() {
        int scripts = 0;
        while (events < SIZE.cases()) {
            run(calls.script(), "seed " + SIZE.seed() + ", script " + ++scripts);
        }

        SIZE.report("library", "%d events of %d scripts, %d ended well", events, scripts, committed);
        assertThat(calls.called()).containsExactlyInAnyOrderElementsOf(LibraryCalls.functions());
        assertThat(committed).as("events that ended well").isBetween(events / 10, events * 9 / 10);
    }

    private void run(Script script, String where) {
        PlayedObject object = new PlayedObject(sandbox, script, Limits.DEFAULTS);
        Outcome created = object.create();
        assertThat(created.isCommitted()).as("%s: %s", where, created.result()).isTrue();
        String chunk = StateDump.ofChunk(object.instance);
        byte[] state = object.instance.encode();
        for (int i = 1; i <= EVENTS_OF_A_SCRIPT; i++) {
            Value request = Value.list(Value.of(1 + i % LibraryCalls.ACTS), Value.of(random.nextInt(NUMBERS)));
            String event = where + ", event " + i + ", request " + request;
            Outcome outcome = play(object, i, new Event.Get(CALLER, request), event);
            byte[] after = object.instance.encode();
            assertThat(StateDump.ofChunk(object.instance))
                    .as("globals and variables, %s", event)
                    .isEqualTo(chunk);
            if (!outcome.isCommitted() && !object.hasWaited()) {
                assertThat(after).as("state after %s: %s", event, outcome).isEqualTo(state);
            }
            state = after;
            count(outcome);
        }
        PlayedObject copy = new PlayedObject(sandbox, script, Limits.DEFAULTS);
        assertThat(copy.restore(state).isCommitted()).as("restored, %s", where).isTrue();
        assertThat(copy.instance.encode()).as("image of a copy, %s", where).isEqualTo(state);
    }

    private static Outcome play(PlayedObject object, int number, Event event, String where) {
        try {
            Outcome outcome = object.play(number, event);
            assertThat(outcome.usage().fuel()).as(where).isBetween(0, Limits.DEFAULTS.fuel());
            assertThat(outcome.usage().allocated()).as(where).isBetween(0, Limits.DEFAULTS.allocation());
            assertThat(outcome.usage().live()).as(where).isBetween(0, Limits.DEFAULTS.liveHeap());
            return outcome;
        } catch (RuntimeException | StackOverflowError escaped) {
            throw new AssertionError("escaped at " + where, escaped);
        }
    }

    private void count(Outcome outcome) {
        events++;
        committed += outcome.isCommitted() ? 1 : 0;
    }
}
