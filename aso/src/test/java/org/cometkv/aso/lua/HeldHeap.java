package org.cometkv.aso.lua;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Script;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaDouble;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNil;
import org.luaj.vm2.LuaValue;

/** Runs of scripts in which the heap that events and objects hold is measured again and again. */
final class HeldHeap {

    /** A run with its journals and first frames, before a script has done anything. */
    static final int CONSTANT = 4 << 10;

    /** Bytes that a node books for each waiting event beside what the event says that it holds. */
    private static final int WAITING_BYTES = 2_048;

    private static final int YIELDS = 4;
    private static final int MEASURED_EVENTS = 4;

    /** After the first waits of an event only some are measured. */
    private static final int WAITS_FIRST = 3;

    private static final int WAITS_EVERY = 64;

    /** Objects of the host's, which belong to nobody in here. */
    private static final Class<?>[] APART = {
        Limits.class,
        Script.class,
        Key.class,
        StandaloneHost.class,
        Event.Get.class,
        Event.Put.class,
        Event.Update.class,
        Event.Remove.class,
        Event.Subscribe.class,
        Event.Timer.class
    };

    /** A thing that holds heap, and what is charged for that. */
    enum Holder {
        /** An event that has yielded: its allocation. */
        YIELDED,
        /** An event that waits: what a node books for it. */
        WAITING,
        /** An object between events: its live size. */
        OBJECT
    }

    /** Bytes of heap beside the bytes charged for them. */
    record Held(String script, Holder by, int number, long bytes, long charged) {

        double ratio() {
            return Math.max(0, bytes - CONSTANT) / (double) Math.max(1, charged);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%10.2f  %9d held %9d charged  %-8s %3d  %s",
                    ratio(),
                    bytes,
                    charged,
                    by,
                    number,
                    script);
        }
    }

    private final Sandbox sandbox = new Sandbox(16 << 20, 0x5eed_5eed_5eed_5eedL);
    private final HeapWalk shared = new HeapWalk(APART);
    private HeapWalk known;
    private CaseObject object;
    private List<Held> held;

    HeldHeap() throws IOException, ReflectiveOperationException {
        for (Class<?> type : SharedMeterTest.classes()) {
            statics(type);
        }
        for (Class<?> type :
                List.of(LuaValue.class, LuaInteger.class, LuaDouble.class, LuaBoolean.class, LuaNil.class)) {
            statics(type);
        }
        statics(PriceNode.class);
        statics(HostileNode.class);
    }

    /** What all objects share: whatever the classes themselves hold. */
    private void statics(Class<?> type) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                Object value = field.get(null);
                boolean isOpaque = value != null
                        && value.getClass().getName().startsWith("java.")
                        && !(value instanceof Collection || value instanceof Map || value instanceof String);
                if (!isOpaque) {
                    shared.add(value);
                }
            }
        }
    }

    /** All that was measured as a script ran. */
    List<Held> measure(PriceCase script) {
        held = new ArrayList<>();
        object = new CaseObject(sandbox, script);
        if (script.script().length() > script.limits().scriptBytes()) {
            return held;
        }
        sandbox.compile(script.script());
        known = shared.next();
        known.add(sandbox, script.request());
        Scratch scratch = sandbox.scratch();
        Outcome loaded = object.settle(scratch, object.load(scratch));
        if (script.event().equals("chunk") || !loaded.isCommitted()) {
            return held;
        }
        for (int i = 0; i < script.before(); i++) {
            object.settle(scratch, object.handle(scratch, "onTimer"));
        }
        object(0);
        int fuel = 0;
        for (int number = 1; number <= script.times(); number++) {
            fuel = event(number, number <= MEASURED_EVENTS).usage().fuel();
        }
        object(script.times());
        object.limit(script.limits().fuel(), script.limits().allocation(), Math.max(1, (fuel - 1) / YIELDS));
        event(script.times() + 1, true);
        object(script.times() + 1);
        return held;
    }

    private Outcome event(int number, boolean isMeasured) {
        Scratch scratch = sandbox.scratch();
        HeapWalk before = null;
        if (isMeasured) {
            before = known.next();
            before.add(object.instance);
        }
        Step step = object.handle(scratch, number);
        int waits = 0;
        while (step instanceof Step.Unfinished at) {
            waits += at instanceof Step.Waiting ? 1 : 0;
            if (isMeasured && (waits <= WAITS_FIRST || waits % WAITS_EVERY == 0)) {
                event(before, number, at);
            }
            step = object.proceed(scratch, at);
        }
        return ((Step.Ended) step).outcome();
    }

    private void event(HeapWalk before, int number, Step.Unfinished at) {
        boolean waits = at instanceof Step.Waiting;
        if (!waits && object.instance.limits() == object.script.limits()) {
            return;
        }
        EventRun run = waits ? ((Step.Waiting) at).run() : ((Step.Yielded) at).run();
        long charged = waits ? ((Step.Waiting) at).held() + WAITING_BYTES : run.allocated();
        long bytes = before.next().add(run, object.instance);
        held.add(new Held(object.script.name(), waits ? Holder.WAITING : Holder.YIELDED, number, bytes, charged));
    }

    private void object(int number) {
        HeapWalk walk = known.next();
        // The log has its own bound.
        object.instance.log().forEach(walk::add);
        long bytes = walk.add(object.instance);
        held.add(new Held(object.script.name(), Holder.OBJECT, number, bytes, object.instance.live()));
    }
}
