package org.cometkv.actors.authorization;

import java.util.Optional;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.actors.wire.Header;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Mandate;

/**
 * The remaining depth and message budget of the chain of requests that caused an event.
 *
 * <p>Not thread-safe; owned by the event's AsoActor.
 */
public final class CallChain {

    /*
     * Messages are never copied, only handed down: what an event may send is taken from what it was given, and what the
     * events that it causes may send as well. Of what is left after its own messages, an effect gives half away, in
     * equal parts to the nodes it asks; the other half is for the effects after it. So all that one event causes,
     * however it branches, sends no more than the budget it began with.
     */
    private static final String RECURSIVE = "an event that another object's request caused sends and asks nothing";

    /** The chain of an unsigned object; never written to, so that its events cost no memory for it. */
    public static final CallChain UNSIGNED = new CallChain(false, 0, 0);

    private static final CallChain UNSIGNED_CAUSED = new CallChain(true, 0, 0);

    private final boolean isCausedByObject;
    private final int depth;
    private int budget;

    private CallChain(boolean isCausedByObject, int depth, int budget) {
        this.isCausedByObject = isCausedByObject;
        this.depth = depth;
        this.budget = budget;
    }

    /** The chain of an event that no request of an object caused. */
    public static CallChain first(Header object) {
        return object.signature().isPresent() ? new CallChain(false, Rights.DEPTH_MAX, Rights.FANOUT_MAX) : UNSIGNED;
    }

    /** The chain of an event that this caller's request caused; the caller's mandate was examined. */
    public static CallChain causedBy(Caller caller, Header object) {
        if (caller.key().isEmpty()) {
            return first(object);
        }
        if (object.signature().isEmpty()) {
            return UNSIGNED_CAUSED;
        }
        return caller.mandate()
                .map(mandate -> new CallChain(true, mandate.depth(), mandate.budget()))
                .orElseGet(() -> new CallChain(true, 0, 0));
    }

    /**
     * Why the event may not send at all; empty if it may.
     *
     * @param rights the object's own
     */
    public Optional<String> denial(Rights rights) {
        if (!isCausedByObject) {
            return Optional.empty();
        }
        if (depth == 0) {
            return Optional.of(RECURSIVE);
        }
        return rights.depth() > 0
                ? Optional.empty()
                : Optional.of(RECURSIVE + ", unless the object has a grant with depth");
    }

    /** Why these messages are too many for the chain; empty if they are not. */
    public Optional<String> overdrawn(int messages, Rights rights) {
        return rights.depth() > 0 && messages > left(rights)
                ? Optional.of(
                        "the requests in a row have " + left(rights) + " messages left and this takes " + messages)
                : Optional.empty();
    }

    /** The mandate that each of so many messages shows, if they are not too many. */
    public SignedMandate mandate(ObjectSignature signature, Rights rights, int messages) {
        int depthLeft = Math.max(0, Math.min(depth, rights.depth()) - (isCausedByObject ? 1 : 0));
        int share = depthLeft == 0 || messages == 0 ? 0 : (left(rights) - messages) / 2 / messages;
        // Nothing may be caused with no message left to cause it by.
        return new SignedMandate(signature, share == 0 ? 0 : depthLeft, share);
    }

    /**
     * Takes messages that are not too many from the budget, and what they hand down.
     *
     * @param mandate that each of them shows
     */
    public void take(int messages, Optional<? extends Mandate> mandate, Rights rights) {
        if (rights.depth() > 0) {
            budget = left(rights) - messages * (1 + mandate.map(Mandate::budget).orElse(0));
        }
    }

    private int left(Rights rights) {
        return Math.min(budget, rights.fanout());
    }
}
