package org.cometkv.aso.lua;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Usage;
import org.cometkv.aso.lua.work.Driver;
import org.cometkv.aso.lua.work.Measured;
import org.cometkv.aso.lua.work.Measured.Part;
import org.cometkv.aso.lua.work.Work;
import org.luaj.vm2.Lua;
import org.luaj.vm2.Print;

/** Runs scripts in a counting double of the sandbox, of which it is a part, and writes down what each step did. */
final class WorkDriver implements Driver {

    private static final long PROGRAMS_BYTES = 16 << 20;
    private static final long HASH_SEED = 0x5eed_5eed_5eed_5eedL;

    /** Not after each event is the state written and read. */
    private static final int STATES_EVERY = 8;

    /** More than this is not done: the fuel of six events would not pay for it. */
    private static final long WORK_MAX = 20_000_000;

    private final Sandbox sandbox = new Sandbox(PROGRAMS_BYTES, HASH_SEED);
    private PriceCase script;
    private CaseObject object;
    private List<Measured> measured;
    private Part current;

    @Override
    public List<Measured> measure(Path file) throws IOException {
        return measure(PriceCase.read(file));
    }

    @Override
    public List<Measured> measure(String name, String text, int times) {
        return measure(PriceCase.of(name, text, times));
    }

    private List<Measured> measure(PriceCase one) {
        script = one;
        object = new CaseObject(sandbox, one);
        measured = new ArrayList<>();
        try {
            measureAll();
        } catch (Work.TooMuch much) {
            // Not even all the fuel of an event would pay for it.
            measured.add(
                    new Measured(one.name(), current, 0, WORK_MAX, one.limits().fuel()));
        } finally {
            Work.endNever();
        }
        return measured;
    }

    private void measureAll() {
        begin(Part.COMPILE);
        Reading before = Reading.now(0, 0);
        if (script.script().length() > script.limits().scriptBytes()) {
            return;
        }
        sandbox.compile(script.script());
        int units = Measured.COMPILED_A_BYTE * script.script().length();
        write(Part.COMPILE, 0, Reading.now(units, 0).since(before));
        boolean isChunk = script.event().equals("chunk");
        Outcome loaded = run(isChunk ? Part.EVENT : Part.CREATE, 0, object::load);
        if (isChunk || !loaded.isCommitted()) {
            return;
        }
        for (int i = 0; i < script.before(); i++) {
            Scratch scratch = sandbox.scratch();
            object.settle(scratch, object.handle(scratch, "onTimer"));
        }
        Outcome last = null;
        for (int number = 1; number <= script.times(); number++) {
            last = event(Part.EVENT, number);
            if (number == 1 || number == script.times() || number % STATES_EVERY == 0) {
                states(number);
            }
        }
        // What failed has been undone already.
        if (last.isCommitted()) {
            cutShort(last.usage());
        }
    }

    private Outcome event(Part part, int number) {
        boolean handled = object.instance.handles(script.event());
        return run(handled ? part : Part.UNHANDLED, number, scratch -> object.handle(scratch, number));
    }

    /** What may be done with a state at any time. */
    private void states(int number) {
        begin(Part.ENCODE);
        Reading before = Reading.now(0, 0);
        byte[] image = object.instance.encode();
        int units = (object.instance.live() + image.length) / Measured.WRITTEN_A_UNIT;
        write(Part.ENCODE, number, Reading.now(units, 0).since(before));
        CaseObject copy = new CaseObject(sandbox, script);
        Scratch scratch = sandbox.scratch();
        begin(Part.RESTORE);
        before = Reading.now(0, 0);
        Usage usage = copy.settle(scratch, copy.restore(scratch, image)).usage();
        Reading after = Reading.now(usage.fuel() + image.length, usage.allocated());
        write(Part.RESTORE, number, after.since(before));
        begin(Part.DATA);
        before = Reading.now(0, 0);
        usage = object.instance.data().usage();
        write(Part.DATA, number, Reading.now(usage.fuel(), 0).since(before));
        if (!object.instance.handles("onGet")) {
            run(Part.UNHANDLED, number, reader -> object.handle(reader, "onGet"));
        }
    }

    /** The event once more, but with less than it needs. */
    private void cutShort(Usage needs) {
        Limits own = script.limits();
        for (int fuel : new int[] {needs.fuel() / 2, needs.fuel() - 1}) {
            if (fuel > 0) {
                object.limit(fuel, own.allocation(), own.slice());
                event(Part.CUT, script.times() + 1);
            }
        }
        if (needs.allocated() > 1) {
            object.limit(own.fuel(), needs.allocated() - 1, own.slice());
            event(Part.CUT, script.times() + 1);
        }
    }

    /** Work and its price, up to some moment. */
    private record Reading(long work, long made, int units, int allocated) {
        static Reading now(int units, int allocated) {
            return new Reading(Work.total(), Work.made(), units, allocated);
        }

        Reading since(Reading before) {
            return new Reading(
                    work - before.work, made - before.made, units - before.units, allocated - before.allocated);
        }

        Reading with(int otherAllocated) {
            return new Reading(work, made, units, otherAllocated);
        }
    }

    private void begin(Part part) {
        current = part;
        Work.endAfter(WORK_MAX);
    }

    private void write(Part part, int number, Reading done) {
        long work = done.work - Math.min(done.made, done.allocated);
        measured.add(new Measured(script.name(), part, number, work, done.units));
    }

    /** An event with all of its steps, each measured. */
    private Outcome run(Part part, int number, Function<Scratch, Step> first) {
        begin(part);
        Scratch scratch = sandbox.scratch();
        Reading begin = Reading.now(0, 0);
        Reading atWait = begin;
        Reading atYield = begin;
        Step step = first.apply(scratch);
        while (step instanceof Step.Unfinished at) {
            EventRun run = at instanceof Step.Waiting waiting ? waiting.run() : ((Step.Yielded) at).run();
            Reading now = Reading.now(run.fuelUsed(), run.allocated());
            if (at instanceof Step.Waiting) {
                write(Part.WAIT, number, now.since(atWait));
            } else {
                // What grows in a slice may have been paid in those before, and is made twice as long.
                write(Part.SLICE, number, now.since(atYield).with(2 * now.allocated));
            }
            meanwhile(at);
            atYield = Reading.now(now.units, now.allocated);
            // What other events did is not this one's.
            Reading aside = atYield.since(now);
            begin = new Reading(begin.work + aside.work, begin.made + aside.made, 0, 0);
            atWait = at instanceof Step.Waiting ? atYield : atWait;
            step = object.proceed(scratch, at);
        }
        Outcome outcome = ((Step.Ended) step).outcome();
        Usage usage = outcome.usage();
        int fuel = usage.fuel() + (part == Part.EVENT || part == Part.CUT ? object.dataFuel : 0);
        write(part, number, Reading.now(fuel, usage.allocated()).since(begin));
        return outcome;
    }

    /** Another event of the object while one waits; it ends somehow. */
    private void meanwhile(Step.Unfinished at) {
        if (at instanceof Step.Waiting && script.meanwhile().isPresent() && object.instance.waiting() <= 1) {
            Scratch scratch = sandbox.scratch();
            object.settle(scratch, object.handle(scratch, script.meanwhile().get()));
        }
    }

    @Override
    public Set<String> functions() {
        try {
            Field functions = Libraries.class.getDeclaredField("FUNCTIONS");
            functions.setAccessible(true);
            Set<String> names = new TreeSet<>();
            ((Map<?, ?>) functions.get(null)).keySet().forEach(name -> names.add((String) name));
            return names;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Set<String> instructions() {
        Set<String> names = new TreeSet<>();
        for (int opcode = 0; opcode <= Lua.OP_EXTRAARG; opcode++) {
            names.add("OP_" + Print.OPNAMES[opcode]);
        }
        return names;
    }

    @Override
    public Map<String, Integer> called() {
        Map<String, Integer> names = new HashMap<>();
        Work.called().forEach((function, times) -> names.merge(((Builtin) function).name, times, Integer::sum));
        return names;
    }

    @Override
    public Set<String> executed() {
        Set<String> names = new TreeSet<>();
        long[] times = Work.opcodes();
        for (int opcode = 0; opcode < times.length; opcode++) {
            if (times[opcode] > 0) {
                names.add("OP_" + Print.OPNAMES[opcode]);
            }
        }
        return names;
    }
}
