package org.cometkv.actors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometkv.actors.signed.Content;
import org.cometkv.actors.signed.Grant;
import org.cometkv.actors.signed.Raise;
import org.cometkv.actors.signed.Signature;
import org.cometkv.actors.signed.Trust;
import org.cometkv.actors.signed.Verdict;
import org.cometkv.aso.Limits;

/** What signatures are worth on this node, and the memory of those that were found genuine. Thread-safe. */
final class Credentials {

    private final CometSettings.Trust settings;
    private final Trust trust;
    private final Map<Signature, Boolean> genuine;
    private final AtomicInteger underExamination = new AtomicInteger();

    Credentials(CometSettings.Trust settings) {
        this.settings = settings;
        this.trust = new Trust(settings.issuers(), this::forgery);
        // Only genuine ones are kept: forgeries cost their sender as much as us, and must not push the others out.
        this.genuine = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Signature, Boolean> eldest) {
                return size() > settings.verifiedMax();
            }
        });
    }

    /** What shows that a signature is not genuine; a signature is worked out once and then remembered. */
    Optional<String> forgery(Signature signature) {
        if (genuine.containsKey(signature)) {
            return Optional.empty();
        }
        Optional<String> forgery = signature.forgery();
        if (forgery.isEmpty()) {
            genuine.put(signature, true);
        }
        return forgery;
    }

    /** Judges what a put or a remove brings, with its signature. */
    Verdict judge(Signature signature, Content actual, long wallMillis) {
        return trust.judge(signature, actual, wallMillis);
    }

    /** The grant that an object which was let in has now, or why it has none. */
    Verdict standing(Optional<Signature> signature, long wallMillis) {
        return signature.isPresent()
                ? trust.standing(signature.get(), wallMillis)
                : new Verdict.Refused("the object is not signed");
    }

    /** The grant that an object which was let in has now. */
    Optional<Grant> grant(Optional<Signature> signature, long wallMillis) {
        return standing(signature, wallMillis) instanceof Verdict.Verified verified
                ? Optional.of(verified.grant())
                : Optional.empty();
    }

    /** The limits of an object with this signature: the node's own, as far as a grant does not raise them. */
    Limits limits(Optional<Signature> signature, Limits own, long wallMillis) {
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

    private Limits raised(Limits own, Map<Raise, Integer> limits) {
        if (limits.isEmpty()) {
            return own;
        }
        Limits raised = own;
        for (Map.Entry<Raise, Integer> limit : limits.entrySet()) {
            Limits.Name name = limit.getKey().limit();
            int bound = raised(own.get(name), limit.getValue());
            raised = name == Limits.Name.LIVE ? raised.withState(bound) : raised.with(name, bound);
        }
        return raised.with(Limits.Name.LIVE_HEAP, raised(own.liveHeap(), raised.liveHeap()));
    }

    private int raised(int own, int to) {
        long most = Math.min((long) own * settings.raiseMax(), Integer.MAX_VALUE);
        return (int) Math.max(own, Math.min(to, most));
    }
}
