package org.cometkv.actors;

import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;

/**
 * What one node said to a put or remove.
 *
 * @param detail a sentence for a no or a failure; empty otherwise
 */
public record Said(Contact replica, Word word, String detail, Usage usage) {

    /** The gist of it. */
    public enum Word {
        STORED,
        KEPT,
        REMOVED,
        ABSENT,
        REFUSED,
        FAILED,
        /** It has not answered, or not yet. */
        SILENT
    }

    static Said silent(Contact replica) {
        return new Said(replica, Word.SILENT, "", Usage.NONE);
    }
}
