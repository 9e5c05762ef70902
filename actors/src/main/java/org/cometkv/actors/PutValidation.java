package org.cometkv.actors;

import java.util.Optional;
import org.cometkv.actors.authorization.RequestAuthorizer;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * The checks of a put before anything runs or is sent: its sizes and its signature, each refused in one sentence with
 * size and bound.
 */
record PutValidation(HostingContext hosting) {

    /** What an object that is to be put is refused for before anything is sent, its signature first. */
    Optional<Refusal> refusal(Key key, Aso aso) {
        RequestAuthorizer admission = hosting.authorizer();
        Optional<Refusal> disproof;
        try {
            disproof = aso.signature().isPresent()
                    ? admission.disproof(aso.signature().get(), CanonicalForm.object(key, aso.script(), aso.fields()))
                    : RequestAuthorizer.unsigned(key);
        } catch (IllegalArgumentException e) {
            return Optional.of(Refusal.of(Refusal.Reason.INVALID, e.getMessage()));
        }
        Limits limits = hosting.verifier()
                .limits(
                        aso.signature(),
                        hosting.node().limits(),
                        hosting.node().clock().wallMillis());
        int message = hosting.node().settings().peers().bodies().bytesMax();
        return disproof.or(() -> fault(aso, limits)
                .or(() -> fault(aso, message))
                .map(fault -> Refusal.of(Refusal.Reason.INVALID, fault)));
    }

    /** A grant may raise a limit over what can be sent to another node, whoever holds the object here. */
    private static Optional<String> fault(Aso aso, int messageMax) {
        int bytes = aso.script().length() + WireSize.of(aso.fields()) + Wire.ENVELOPE_BYTES;
        return bytes > messageMax
                ? Optional.of("the put has " + bytes + " bytes; the limit of a message is " + messageMax + " bytes")
                : Optional.empty();
    }

    private static Optional<String> fault(Aso aso, Limits limits) {
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
