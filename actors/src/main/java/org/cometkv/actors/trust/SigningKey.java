package org.cometkv.actors.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/** An Ed25519 key pair of an author or an issuer. Immutable; never prints its secret. */
public final class SigningKey {

    private static final byte[] PROBE = "comet-key-1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final byte[] seed;
    private final Identity identity;

    private SigningKey(byte[] seed, Identity identity) {
        this.seed = seed;
        this.identity = identity;
    }

    /**
     * A key from its 32 secret bytes and its public key.
     *
     * @throws IllegalArgumentException if there are not 32 bytes, or the two do not belong together
     */
    public static SigningKey of(byte[] seed, Identity identity) {
        if (seed.length != Identity.BYTES) {
            throw new IllegalArgumentException("a secret key has " + Identity.BYTES + " bytes, not " + seed.length);
        }
        SigningKey key = new SigningKey(seed.clone(), identity);
        if (!identity.signed(PROBE, key.sign(PROBE))) {
            throw new IllegalArgumentException("the secret key does not belong to the public key " + identity);
        }
        return key;
    }

    /**
     * A key that {@code KeyPairGenerator.getInstance("Ed25519")} made.
     *
     * @throws IllegalArgumentException if it is a key pair of another kind
     */
    public static SigningKey of(KeyPair pair) {
        if (pair.getPrivate() instanceof EdECPrivateKey secret
                && pair.getPublic() instanceof EdECPublicKey open
                && secret.getBytes().isPresent()) {
            return of(secret.getBytes().get(), Identity.of(open));
        }
        throw new IllegalArgumentException(
                "a key pair of " + pair.getPublic().getAlgorithm() + "; it must be one of " + Identity.ALGORITHM);
    }

    public Identity identity() {
        return identity;
    }

    /** The 32 secret bytes, a new array: for the file that keeps them, and nothing else. */
    public byte[] seed() {
        return seed.clone();
    }

    byte[] sign(byte[] message) {
        try {
            java.security.Signature signer = java.security.Signature.getInstance(Identity.ALGORITHM);
            signer.initSign(KeyFactory.getInstance(Identity.ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + Identity.ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "secret key of " + identity;
    }
}
