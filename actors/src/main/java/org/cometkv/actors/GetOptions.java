package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;
import org.cometkv.aso.Value;

/**
 * The options of a get. Immutable; each method returns a changed copy, and the last call of one stands.
 *
 * @see Comet#get(String, GetOptions)
 * @see Comet#getFromAll(String, GetOptions)
 */
public final class GetOptions {

    /** Without a request, of the first owner, within {@code comet.requests.timeout}. */
    public static final GetOptions DEFAULT = new GetOptions(Value.NIL, Optional.empty(), Optional.empty());

    private final Value request;
    private final Optional<Read> read;
    private final Optional<Duration> timeout;

    private GetOptions(Value request, Optional<Read> read, Optional<Duration> timeout) {
        this.request = request;
        this.read = read;
        this.timeout = timeout;
    }

    /** With a request for the object's {@code onGet}, at most {@code comet.limits.answer-bytes}. */
    public GetOptions request(Value asked) {
        return new GetOptions(asked, read, timeout);
    }

    /**
     * Of that replica. It contradicts {@link Comet#getFromAll(String, GetOptions)}, which asks every replica: that
     * throws.
     */
    public GetOptions read(Read replica) {
        return new GetOptions(request, Optional.of(replica), timeout);
    }

    /**
     * Ends by then, with the code TIMEOUT at the latest.
     *
     * @param time 10 ms or more; a call with more than {@code comet.requests.timeout} throws
     * @throws IllegalArgumentException if it is below
     */
    public GetOptions timeout(Duration time) {
        return new GetOptions(request, read, CallTimeout.of(time));
    }

    Value request() {
        return request;
    }

    Read read() {
        return read.orElse(Read.FIRST);
    }

    boolean isOfOneReplica() {
        return read.isPresent();
    }

    Optional<Duration> timeout() {
        return timeout;
    }
}
