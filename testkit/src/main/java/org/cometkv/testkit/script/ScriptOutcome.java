package org.cometkv.testkit.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * The end of one event of a tested script: what came of it, what it asked its node to do, and what it cost.
 *
 * @param handler the name of the handler in Lua, such as {@code onGet}; {@code chunk} for the script's body
 * @param result whether it ended well, said no, raised an error or broke a limit
 * @param effects in the order recorded; of an event that failed, those before its last wait
 * @param usage fuel, bytes allocated, and the size of the state after the event
 */
public record ScriptOutcome(String handler, Result result, List<Effect> effects, Usage usage) {

    /** The handler's name of an outcome that the script's body gave. */
    static final String CHUNK = "chunk";

    /** {@code name:12: message}: the position that Lua puts before an error. */
    private static final Pattern POSITION = Pattern.compile("[^:\\n]*:(\\d+): .*", Pattern.DOTALL);

    public ScriptOutcome {
        effects = List.copyOf(effects);
    }

    static ScriptOutcome of(String handler, Outcome outcome) {
        return new ScriptOutcome(handler, outcome.result(), outcome.effects(), outcome.usage());
    }

    static ScriptOutcome refused(String handler, String reason) {
        return new ScriptOutcome(handler, new Result.Refused(reason), List.of(), Usage.NONE);
    }

    /** Whether it ended well and did not say no. */
    public boolean isCompleted() {
        return result instanceof Result.Completed;
    }

    /** The key that {@code onSubscribe} sends the subscriber to; empty if it does not. */
    public Optional<Key> redirect() {
        return result instanceof Result.Redirected redirected ? Optional.of(redirected.key()) : Optional.empty();
    }

    /** The values that the event published, in order. */
    public List<Value> published() {
        return effects(Effect.Publish.class).stream().map(Effect.Publish::value).toList();
    }

    /** Whether the handler said no: it gave {@code false}. */
    public boolean isRefused() {
        return result instanceof Result.Refused;
    }

    /** Whether it raised an error or broke a limit; the object is as it was before. */
    public boolean isFailed() {
        return !isCompleted() && !isRefused() && redirect().isEmpty();
    }

    /**
     * The handler's answer.
     *
     * @throws AssertionError if the event did not end well; its message says what became of it
     */
    public Value value() {
        if (result instanceof Result.Completed completed) {
            return completed.value();
        }
        throw new AssertionError("there is no answer: " + this);
    }

    /** The answer as text; {@link AssertionError} if there is none, {@link IllegalStateException} if it is no text. */
    public String text() {
        return value().asText();
    }

    /** The answer as a whole number; {@link AssertionError} or {@link IllegalStateException} if there is none. */
    public long number() {
        return value().asLong();
    }

    /** The answer as the elements of a list; {@link AssertionError} or {@link IllegalStateException} if it is none. */
    public List<Value> list() {
        return value().asList();
    }

    /** The reason of a refusal, the message of an error or the broken limit; empty if the event ended well. */
    public String message() {
        if (result instanceof Result.Refused refused) {
            return refused.reason();
        }
        if (result instanceof Result.Faulted faulted) {
            return faulted.message();
        }
        return result instanceof Result.Exceeded exceeded ? exceeded.message() : "";
    }

    /** The line of the script that raised the error; empty if none did, or the error names no line. */
    public OptionalInt line() {
        Matcher position = POSITION.matcher(result instanceof Result.Faulted ? message() : "");
        return position.matches() ? OptionalInt.of(Integer.parseInt(position.group(1))) : OptionalInt.empty();
    }

    /** The limit that the event broke; empty if it broke none. */
    public Optional<Limit> limit() {
        return result instanceof Result.Exceeded exceeded ? Optional.of(exceeded.limit()) : Optional.empty();
    }

    /** The effects of one kind, as {@code effects(Effect.After.class)}. */
    public <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Units of work of the event. */
    public int fuel() {
        return usage.fuel();
    }

    /** Bytes that the event was charged for allocation. */
    public int allocated() {
        return usage.allocated();
    }

    /** {@code onGet was refused: too late}. */
    @Override
    public String toString() {
        if (result instanceof Result.Completed completed) {
            return handler + " ended well with " + completed.value() + ", fuel " + fuel();
        }
        if (redirect().isPresent()) {
            return handler + " redirected to " + redirect().get();
        }
        if (isRefused()) {
            return handler + " was refused: " + message();
        }
        return handler + " failed"
                + limit().map(broken -> " at limit " + broken.label()).orElse("") + ": " + message();
    }
}
