package org.cometkv.actors;

import java.util.Optional;
import org.cometkv.aso.Aso;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;

/** What an application hands in that is too large, said in one sentence with the size and the bound. */
final class SizeCheck {

    private SizeCheck() {}

    /** What is wrong with an object that is to be put. */
    static Optional<String> fault(Aso aso, Limits limits) {
        int script = aso.script().length();
        if (script > limits.scriptBytes()) {
            return Optional.of(tooLarge("script", script, limits.scriptBytes()));
        }
        return fault("value", aso.fields(), limits.valueBytes());
    }

    /** What is wrong with the request of a get or remove. */
    static Optional<String> fault(Value request, Limits limits) {
        return request == Value.NIL ? Optional.empty() : fault("request", request, limits.answerBytes());
    }

    private static Optional<String> fault(String what, Value value, int max) {
        try {
            int size = WireSize.of(value);
            return size > max ? Optional.of(tooLarge(what, size, max)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("the " + what + " cannot be sent: " + e.getMessage());
        }
    }

    private static String tooLarge(String what, int size, int max) {
        return "the " + what + " has " + size + " bytes; the limit is " + max + " bytes";
    }
}
