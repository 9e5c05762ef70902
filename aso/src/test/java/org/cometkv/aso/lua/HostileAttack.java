package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;

/** One run of a hostile script in a fresh object, to the outcome that its header speaks of. */
final class HostileAttack {

    private static final long SEED = 42;
    private static final int CUTS = 5;
    private static final int WAITS_MAX = 100_000;

    private final HostileScript script;
    private final Scratch scratch;
    private final Instance instance;
    private final StandaloneHost host = HostileNode.host();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private boolean created;
    private boolean waited;

    /** What the dearest event took, of the thread's time and of the heap. */
    private long cpuNanos;

    private long heapBytes;

    HostileAttack(HostileScript script, Sandbox sandbox, Scratch scratch) {
        this(script, sandbox, scratch, script.limits());
    }

    private HostileAttack(HostileScript script, Sandbox sandbox, Scratch scratch, Limits limits) {
        this.script = script;
        this.scratch = scratch;
        this.instance = sandbox.instance(HostileNode.KEY, script.script(), limits, SEED);
    }

    /** The outcome of the chunk or of the last event; what every event promises is checked on the way. */
    Outcome run() {
        host.now(HostileNode.instant(0));
        if (script.isChunk()) {
            return end(() -> instance.evaluate(scratch, host));
        }
        Outcome outcome = end(() -> instance.create(scratch, host, Value.table()));
        if (!outcome.isCommitted()) {
            return outcome;
        }
        created = true;
        String chunk = StateDump.ofChunk(instance);
        for (int number = 1; number <= script.times(); number++) {
            outcome = event(number);
            assertThat(StateDump.ofChunk(instance))
                    .as("globals and chunk variables after event %d", number)
                    .isEqualTo(chunk);
        }
        measured(instance::data);
        return outcome;
    }

    /** A copy made from the stored state is the same object, and does the same in one event more. */
    void checkRestored(Sandbox sandbox) {
        byte[] state = instance.encode();
        HostileAttack copy = new HostileAttack(script, sandbox, scratch);
        Outcome restored = copy.end(() -> copy.instance.restore(scratch, copy.host, state));
        assertThat(restored.isCommitted()).as("restored: %s", restored.result()).isTrue();
        assertThat(StateDump.of(copy.instance)).as("state of a restored copy").isEqualTo(StateDump.of(instance));
        assertThat(copy.instance.encode())
                .as("encoded state of a restored copy")
                .isEqualTo(state);
        Outcome here = event(script.times() + 1);
        Outcome there = copy.event(script.times() + 1);
        assertThat(there.result()).as("outcome of a restored copy").isEqualTo(here.result());
        assertThat(there.usage().fuel())
                .as("fuel of a restored copy")
                .isEqualTo(here.usage().fuel());
        assertThat(there.usage().allocated())
                .as("allocation of a restored copy")
                .isEqualTo(here.usage().allocated());
        assertThat(StateDump.of(copy.instance)).as("state after one event more").isEqualTo(StateDump.of(instance));
    }

    /** An event that is cut short anywhere leaves nothing behind, and one unit less than it needs is too little. */
    void checkCutShort(Sandbox sandbox) {
        byte[] state = instance.encode();
        HostileAttack whole = new HostileAttack(script, sandbox, scratch);
        Usage chunk = whole.end(() -> whole.instance.restore(scratch, whole.host, state))
                .usage();
        Outcome full = whole.event(script.times() + 1);
        if (!full.isCommitted()) {
            return;
        }
        Usage needs = full.usage();
        for (int i = 1; i <= CUTS; i++) {
            cutShort(
                    sandbox,
                    state,
                    chunk,
                    needs,
                    cut(needs.fuel(), i),
                    script.limits().allocation());
            cutShort(sandbox, state, chunk, needs, script.limits().fuel(), cut(needs.allocated(), i));
        }
        cutShort(sandbox, state, chunk, needs, needs.fuel(), script.limits().allocation());
        cutShort(sandbox, state, chunk, needs, script.limits().fuel(), needs.allocated());
    }

    private static int cut(int needed, int part) {
        return part == CUTS ? needed - 1 : (int) ((long) needed * part / CUTS);
    }

    private void cutShort(Sandbox sandbox, byte[] state, Usage chunk, Usage needs, int fuel, int allocation) {
        if (fuel < chunk.fuel() || allocation < chunk.allocated()) {
            return;
        }
        HostileAttack copy = new HostileAttack(script, sandbox, scratch, script.limitedTo(fuel, allocation));
        copy.end(() -> copy.instance.restore(scratch, copy.host, state));
        Result result = copy.event(script.times() + 1).result();
        Optional<Limit> broken =
                result instanceof Result.Exceeded exceeded ? Optional.of(exceeded.limit()) : Optional.empty();
        Optional<Limit> expected = Optional.empty();
        if (fuel < needs.fuel()) {
            expected = Optional.of(Limit.FUEL);
        } else if (allocation < needs.allocated()) {
            expected = Optional.of(Limit.ALLOCATION);
        }
        assertThat(broken)
                .as("limit broken with fuel %d and allocation %d, where %s is needed", fuel, allocation, needs)
                .isEqualTo(expected);
    }

    private Outcome event(int number) {
        String before = StateDump.of(instance) + instance.live();
        host.now(HostileNode.instant(number));
        waited = false;
        Outcome outcome = end(() -> instance.handle(scratch, host, event(script.event())));
        if (!outcome.isCommitted() && !waited) {
            assertThat(StateDump.of(instance) + instance.live())
                    .as("state after event %d, which failed", number)
                    .isEqualTo(before);
        }
        if (!outcome.isCommitted()) {
            assertThat(outcome.effects())
                    .as("effects of event %d, which failed", number)
                    .isEmpty();
        }
        return outcome;
    }

    private Event event(String name) {
        Caller caller = HostileNode.caller();
        return switch (name) {
            case "onGet" -> new Event.Get(caller, script.request());
            case "onPut" -> new Event.Put(caller);
            case "onUpdate" ->
                new Event.Update(caller, Value.of("newer"), Value.table(Map.of("value", Value.of("newer"))));
            case "onRemove" -> new Event.Remove(caller, script.request());
            case "onSubscribe" -> new Event.Subscribe(caller, script.request());
            case "onTimer" -> new Event.Timer(Optional.empty());
            default -> throw new IllegalArgumentException("there is no event " + name);
        };
    }

    private Outcome end(Supplier<Step> first) {
        Outcome outcome = measured(() -> settle(first.get()));
        assertThat(outcome.usage().fuel())
                .as("fuel")
                .isLessThanOrEqualTo(script.limits().fuel());
        assertThat(outcome.usage().allocated())
                .as("allocated")
                .isLessThanOrEqualTo(script.limits().allocation());
        assertThat(instance.waiting()).as("waiting events").isZero();
        return outcome;
    }

    /** Work for the object, an event or what no event pays for: its data as a newcomer's. */
    private <T> T measured(Supplier<T> work) {
        long cpu = threads.getCurrentThreadCpuTime();
        long heap = threads.getCurrentThreadAllocatedBytes();
        T made = work.get();
        cpuNanos = Math.max(cpuNanos, threads.getCurrentThreadCpuTime() - cpu);
        heapBytes = Math.max(heapBytes, threads.getCurrentThreadAllocatedBytes() - heap);
        return made;
    }

    private Outcome settle(Step first) {
        Step step = first;
        int waits = 0;
        while (step instanceof Step.Unfinished unfinished) {
            Optional<Reply> reply = Optional.empty();
            if (unfinished instanceof Step.Waiting waiting) {
                waited = true;
                meanwhile();
                reply = Optional.of(host.answer(waiting.question()));
                assertThat(++waits).as("waits of one event").isLessThan(WAITS_MAX);
            }
            step = instance.proceed(scratch, host, unfinished, reply);
        }
        return ((Step.Ended) step).outcome();
    }

    /** Another event of the object while one waits; it ends somehow. */
    private void meanwhile() {
        if (script.meanwhile().isEmpty() || instance.waiting() > 1) {
            return;
        }
        settle(instance.handle(scratch, host, event(script.meanwhile().get())));
    }

    /** Whether the object came to be at all, so that there is a state. */
    boolean isCreated() {
        return created;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    long heapBytes() {
        return heapBytes;
    }
}
