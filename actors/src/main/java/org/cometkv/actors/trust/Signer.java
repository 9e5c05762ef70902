package org.cometkv.actors.trust;

import java.util.Optional;
import org.cometkv.routing.Key;

/** An author about to sign: the key, the serial, and what goes along. Immutable; the methods return changed copies. */
public final class Signer {

    private static final byte[] NO_SALT = {};

    private final SigningKey secret;
    private final long serial;
    private final byte[] salt;
    private final Optional<Grant> grant;

    private Signer(SigningKey secret, long serial, byte[] salt, Optional<Grant> grant) {
        this.secret = secret;
        this.serial = serial;
        this.salt = salt;
        this.grant = grant;
    }

    /** An author with the first serial. */
    public static Signer of(SigningKey secret) {
        return new Signer(secret, 1, NO_SALT, Optional.empty());
    }

    /** The same, with this serial: higher than all that the author signed for the key before. */
    public Signer serial(long number) {
        return new Signer(secret, number, salt, grant);
    }

    /** The same, relying on a grant. */
    public Signer grant(Grant given) {
        return new Signer(secret, serial, salt, Optional.of(given));
    }

    /** The same, signing for the author's own key of this salt: {@link #ownedKey}. */
    public Signer salt(byte[] bytes) {
        return new Signer(secret, serial, bytes.clone(), grant);
    }

    /** The author's own key of the salt. */
    public Key ownedKey() {
        return secret.identity().key(salt);
    }

    /** @throws IllegalArgumentException if the serial is not positive, or the grant or the key is not the author's */
    public ObjectSignature sign(SignedContent content) {
        byte[] salted = content.key().isOwned() ? salt : NO_SALT;
        byte[] message = ObjectSignature.message(secret.identity(), content, serial, salted, grant);
        ObjectSignature signature =
                new ObjectSignature(secret.identity(), content, serial, salted, grant, secret.sign(message));
        // A mistake is better told to the author than by every node.
        signature.forgery().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return signature;
    }
}
