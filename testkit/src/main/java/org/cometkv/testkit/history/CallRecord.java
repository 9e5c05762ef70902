package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.DurationText;
import org.cometkv.testkit.scenario.ValueText;

/**
 * A record of one call.
 *
 * @param begin the instant of virtual time at which it was made
 * @param end when its outcome was known; empty while it is open
 */
public record CallRecord(int number, Command.Call call, Duration begin, Optional<Duration> end, Outcome outcome) {

    /** Whether it was over before the other one was made. */
    public boolean isBefore(CallRecord other) {
        return end.isPresent() && end.get().compareTo(other.begin) < 0;
    }

    /** Whether it is a change that ended without effect: it was refused, or found nothing to change. */
    boolean isTurnedDown() {
        return isChange() && (outcome instanceof Outcome.Refused || outcome instanceof Outcome.NotFound);
    }

    /** Whether it writes, if it is not refused. */
    boolean isChange() {
        return call instanceof Command.Put
                || call instanceof Command.PutObject
                || call instanceof Command.Update
                || call instanceof Command.Remove;
    }

    /** The value that it writes: of an object the field {@code value}; nil of a remove. */
    Value written() {
        if (call instanceof Command.Put put) {
            return put.value();
        }
        if (call instanceof Command.PutObject put) {
            return put.fields().get("value");
        }
        return call instanceof Command.Update update ? update.value() : Value.NIL;
    }

    /** Whether it may have written, or may yet; a remove that found nothing can outrun a put that is under way. */
    boolean mayTakeEffect() {
        return outcome.mayTakeEffect() || call instanceof Command.Remove && outcome instanceof Outcome.NotFound;
    }

    /** Whether it puts an object that ends by itself. */
    boolean isPassing() {
        return call instanceof Command.PutObject put && put.fields().get("ttl") != Value.NIL;
    }

    /** The instant by which what it put is over, by a clock that is right; empty if it does not end by itself. */
    Optional<Duration> endOfLife() {
        return end.filter(instant -> isPassing())
                .map(instant -> instant.plusSeconds(
                        ((Command.PutObject) call).fields().get("ttl").asLong()));
    }

    boolean isIfAbsent() {
        return call instanceof Command.Put put && put.isIfAbsent()
                || call instanceof Command.PutObject object && object.isIfAbsent();
    }

    /** The call in a sentence. */
    String words() {
        String verb = call.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String value = isChange() && !(call instanceof Command.Remove) ? " " + ValueText.print(written()) : "";
        return "call " + number + " (" + verb + " " + call.key() + value + " at node " + call.node() + ", "
                + DurationText.seconds(begin) + " to "
                + end.map(DurationText::seconds).orElse("never") + ")";
    }
}
