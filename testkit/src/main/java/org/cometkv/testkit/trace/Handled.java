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
        hash.text(event.handler());
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
        }
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
        if (result instanceof Result.Refused refused) {
            return "refused: " + refused.reason();
        }
        if (result instanceof Result.Faulted faulted) {
            return "error: " + faulted.message();
        }
        return "limit: " + ((Result.Exceeded) result).message();
    }
}
