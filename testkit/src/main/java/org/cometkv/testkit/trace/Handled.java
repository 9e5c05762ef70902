package org.cometkv.testkit.trace;

import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.routing.Key;

/** An event of an object and its outcome. */
public record Handled(Key key, Event event, Outcome outcome) implements Traced {

    @Override
    public void hash(TraceHash hash) {
        hash.key(key);
        hash.number(kind());
        hash.number(outcome.usage().fuel());
        hash.number(outcome.usage().allocated());
        hash.number(outcome.usage().live());
        hash.number(outcome.effects().size());
        Result result = outcome.result();
        if (result instanceof Result.Completed completed) {
            hash.number(1);
            hash.value(completed.value());
        } else if (result instanceof Result.Refused refused) {
            hash.number(2);
            hash.text(refused.reason());
        } else if (result instanceof Result.Faulted faulted) {
            hash.number(3);
            hash.text(faulted.message());
        } else if (result instanceof Result.Exceeded exceeded) {
            hash.number(4);
            hash.text(exceeded.message());
        } else if (result instanceof Result.Redirected redirected) {
            hash.number(5);
            hash.key(redirected.key());
        }
    }

    /** A number of the handler, which costs less than its name. */
    private int kind() {
        if (event instanceof Event.Timer timer) {
            return timer.name().map(String::hashCode).orElse(1);
        }
        return event instanceof Event.Get
                ? 2
                : event instanceof Event.Update
                        ? 3
                        : event instanceof Event.Put ? 4 : event instanceof Event.Remove ? 5 : 6;
    }

    @Override
    public String text(KeyNames names) {
        return names.name(key) + " " + event.handler() + " " + result() + " fuel "
                + outcome.usage().fuel();
    }

    private String result() {
        Result result = outcome.result();
        if (result instanceof Result.Completed completed) {
            return "completed " + completed.value();
        }
        if (result instanceof Result.Redirected redirected) {
            return "redirected to " + redirected.key();
        }
        if (result instanceof Result.Refused refused) {
            return "refused: " + refused.reason();
        }
        if (result instanceof Result.Faulted faulted) {
            return "error: " + faulted.message();
        }
        return "limit: " + ((Result.Exceeded) result).message();
    }
}
