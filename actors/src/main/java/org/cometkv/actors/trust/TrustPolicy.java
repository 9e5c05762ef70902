package org.cometkv.actors.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rule of what a signature is worth on a node, by the issuers whose grants the node honours. Thread-safe if
 * {@code forgery} is.
 *
 * @param forgery {@link ObjectSignature#forgery}, or something that remembers what it said
 */
public record TrustPolicy(Set<Identity> issuers, Function<ObjectSignature, Optional<String>> forgery) {

    public TrustPolicy {
        issuers = Set.copyOf(issuers);
    }

    /** Trust that remembers nothing. */
    public static TrustPolicy in(Set<Identity> issuers) {
        return new TrustPolicy(issuers, ObjectSignature::forgery);
    }

    /**
     * Judges what a put or a remove brings. A grant that has expired is refused: whoever puts can renew it.
     *
     * @param actual what came with the signature
     */
    public TrustVerdict judge(ObjectSignature signature, SignedContent actual, long nowMillis) {
        Optional<String> wrong = actual.difference(signature.content()).or(() -> forgery.apply(signature));
        if (wrong.isPresent()) {
            return new TrustVerdict.Refused(wrong.get());
        }
        if (signature.grant().isPresent() && signature.grant().get().isExpired(nowMillis)) {
            return new TrustVerdict.Refused(expired(signature.grant().get()));
        }
        return standing(signature, nowMillis);
    }

    /** What a signature that is known to be genuine is worth now. */
    public TrustVerdict standing(ObjectSignature signature, long nowMillis) {
        if (signature.grant().isEmpty()) {
            return new TrustVerdict.Identified(signature.author(), "the object has no grant");
        }
        Grant grant = signature.grant().get();
        if (!issuers.contains(grant.issuer())) {
            return new TrustVerdict.Identified(
                    signature.author(),
                    "this node does not trust the issuer " + grant.issuer().brief() + " of the grant");
        }
        return grant.isExpired(nowMillis)
                ? new TrustVerdict.Identified(signature.author(), expired(grant))
                : new TrustVerdict.Verified(signature.author(), grant);
    }

    private static String expired(Grant grant) {
        return "the grant expired at " + Instant.ofEpochMilli(grant.expiresAtMillis());
    }
}
