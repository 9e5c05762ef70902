package org.cometkv.aso;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cometkv.routing.Key;

/**
 * The Lua source text of an object's handlers.
 *
 * <p>Immutable. The text is only checked for its size by whoever admits it ({@link Limits#scriptBytes()}) and
 * compiled by the sandbox; byte code is never accepted there.
 */
public final class Script {

    /** No script: the object is a passive value. */
    public static final Script NONE = new Script(new byte[0]);

    private final byte[] text;
    private final Key digest;

    private Script(byte[] text) {
        this.text = text;
        this.digest = Key.digest(text);
    }

    /** A script of this text, in UTF-8. */
    public static Script of(String text) {
        return new Script(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A script of these bytes, copied. */
    public static Script of(byte[] text) {
        return new Script(text.clone());
    }

    public boolean isEmpty() {
        return text.length == 0;
    }

    /** Size of the text in bytes. */
    public int length() {
        return text.length;
    }

    /** The text, shared: not to be written to. */
    public byte[] text() {
        return text;
    }

    /** SHA-256 of the text: equal scripts share one compiled program under it. */
    public Key digest() {
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Script that && Arrays.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "script of " + text.length + " bytes";
    }
}
