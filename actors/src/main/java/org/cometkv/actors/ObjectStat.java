package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;

/**
 * A replica of an object, as its node tells it.
 *
 * @param replica the node
 * @param writer who put it
 * @param version of the last put that the replica took
 * @param lineage the version of the put that created it
 * @param expiresAtMillis instant since 1970 at which it ends; empty is never
 * @param bytes as it was put, about
 * @param lastError what its last failure was; empty if it never failed here
 * @param log what its handlers logged, oldest line first: at most 32 lines of 200 bytes
 */
public record ObjectStat(
        Contact replica,
        String writer,
        Version version,
        Version lineage,
        OptionalLong expiresAtMillis,
        int bytes,
        Standing standing,
        Totals totals,
        Optional<String> lastError,
        List<String> log) {

    public ObjectStat {
        log = List.copyOf(log);
    }

    static ObjectStat of(Contact replica, ReplicaReply.Status status) {
        Header header = status.header();
        return new ObjectStat(
                replica,
                header.writer(),
                header.version(),
                header.lineage(),
                header.expiresAtMillis(),
                status.bytes(),
                status.standing(),
                status.totals(),
                status.lastError(),
                status.log());
    }
}
