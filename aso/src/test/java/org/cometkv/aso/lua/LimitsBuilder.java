package org.cometkv.aso.lua;

import org.cometkv.aso.Limits;

/** Limits that differ from the defaults in what a test sets. */
final class LimitsBuilder {

    private int fuel = Limits.DEFAULTS.fuel();
    private int allocation = Limits.DEFAULTS.allocation();
    private int depth = Limits.DEFAULTS.depth();
    private int effects = Limits.DEFAULTS.effects();
    private int inboxAnswers = Limits.DEFAULTS.inboxAnswers();
    private int liveBytes = Limits.DEFAULTS.liveBytes();
    private int liveHeap = Limits.DEFAULTS.liveHeap();
    private int scriptBytes = Limits.DEFAULTS.scriptBytes();
    private int answerBytes = Limits.DEFAULTS.answerBytes();
    private int callValues = Limits.DEFAULTS.callValues();
    private int waiting = Limits.DEFAULTS.waiting();
    private int slice = Limits.DEFAULTS.slice();

    static LimitsBuilder of() {
        return new LimitsBuilder();
    }

    LimitsBuilder fuel(int bound) {
        fuel = bound;
        return this;
    }

    LimitsBuilder allocation(int bound) {
        allocation = bound;
        return this;
    }

    LimitsBuilder depth(int bound) {
        depth = bound;
        return this;
    }

    LimitsBuilder effects(int bound) {
        effects = bound;
        return this;
    }

    LimitsBuilder inboxAnswers(int bound) {
        inboxAnswers = bound;
        return this;
    }

    LimitsBuilder liveBytes(int bound) {
        liveBytes = bound;
        return this;
    }

    LimitsBuilder liveHeap(int bound) {
        liveHeap = bound;
        return this;
    }

    LimitsBuilder scriptBytes(int bound) {
        scriptBytes = bound;
        return this;
    }

    LimitsBuilder answerBytes(int bound) {
        answerBytes = bound;
        return this;
    }

    LimitsBuilder callValues(int bound) {
        callValues = bound;
        return this;
    }

    LimitsBuilder waiting(int bound) {
        waiting = bound;
        return this;
    }

    LimitsBuilder slice(int bound) {
        slice = bound;
        return this;
    }

    Limits build() {
        Limits d = Limits.DEFAULTS;
        return new Limits(
                fuel,
                allocation,
                depth,
                effects,
                inboxAnswers,
                d.valueBytes(),
                liveBytes,
                liveHeap,
                scriptBytes,
                answerBytes,
                callValues,
                waiting,
                d.namedTimers(),
                d.shortestTimerMillis(),
                slice);
    }
}
