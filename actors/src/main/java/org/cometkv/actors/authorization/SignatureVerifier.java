package org.cometkv.actors.authorization;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.RaisedLimit;
import org.cometkv.actors.trust.SignedContent;
import org.cometkv.actors.trust.TrustPolicy;
import org.cometkv.actors.trust.TrustVerdict;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;

/** The verifier of signatures on this node, with a memory of those that were found genuine. Thread-safe. */
public final class SignatureVerifier {

    private final CometSettings.Trust settings;
    private final TrustPolicy trust;
    private final Map<ObjectSignature, Boolean> genuine;
    private final AtomicInteger underExamination = new AtomicInteger();

    public SignatureVerifier(CometSettings.Trust settings) {
        this.settings = settings;
        this.trust = new TrustPolicy(settings.issuers(), this::forgery);
        // Only genuine ones are kept: forgeries cost their sender as much as us, and must not push the others out.
        this.genuine = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ObjectSignature, Boolean> eldest) {
                return size() > settings.verifiedMax();
            }
        });
    }

    /** Why a signature is not genuine; empty if it is, which is worked out once and then remembered. */
    Optional<String> forgery(ObjectSignature signature) {
        if (genuine.containsKey(signature)) {
            return Optional.empty();
        }
        Optional<String> forgery = signature.forgery();
        if (forgery.isEmpty()) {
            genuine.put(signature, true);
        }
        return forgery;
    }

    /** The verdict on the signature of a put or remove, whose actual content is this. */
    TrustVerdict judge(ObjectSignature signature, SignedContent actual, long wallMillis) {
        return trust.judge(signature, actual, wallMillis);
    }

    /** The grant that an object which was let in has now, or why it has none. */
    public TrustVerdict standing(Optional<ObjectSignature> signature, long wallMillis) {
        return signature.isPresent()
                ? trust.standing(signature.get(), wallMillis)
                : new TrustVerdict.Refused("the object is not signed");
    }

    /** The grant that an object which was let in has now. */
    Optional<Grant> grant(Optional<ObjectSignature> signature, long wallMillis) {
        return standing(signature, wallMillis) instanceof TrustVerdict.Verified verified
                ? Optional.of(verified.grant())
                : Optional.empty();
    }

    /** The limits of an object with this signature: the node's own, as far as a grant does not raise them. */
    public Limits limits(Optional<ObjectSignature> signature, Limits own, long wallMillis) {
        return grant(signature, wallMillis)
                .map(grant -> raised(own, grant.rights().limits()))
                .orElse(own);
    }

    /** Whether one more may be examined; if so, {@link #examined} must follow. */
    boolean beginExamination() {
        if (underExamination.incrementAndGet() <= settings.examinationsMax()) {
            return true;
        }
        underExamination.decrementAndGet();
        return false;
    }

    void examined() {
        underExamination.decrementAndGet();
    }

    private Limits raised(Limits own, Map<RaisedLimit, Integer> limits) {
        if (limits.isEmpty()) {
            return own;
        }
        Limits raised = own;
        for (Map.Entry<RaisedLimit, Integer> limit : limits.entrySet()) {
            Limits.Name name = limit.getKey().limit();
            int bound = Math.min(raised(own.get(name), limit.getValue()), messageMax(name));
            raised = name == Limits.Name.LIVE ? raised.withState(bound) : raised.with(name, bound);
        }
        return raised.with(Limits.Name.LIVE_HEAP, raised(own.liveHeap(), raised.liveHeap()));
    }

    /** The most of it that a message between nodes carries. */
    private static int messageMax(Limits.Name name) {
        return switch (name) {
            case SCRIPT -> Wire.SCRIPT_BYTES_MAX;
            case LIVE -> Wire.STATE_BYTES_MAX;
            default -> Integer.MAX_VALUE;
        };
    }

    private int raised(int own, int to) {
        long most = Math.min((long) own * settings.raiseMax(), Integer.MAX_VALUE);
        return (int) Math.max(own, Math.min(to, most));
    }
}
