package org.cometkv.actors.seam;

import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.signed.Signature;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * What nodes need to know of an object without running it.
 *
 * @param lineage the version of the put that created the object; later versions of the same object share it
 * @param version the version of the last put that this replica took
 * @param writer the authenticated party that put the object
 * @param expiresAtMillis instant since 1970 at which it ends; empty is never
 * @param signature its author's, over what it began with
 * @param serial the last one that its author signed; 0 for an unsigned object
 */
public record Header(
        Key key,
        Version lineage,
        Version version,
        String writer,
        OptionalLong expiresAtMillis,
        int replicas,
        Replication replication,
        Optional<Signature> signature,
        long serial) {

    /** The header of an unsigned object. */
    public Header(
            Key key,
            Version lineage,
            Version version,
            String writer,
            OptionalLong expiresAtMillis,
            int replicas,
            Replication replication) {
        this(key, lineage, version, writer, expiresAtMillis, replicas, replication, Optional.empty(), 0);
    }
}
