package org.cometkv.actors.conduct;

import java.util.Optional;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Usage;

/**
 * The counters of the object under one key: the events it ran and their cost.
 *
 * <p>Not thread-safe; owned by an AsoActor.
 */
public final class ObjectUsage {

    /** Longest error text that is kept: a script's may be as long as an answer. */
    private static final int ERROR_CHARS_MAX = 200;

    private long events;
    private long failures;
    private long limits;
    private long fuel;
    private long bytesIn;
    private long refusals;
    private String lastError = "";

    /** Goes on from what was counted before. */
    public void recall(Totals totals, Optional<String> error) {
        events = totals.events();
        failures = totals.failures();
        limits = totals.limits();
        fuel = totals.fuel();
        bytesIn = totals.bytesIn();
        refusals = totals.refusals();
        lastError = error.orElse("");
    }

    /** An event ended; true if it broke a limit that an object must not keep breaking. */
    public boolean ended(Outcome outcome) {
        events++;
        fuel += outcome.usage().fuel();
        if (outcome.isCommitted()) {
            return false;
        }
        failures++;
        failed(Failure.of(outcome.result()).message());
        if (!(outcome.result() instanceof Result.Exceeded exceeded)) {
            return false;
        }
        limits++;
        // An object that is full may be read and tidied up: going over its size fails that event only. And what
        // comes with a request, or is read without a handler, is the asker's doing.
        return exceeded.limit() != Limit.LIVE && !exceeded.isWithoutHandler();
    }

    /** Work for the object that belongs to none of its events. */
    public void spent(Usage usage) {
        fuel += usage.fuel();
    }

    /** Keeps an error until the next one. */
    public void failed(String error) {
        lastError = error.length() > ERROR_CHARS_MAX ? error.substring(0, ERROR_CHARS_MAX) : error;
    }

    /** A request of so many bytes came in. */
    public void received(int bytes) {
        bytesIn += bytes;
    }

    /** A request was refused without a handler. */
    public void refused() {
        refusals++;
    }

    public Optional<String> lastError() {
        return lastError.isEmpty() ? Optional.empty() : Optional.of(lastError);
    }

    /**
     * The totals so far.
     *
     * @param bytesOut bytes that the object sent
     * @param rateRefusals requests that its mailbox refused
     */
    public Totals totals(long bytesOut, int rateRefusals) {
        return new Totals(events, failures, limits, fuel, bytesIn, bytesOut, refusals + rateRefusals);
    }
}
