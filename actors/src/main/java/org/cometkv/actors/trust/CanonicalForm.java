package org.cometkv.actors.trust;

import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.CanonicalValue;
import org.cometkv.routing.Key;

/**
 * The canonical form of the content that an author signs: for an object its key, script and fields; for a remove its
 * key and request.
 */
public final class CanonicalForm {

    private static final byte[] NO_SCRIPT = {};

    private CanonicalForm() {}

    /**
     * The bytes of an object that are signed.
     *
     * @throws IllegalArgumentException if the fields are nested too deep or a table has a key twice
     */
    public static SignedContent object(Key key, Script script, Value.Table fields) {
        return SignedContent.of(SignedContent.Purpose.OBJECT, key, script.text(), CanonicalValue.encode(fields));
    }

    /**
     * The bytes of a remove that are signed.
     *
     * @throws IllegalArgumentException as for the fields of an object
     */
    public static SignedContent remove(Key key, Value request) {
        return SignedContent.of(SignedContent.Purpose.REMOVE, key, NO_SCRIPT, CanonicalValue.encode(request));
    }

    /** A signature for the remove of an object, without a request. */
    public static ObjectSignature remove(Signer author, Key key) {
        return author.sign(remove(key, Value.NIL));
    }
}
