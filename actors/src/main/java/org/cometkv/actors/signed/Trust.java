package org.cometkv.actors.signed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The issuers whose grants a node honours, and what a signature is worth by that. Thread-safe if {@code forgery} is.
 *
 * @param forgery {@link Signature#forgery}, or something that remembers what it said
 */
public record Trust(Set<Identity> issuers, Function<Signature, Optional<String>> forgery) {

    public Trust {
        issuers = Set.copyOf(issuers);
    }

    /** Trust that remembers nothing. */
    public static Trust in(Set<Identity> issuers) {
        return new Trust(issuers, Signature::forgery);
    }

    /**
     * Judges what a put or a remove brings. A grant that has expired is refused: whoever puts can renew it.
     *
     * @param actual what came with the signature
     */
    public Verdict judge(Signature signature, Content actual, long nowMillis) {
        Optional<String> wrong = actual.difference(signature.content()).or(() -> forgery.apply(signature));
        if (wrong.isPresent()) {
            return new Verdict.Refused(wrong.get());
        }
        if (signature.grant().isPresent() && signature.grant().get().isExpired(nowMillis)) {
            return new Verdict.Refused(expired(signature.grant().get()));
        }
        return standing(signature, nowMillis);
    }

    /** What a signature that is known to be genuine is worth now. */
    public Verdict standing(Signature signature, long nowMillis) {
        if (signature.grant().isEmpty()) {
            return new Verdict.Identified(signature.author(), "the object has no grant");
        }
        Grant grant = signature.grant().get();
        if (!issuers.contains(grant.issuer())) {
            return new Verdict.Identified(
                    signature.author(),
                    "this node does not trust the issuer " + grant.issuer().brief() + " of the grant");
        }
        return grant.isExpired(nowMillis)
                ? new Verdict.Identified(signature.author(), expired(grant))
                : new Verdict.Verified(signature.author(), grant);
    }

    private static String expired(Grant grant) {
        return "the grant expired at " + Instant.ofEpochMilli(grant.expiresAtMillis());
    }
}
