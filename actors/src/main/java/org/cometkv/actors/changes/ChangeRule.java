package org.cometkv.actors.changes;

import java.util.Optional;
import org.cometkv.actors.authorization.SerialRule;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Version;

/** The rule of what a put, copy or remove gets before any handler runs, by what its key holds. */
public final class ChangeRule {

    /*
     * A table, read from the top; the first row that applies counts. A remove passes over the rows of puts and copies.
     *
     *                  nothing     tombstone   plain value   object
     *   EXPIRED        ------------ a copy whose time to live is over ------------
     *   UNSCRIPTED     ------------ a copy of a plain value ----------------------
     *   RETRACTED                                            taken back; copy: holds what was
     *   EQUAL                       same remove same version  the version, the lineage or a recent update;
     *                                                        copy: same lineage and not newer
     *   TAKE                                                 copy: same lineage and newer
     *   ABSENT         put if present
     *   OCCUPIED                               put if absent
     *   BEHIND                      put if absent, not newer than what was here
     *   SUPERSEDED                  not newer than what was here; older than the lineage held
     *   TOO_OLD                                              it may have run before
     *   REPLAYED                   signed no later than what is or was here
     *   STRANGER                                             another writer, and no handler that decides
     *   OVER_QUOTA     no room for the put or copy           (looked for when it is stored)
     *   ASK                                                  its handler decides
     *   otherwise      STORE       STORE       REPLACE       REPLACE; a remove: REMOVE
     *
     * Never compared is the version that updates raised: a replacement that is newer than the lineage wins over all of
     * them, wherever it comes first. The lineage of a copy is that of its image, of all else its version.
     */

    /** The content of a key. */
    public sealed interface Content {

        record Nothing() implements Content {}

        /**
         * A tombstone.
         *
         * @param serial the last one seen of the author, if it had one
         * @param lineage of an object that ended itself, here alone
         */
        record Gone(Version version, Optional<Identity> author, long serial, Optional<Version> lineage)
                implements Content {

            /** What is gone on all owners. */
            public Gone(Version version, Optional<Identity> author, long serial) {
                this(version, author, serial, Optional.empty());
            }
        }

        /** A plain value of so many bytes. */
        record Plain(Header header, int bytes) implements Content {}

        /** A hosted object; none of its handlers decides while it is set aside. */
        record Hosted(
                Header header, boolean handlesOnUpdate, boolean handlesOnRemove, boolean isSetAside, Memory memory)
                implements Content {}
    }

    /** The memory that a hosted object has of changes. */
    public interface Memory {

        /** An object that met no change but the put that made it. */
        Memory NONE = new Memory() {};

        /** Whether the change was taken back, or brings one that was. */
        default boolean isRetracted(Wire.Change change) {
            return false;
        }

        /** Whether the update of this version was taken. */
        default boolean hasTaken(Version update) {
            return false;
        }

        /** Whether the update of this version may have been taken and is not remembered. */
        default boolean mayHaveForgotten(Version update) {
            return false;
        }
    }

    /** The kind of a result. Those up to OVER_QUOTA come with a reply and end the change. */
    public enum Kind {
        EXPIRED,
        UNSCRIPTED,
        RETRACTED,
        EQUAL,
        ABSENT,
        OCCUPIED,
        BEHIND,
        SUPERSEDED,
        TOO_OLD,
        REPLAYED,
        STRANGER,
        OVER_QUOTA,
        TAKE,
        ASK,
        STORE,
        REPLACE,
        REMOVE
    }

    /**
     * A result of the rule.
     *
     * @param reply to the change if it is at its end; empty if it goes on
     */
    public record Result(Kind kind, Optional<ReplicaReply> reply) {

        private static Result of(Kind kind) {
            return new Result(kind, Optional.empty());
        }

        private static Optional<Result> end(Kind kind, ReplicaReply reply) {
            return Optional.of(new Result(kind, Optional.of(reply)));
        }

        private static Optional<Result> refused(Kind kind, Refusal.Reason reason, String message) {
            return refused(kind, Refusal.of(reason, message));
        }

        private static Optional<Result> refused(Kind kind, Refusal refusal) {
            return end(kind, new ReplicaReply.Refused(refusal));
        }
    }

    /** The room on a node. */
    public interface Room {

        /** Why there is no room for this in place of what is held; empty if there is. */
        Optional<String> refusal(Charge charge, Optional<Charge> replaced);
    }

    private final Content held;
    private final Wire.Change change;

    private ChangeRule(Content held, Wire.Change change) {
        this.held = held;
        this.change = change;
    }

    /** The result of a change where no object is hosted. */
    public static Result of(Content held, Wire.Change change, long wallMillis, Room room) {
        ChangeRule rule = new ChangeRule(held, change);
        return change instanceof Wire.Remove
                ? rule.ofRemove()
                : rule.ofArrival(wallMillis).or(() -> rule.overQuota(room)).orElseGet(rule::goesOn);
    }

    /** The result of a change of a hosted object; its room is looked for when its handler has decided. */
    public static Result of(Content.Hosted held, Wire.Change change, long wallMillis) {
        return of(held, change, wallMillis, (charge, replaced) -> Optional.empty());
    }

    private Result ofRemove() {
        Optional<Result> end = retracted()
                .or(this::equal)
                .or(this::superseded)
                .or(this::replayed)
                .or(this::stranger);
        if (end.isPresent()) {
            return end.get();
        }
        return held instanceof Content.Hosted object && object.handlesOnRemove() && !object.isSetAside()
                ? Result.of(Kind.ASK)
                : Result.of(Kind.REMOVE);
    }

    private Optional<Result> ofArrival(long wallMillis) {
        return uncopyable(wallMillis)
                .or(this::retracted)
                .or(this::equal)
                .or(this::newerCopy)
                .or(this::unmetCondition)
                .or(this::superseded)
                .or(this::tooOld)
                .or(this::replayed)
                .or(this::stranger);
    }

    private Optional<Result> uncopyable(long wallMillis) {
        if (!(change instanceof Wire.Copy copy)) {
            return Optional.empty();
        }
        Header header = copy.image().header();
        if (header.isExpired(wallMillis)) {
            return Result.refused(Kind.EXPIRED, Refusal.Reason.VERSION, "the copy has expired");
        }
        return copy.image().script().isEmpty()
                ? Result.refused(Kind.UNSCRIPTED, Refusal.Reason.NOT_ALLOWED, "a passive value does not copy itself")
                : Optional.empty();
    }

    private Optional<Result> retracted() {
        return held instanceof Content.Hosted object && object.memory().isRetracted(change)
                ? Result.refused(Kind.RETRACTED, ChangeOutcomes.REFUSAL)
                : Optional.empty();
    }

    /** What was taken is acknowledged again. */
    private Optional<Result> equal() {
        if (held instanceof Content.Gone gone) {
            boolean isSame = change instanceof Wire.Remove && change.version().equals(gone.version());
            return isSame ? Result.end(Kind.EQUAL, new ReplicaReply.Removed(Usage.NONE)) : Optional.empty();
        }
        if (change instanceof Wire.Copy) {
            boolean isNewer = isSameObject() && isNewerThanVersion();
            return isSameObject() && !isNewer ? Result.end(Kind.EQUAL, new ReplicaReply.Held()) : Optional.empty();
        }
        return header().flatMap(this::acknowledged);
    }

    private Optional<Result> acknowledged(Header present) {
        Version version = change.version();
        if (version.equals(present.lineage())) {
            return Result.end(Kind.EQUAL, new ReplicaReply.Stored(Usage.NONE, present.replicas()));
        }
        boolean isTaken = version.equals(present.version())
                || held instanceof Content.Hosted object && object.memory().hasTaken(version);
        return isTaken
                ? Result.end(Kind.EQUAL, new ReplicaReply.Kept(Usage.NONE, present.replicas()))
                : Optional.empty();
    }

    private Optional<Result> newerCopy() {
        return isSameObject() ? Optional.of(Result.of(Kind.TAKE)) : Optional.empty();
    }

    private Optional<Result> unmetCondition() {
        if (!(change instanceof Wire.Put put)) {
            return Optional.empty();
        }
        if (put.condition() == Wire.Condition.IF_PRESENT && header().isEmpty()) {
            return Result.end(Kind.ABSENT, new ReplicaReply.Absent());
        }
        return put.condition() == Wire.Condition.IF_ABSENT && header().isPresent()
                ? Result.refused(Kind.OCCUPIED, Refusal.Reason.OCCUPIED, "the key is taken")
                : Optional.empty();
    }

    private Optional<Result> superseded() {
        if (held instanceof Content.Gone gone) {
            boolean isCopy = change instanceof Wire.Copy;
            Version edge = isCopy ? gone.lineage().orElse(gone.version()) : gone.version();
            return lineage().isNewerThan(edge) ? Optional.empty() : supersededBy(gone);
        }
        return header().filter(present -> present.lineage().isNewerThan(lineage()))
                .flatMap(present -> Result.end(Kind.SUPERSEDED, new ReplicaReply.Superseded(present.replicas())));
    }

    private Optional<Result> supersededBy(Content.Gone gone) {
        if (change instanceof Wire.Remove) {
            // What is not there is absent, however old the remove.
            return Result.end(Kind.SUPERSEDED, new ReplicaReply.Absent());
        }
        boolean isIfAbsent = change instanceof Wire.Put put && put.condition() == Wire.Condition.IF_ABSENT;
        return isIfAbsent
                ? Result.refused(
                        Kind.BEHIND,
                        Refusal.Reason.BEHIND,
                        "version " + change.version().clock() + " is not newer than "
                                + gone.version().clock() + ", which is gone")
                : Result.end(Kind.SUPERSEDED, new ReplicaReply.Superseded(0));
    }

    /** Of what would be asked on, and may have been: a put that nobody is asked on replaces, and does so once. */
    private Optional<Result> tooOld() {
        boolean isTooOld = change instanceof Wire.Put
                && held instanceof Content.Hosted object
                && asksOnUpdate(object)
                && object.memory().mayHaveForgotten(change.version());
        return isTooOld
                ? Result.refused(
                        Kind.TOO_OLD, Refusal.Reason.TOO_OLD, "the update is so old that it may have run before")
                : Optional.empty();
    }

    private Optional<Result> replayed() {
        Optional<Refusal> refusal = held instanceof Content.Gone gone
                ? SerialRule.replayed(change, gone.author(), gone.serial())
                : header().flatMap(present -> SerialRule.replayed(change, present));
        return refusal.flatMap(why -> Result.refused(Kind.REPLAYED, why));
    }

    /** Where no handler decides, only the writer changes its object. */
    private Optional<Result> stranger() {
        if (!(held instanceof Content.Hosted object)) {
            return Optional.empty();
        }
        boolean isRemove = change instanceof Wire.Remove;
        boolean isDecided = isRemove ? object.handlesOnRemove() : object.handlesOnUpdate();
        String writer = writer();
        if (isDecided || isSameObject() || writer.equals(object.header().writer())) {
            return Optional.empty();
        }
        return Result.refused(
                Kind.STRANGER,
                Refusal.Reason.NO_HANDLER,
                "the object has no handler for it and \"" + writer + "\" may not " + (isRemove ? "remove" : "replace")
                        + " what \"" + object.header().writer() + "\" put");
    }

    private Optional<Result> overQuota(Room room) {
        if (held instanceof Content.Hosted) {
            return Optional.empty();
        }
        Optional<Charge> replaced = held instanceof Content.Plain plain
                ? Optional.of(new Charge(plain.header().writer(), plain.bytes()))
                : Optional.empty();
        return room.refusal(HeldBytes.charge(change), replaced)
                .flatMap(why -> Result.refused(Kind.OVER_QUOTA, Refusal.Reason.QUOTA, why));
    }

    private Result goesOn() {
        if (held instanceof Content.Hosted object && asksOnUpdate(object)) {
            return Result.of(Kind.ASK);
        }
        return Result.of(header().isPresent() ? Kind.REPLACE : Kind.STORE);
    }

    private static boolean asksOnUpdate(Content.Hosted object) {
        return object.handlesOnUpdate() && !object.isSetAside();
    }

    /** The lineage of what the change brings or ends. */
    private Version lineage() {
        return change instanceof Wire.Copy copy ? copy.image().header().lineage() : change.version();
    }

    private boolean isNewerThanVersion() {
        return header().filter(present -> change.version().isNewerThan(present.version()))
                .isPresent();
    }

    private Optional<Header> header() {
        if (held instanceof Content.Plain plain) {
            return Optional.of(plain.header());
        }
        return held instanceof Content.Hosted object ? Optional.of(object.header()) : Optional.empty();
    }

    /** Whether the change is a copy of the object that is held, of whatever version. */
    private boolean isSameObject() {
        return change instanceof Wire.Copy copy
                && header().isPresent()
                && copy.image().header().lineage().equals(header().get().lineage());
    }

    private String writer() {
        return change instanceof Wire.Copy copy
                ? copy.image().header().writer()
                : change.caller().writer();
    }
}
