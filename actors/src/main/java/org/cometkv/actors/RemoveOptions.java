package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Terms;
import org.cometkv.aso.Value;

/**
 * The options of a remove. Immutable; each method returns a changed copy, and the last call of one stands.
 *
 * @see Comet#remove(String, RemoveOptions)
 */
public final class RemoveOptions {

    /** Without a request, as this application, within {@code comet.requests.timeout}. */
    public static final RemoveOptions DEFAULT =
            new RemoveOptions(Value.NIL, Optional.empty(), Optional.empty(), Terms.Saved.AS_CONFIGURED);

    private final Value request;
    private final Optional<ObjectSignature> signature;
    private final Optional<Duration> timeout;
    private final Terms.Saved saved;

    private RemoveOptions(
            Value request, Optional<ObjectSignature> signature, Optional<Duration> timeout, Terms.Saved saved) {
        this.request = request;
        this.signature = signature;
        this.timeout = timeout;
        this.saved = saved;
    }

    /** With a request for the object's {@code onRemove}, at most {@code comet.limits.answer-bytes}. */
    public RemoveOptions request(Value asked) {
        return new RemoveOptions(asked, signature, timeout, saved);
    }

    /**
     * In the name of the author of a signed object, {@link org.cometkv.actors.trust.CanonicalForm#remove}; what is
     * under an owned key is removed by no other way.
     */
    public RemoveOptions signature(ObjectSignature made) {
        return new RemoveOptions(request, Optional.of(made), timeout, saved);
    }

    /** On the disks of the owners by then, where they have one. */
    public RemoveOptions durability(Durability when) {
        return new RemoveOptions(request, signature, timeout, when.saved());
    }

    /**
     * Ends by then, with the code TIMEOUT at the latest.
     *
     * @param time 10 ms or more; a call with more than {@code comet.requests.timeout} throws
     * @throws IllegalArgumentException if it is below
     */
    public RemoveOptions timeout(Duration time) {
        return new RemoveOptions(request, signature, CallTimeout.of(time), saved);
    }

    Value request() {
        return request;
    }

    Optional<ObjectSignature> signature() {
        return signature;
    }

    Optional<Duration> timeout() {
        return timeout;
    }

    Terms.Saved saved() {
        return saved;
    }
}
