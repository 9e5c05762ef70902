package org.cometkv.aso;

import java.util.Optional;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;

/**
 * A node as a script sees it: frozen, with readable fields.
 *
 * <p>The host uses the id only and resolves it in its own routing view; the address is for the script to read.
 */
public record NodeHandle(Contact contact, Optional<Coordinates> coordinates) {

    /** A handle of a contact whose coordinates are unknown. */
    public static NodeHandle of(Contact contact) {
        return new NodeHandle(contact, Optional.empty());
    }
}
