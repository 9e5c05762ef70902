package org.cometkv.actors.wire;

import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The header of an object: its properties that nodes need to know without running it.
 *
 * @param lineage the version of the put that created the object; later versions of the same object share it
 * @param version the version of the last put that this replica took
 * @param writer the authenticated party that put the object
 * @param expiresAtMillis instant since 1970 at which it ends; empty is never
 * @param signature its author's, over what it began with
 * @param serial the last one that its author signed; 0 for an unsigned object
 * @param updates the updates of the lineage that this replica took
 * @param foundGone of an object that a put of an empty key made, and that is not confirmed: the version that the put
 *     found gone, {@link #NOTHING_GONE} where there was none; empty for all others
 * @param displacesLonger whether it took the place, here or on an owner it was compared with, of what would end later,
 *     or of a tombstone: its end leaves a tombstone then
 */
public record Header(
        Key key,
        Version lineage,
        Version version,
        String writer,
        OptionalLong expiresAtMillis,
        int replicas,
        Replication replication,
        Accept accept,
        Optional<ObjectSignature> signature,
        long serial,
        UpdateDigest updates,
        Optional<Version> foundGone,
        boolean displacesLonger) {

    /** A version older than all others: that of what never was. */
    public static final Version NOTHING_GONE = new Version(0, new NodeId(new Key(0, 0, 0, 0)));

    /** The header of an object that took no update. */
    public Header(
            Key key,
            Version lineage,
            Version version,
            String writer,
            OptionalLong expiresAtMillis,
            int replicas,
            Replication replication,
            Optional<ObjectSignature> signature,
            long serial) {
        this(
                key,
                lineage,
                version,
                writer,
                expiresAtMillis,
                replicas,
                replication,
                Accept.NEWER,
                signature,
                serial,
                UpdateDigest.NONE,
                Optional.empty(),
                false);
    }

    /** The header of an unsigned object that took no update. */
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
                policy.accept(),
                put.signature(),
                put.serial(),
                UpdateDigest.NONE,
                Optional.empty(),
                false);
    }

    /** The header of the same object after an update of this version and serial that it took. */
    public Header withUpdate(Version update, Policy policy, long newSerial) {
        Version newest = update.isNewerThan(version) ? update : version;
        return new Header(
                key,
                lineage,
                newest,
                writer,
                expiry(newest, policy),
                replicas,
                replication,
                accept,
                signature,
                newSerial,
                updates.plus(update),
                foundGone,
                displacesLonger);
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
                policy.accept(),
                signature,
                serial,
                updates,
                foundGone,
                displacesLonger);
    }

    /** The header of the same object whose put of an empty key found this version gone and is not confirmed yet. */
    public Header unconfirmed(Version gone) {
        return with(Optional.of(gone), displacesLonger);
    }

    /** The header of the same object, of which its coordinator said that its put succeeded. */
    public Header confirmed() {
        return with(Optional.empty(), displacesLonger);
    }

    /** The header of the same object, which took the place of another one, or was compared with it. */
    public Header displacing(Header other) {
        return displacesLonger || endsBefore(other) || other.displacesLonger ? with(foundGone, true) : this;
    }

    /** The header of the same object, which took the place of a tombstone: what that ended may live on elsewhere. */
    public Header displacingGone() {
        return with(foundGone, true);
    }

    private Header with(Optional<Version> nowFoundGone, boolean nowDisplaces) {
        return new Header(
                key,
                lineage,
                version,
                writer,
                expiresAtMillis,
                replicas,
                replication,
                accept,
                signature,
                serial,
                updates,
                nowFoundGone,
                nowDisplaces);
    }

    private boolean endsBefore(Header other) {
        return expiresAtMillis.isPresent()
                && (other.expiresAtMillis.isEmpty() || other.expiresAtMillis.getAsLong() > expiresAtMillis.getAsLong());
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
