package org.cometkv.actors.wire;

import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * The header of an object: its properties that nodes need to know without running it.
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
        Optional<ObjectSignature> signature,
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

    /**
     * The header of the object that a put creates.
     *
     * @param replicas that it should have
     */
    public static Header of(Wire.Put put, Policy policy, int replicas) {
        return new Header(
                put.key(),
                put.version(),
                put.version(),
                put.caller().writer(),
                expiry(put.version(), policy),
                replicas,
                policy.replication(),
                put.signature(),
                put.serial());
    }

    /** The header of the same object after a change of this version and serial that it took. */
    public Header withVersion(Version newer, Policy policy, long newSerial) {
        return new Header(
                key, lineage, newer, writer, expiry(newer, policy), replicas, replication, signature, newSerial);
    }

    /** The header of the same object after its handlers changed its policy. */
    public Header withPolicy(Policy policy, int newReplicas) {
        return new Header(
                key,
                lineage,
                version,
                writer,
                expiry(version, policy),
                newReplicas,
                policy.replication(),
                signature,
                serial);
    }

    /** Whether the object has ended by this instant since 1970. */
    public boolean isExpired(long wallMillis) {
        return expiresAtMillis.isPresent() && wallMillis >= expiresAtMillis.getAsLong();
    }

    private static OptionalLong expiry(Version version, Policy policy) {
        return policy.ttlMillis().isPresent()
                ? OptionalLong.of(version.millis() + policy.ttlMillis().getAsLong())
                : OptionalLong.empty();
    }
}
