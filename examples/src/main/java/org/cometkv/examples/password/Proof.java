package org.cometkv.examples.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.cometkv.aso.Value;

/**
 * A proof that only a reader who knows the password can make: the reader's half of {@code password.lua}.
 *
 * <p>The password stays here. The object holds the verifier, a slow hash of it; a request carries an HMAC under the
 * verifier over what is asked and when.
 */
record Proof(byte[] verifier) {

    /** As OWASP advised in 2023 for this hash: what a guess costs whoever stole the verifier. */
    private static final int ITERATIONS = 600_000;

    private static final int BITS = 256;

    /** @param key of the object; the same password gives another verifier under another key */
    static Proof of(String password, String key) {
        try {
            PBEKeySpec spec =
                    new PBEKeySpec(password.toCharArray(), key.getBytes(StandardCharsets.UTF_8), ITERATIONS, BITS);
            return new Proof(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    /** A request to read. */
    Value get(long nowMillis) {
        return request("get", nowMillis, "");
    }

    /** The update that makes this text the object's value. */
    Value update(long nowMillis, String value) {
        return request("update", nowMillis, value);
    }

    /** A request to remove. */
    Value remove(long nowMillis) {
        return request("remove", nowMillis, "");
    }

    private Value request(String act, long nowMillis, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(verifier, "HmacSHA256"));
            byte[] proof = mac.doFinal((act + " " + nowMillis + " " + value).getBytes(StandardCharsets.UTF_8));
            Map<String, Value> fields = new LinkedHashMap<>();
            fields.put("at", Value.of(nowMillis));
            fields.put("value", Value.of(value));
            fields.put("proof", Value.of(proof));
            return Value.table(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
