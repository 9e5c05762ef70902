package org.cometkv.testkit.script;

import java.util.Arrays;
import java.util.TreeMap;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.lua.Step;

/**
 * The check that an object's state holds all that its handlers go by: a copy made of the stored state takes the same
 * event, and must give the same outcome at the same price and end in the same state.
 */
final class CopyCheck {

    private final TestedObject object;
    private final TestedObject copy;
    private long now;
    private Step step;
    private Event event;

    /**
     * A check of the next event.
     *
     * @param copy an object in which nothing has run
     * @throws AssertionError if the state cannot be restored, or is another one in the copy
     */
    CopyCheck(TestedObject object, TestedObject copy, long now) {
        this.object = object;
        this.copy = copy;
        this.now = now;
        Outcome restored = copy.restore(object.encode(), object.remaining(now), now);
        if (!restored.isCommitted()) {
            throw new AssertionError("the state cannot be restored: " + restored.result());
        }
        if (!Arrays.equals(object.encode(), copy.encode())) {
            throw new AssertionError("a copy that was restored from the state has another one:\n  object: "
                    + object.data() + "\n  copy:   " + copy.data());
        }
    }

    void begin(Event begun) {
        event = begun;
        step = copy.begin(begun, now);
    }

    void proceed(Reply reply, long later) {
        now = later;
        step = copy.proceed((Step.Waiting) step, reply, now);
    }

    /** @throws AssertionError if the copy did otherwise */
    void compare(Step original) {
        String there = shown(original);
        String here = shown(step);
        if (!there.equals(here)) {
            throw differs("did otherwise:\n  object: " + there + "\n  copy:   " + here);
        }
        if (!Arrays.equals(object.encode(), copy.encode())) {
            throw differs("left another state:\n  object: " + object.data() + "\n  copy:   " + copy.data());
        }
        if (!new TreeMap<>(object.remaining(now)).equals(copy.remaining(now))) {
            throw differs(
                    "left other timers:\n  object: " + object.remaining(now) + "\n  copy:   " + copy.remaining(now));
        }
    }

    private AssertionError differs(String how) {
        return new AssertionError(event.handler() + " of a copy that was restored from the state before it " + how);
    }

    private static String shown(Step step) {
        return step instanceof Step.Waiting waiting
                ? "waits for " + waiting.question() + " after " + waiting.effects()
                : ((Step.Ended) step).outcome().toString();
    }
}
