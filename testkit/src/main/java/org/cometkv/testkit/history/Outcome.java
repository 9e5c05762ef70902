package org.cometkv.testkit.history;

import java.util.List;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/** The outcome of a call, as its client saw it. */
public sealed interface Outcome {

    /** The word of a node about a change, and the fuel it took there. */
    record Said(int node, String word, int fuel) {}

    /** The value that the object at a node gave; nil where it gave nothing. */
    record Found(Value value, int node, int fuel) implements Outcome {}

    /** The values of all replicas that answered. */
    record FoundAll(List<Found> answers) implements Outcome {
        public FoundAll {
            answers = List.copyOf(answers);
        }
    }

    /** An empty key. */
    record NotFound() implements Outcome {}

    /** A change that enough owners took. */
    record Stored(Version version, List<Said> said) implements Outcome {
        public Stored {
            said = List.copyOf(said);
        }
    }

    /** Removed. */
    record Removed(List<Said> said) implements Outcome {
        public Removed {
            said = List.copyOf(said);
        }
    }

    /** A refusal. */
    record Refused(Refusal.Reason reason, List<Said> said) implements Outcome {
        public Refused {
            said = List.copyOf(said);
        }
    }

    /** A failure of a handler or script. */
    record Failed(String message) implements Outcome {}

    /** A call that broke off, by TIMEOUT for example: whether it took effect is unknown. */
    record Unknown(String code) implements Outcome {}

    /** The value of a user's own operation. */
    record Returned(Value value) implements Outcome {}

    /** No outcome: the call was under way when the run ended. */
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
