package org.cometkv.examples.delete;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.cometkv.aso.Value;

/** The word that erases a value: its writer keeps it, the object holds a hash of it. */
public final class Word {

    private Word() {}

    /** The hash that the object is given. A word that can be guessed is no protection: draw 128 random bits. */
    public static Value lock(String word) {
        try {
            return Value.of(MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
