package org.cometkv.node.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.json.ValueJson;

/**
 * The line that {@code comet run} prints of one event. Every field is always there; what does not apply is null.
 *
 * @param published what the event sent to subscribers, in order; the field is there only if it sent anything
 * @param state the object's state after the event; empty where it was not asked for, nil where there is none
 */
record RunLine(
        String file,
        String event,
        Ending ending,
        Value value,
        Optional<String> error,
        Optional<Limit> limit,
        Usage usage,
        long micros,
        List<Value> published,
        Optional<Value> state) {

    /** The ends of an event of {@code comet run}. */
    enum Ending {
        COMPLETED("completed", ExitCode.WELL),
        ERROR("error", ExitCode.SCRIPT_ERROR),
        LIMIT("limit", ExitCode.LIMIT),
        REFUSED("refused", ExitCode.REFUSED);

        private final String label;
        private final ExitCode exit;

        Ending(String label, ExitCode exit) {
            this.label = label;
            this.exit = exit;
        }

        ExitCode exit() {
            return exit;
        }
    }

    /** The line of an event that ended with this result. */
    static RunLine of(String file, String event, Outcome outcome, long micros, Optional<Value> state) {
        Result result = outcome.result();
        Usage usage = outcome.usage();
        List<Value> published = outcome.effects().stream()
                .filter(Effect.Publish.class::isInstance)
                .map(effect -> ((Effect.Publish) effect).value())
                .toList();
        Ending ending = Ending.COMPLETED;
        Value value = Value.NIL;
        Optional<String> error = Optional.empty();
        Optional<Limit> limit = Optional.empty();
        if (result instanceof Result.Completed completed) {
            value = completed.value();
        } else if (result instanceof Result.Redirected redirected) {
            value = Value.of(redirected.key().toString());
        } else if (result instanceof Result.Refused refused) {
            ending = Ending.REFUSED;
            error = Optional.of(refused.reason());
        } else if (result instanceof Result.Faulted faulted) {
            ending = Ending.ERROR;
            error = Optional.of(faulted.message());
        } else if (result instanceof Result.Exceeded exceeded) {
            ending = Ending.LIMIT;
            error = Optional.of(exceeded.message());
            limit = Optional.of(exceeded.limit());
        }
        return new RunLine(file, event, ending, value, error, limit, usage, micros, published, state);
    }

    /** The line of a file that is no script. */
    static RunLine refused(String file, String event, String reason, Optional<Limit> limit, Optional<Value> state) {
        return new RunLine(
                file, event, Ending.REFUSED, Value.NIL, Optional.of(reason), limit, Usage.NONE, 0, List.of(), state);
    }

    /** The line as JSON. */
    String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = ValueJson.generator(out)) {
            write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeStringField("event", event);
        json.writeStringField("outcome", ending.label);
        json.writeFieldName("value");
        ValueJson.write(json, value);
        json.writeStringField("error", error.orElse(null));
        json.writeStringField("limit", limit.map(Limit::label).orElse(null));
        json.writeNumberField("fuel", usage.fuel());
        json.writeNumberField("allocated", usage.allocated());
        json.writeNumberField("live", usage.live());
        json.writeNumberField("micros", micros);
        if (!published.isEmpty()) {
            json.writeFieldName("published");
            ValueJson.write(json, Value.from(published));
        }
        if (state.isPresent()) {
            json.writeFieldName("state");
            ValueJson.write(json, state.get());
        }
        json.writeEndObject();
    }
}
