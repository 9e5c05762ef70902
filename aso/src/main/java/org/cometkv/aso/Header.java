package org.cometkv.aso;

import java.util.OptionalLong;
import org.cometkv.routing.Key;

/**
 * What nodes need to know of an object without running it.
 *
 * @param lineage the version of the put that created the object; later versions of the same object share it
 * @param version the version of the last put that this replica took
 * @param writer the authenticated party that put the object
 * @param expiresAtMillis instant since 1970 at which it ends; empty is never
 */
public record Header(
        Key key,
        Version lineage,
        Version version,
        String writer,
        OptionalLong expiresAtMillis,
        int replicas,
        Replication replication) {}
