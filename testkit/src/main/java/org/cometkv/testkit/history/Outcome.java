package org.cometkv.testkit.history;

import java.util.List;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/** The outcome of a call, as its client saw it. */
public sealed interface Outcome {

    /** What one node said to a change, and the fuel it took there. */
    record Said(int node, String word, int fuel) {}

    /** The object at a node gave this value; nil where it gave nothing. */
    record Found(Value value, int node, int fuel) implements Outcome {}

    /** Each replica that answered gave one of these. */
    record FoundAll(List<Found> answers) implements Outcome {
        public FoundAll {
            answers = List.copyOf(answers);
        }
    }

    /** Nothing is under the key. */
    record NotFound() implements Outcome {}

    /** Enough owners took it. */
    record Stored(Version version, List<Said> said) implements Outcome {
        public Stored {
            said = List.copyOf(said);
        }
    }

    /** It is removed. */
    record Removed(List<Said> said) implements Outcome {
        public Removed {
            said = List.copyOf(said);
        }
    }

    /** The answer was no. */
    record Refused(Refusal.Reason reason, List<Said> said) implements Outcome {
        public Refused {
            said = List.copyOf(said);
        }
    }

    /** A handler or script went wrong. */
    record Failed(String message) implements Outcome {}

    /** The call broke off, TIMEOUT for example: whether it took effect is unknown. */
    record Unknown(String code) implements Outcome {}

    /** The value of a user's own operation. */
    record Returned(Value value) implements Outcome {}

    /** It was under way when the run ended. */
    record Open() implements Outcome {}

    /** Whether a change with this outcome is acknowledged. */
    default boolean isAcknowledged() {
        return this instanceof Stored || this instanceof Removed;
    }

    /** Whether a change with this outcome may have taken effect, or may yet. */
    default boolean mayTakeEffect() {
        return isAcknowledged() || this instanceof Failed || this instanceof Unknown || this instanceof Open;
    }
}
