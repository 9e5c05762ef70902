package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.authorization.SerialRule;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
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
     *   EQUAL                                  same version  same version; copy: same lineage and not newer
     *   ABSENT         put if present
     *   OCCUPIED                               put if absent
     *   OLDER                      not newer than what is or was here
     *   REPLAYED                   signed no later than what is or was here
     *   STRANGER                                             another writer, and no handler that decides
     *   OVER_QUOTA     no room for the put or copy           (looked for when it is stored)
     *   ASK                                                  its handler decides
     *   otherwise      STORE       STORE       REPLACE       REPLACE; a remove: REMOVE
     */

    /** The content of a key. */
    public sealed interface Content {

        record Nothing() implements Content {}

        /** A tombstone: the serial is the last one seen of the author, if it had one. */
        record Gone(Version version, Optional<Identity> author, long serial) implements Content {}

        /** A plain value of so many bytes. */
        record Plain(Header header, int bytes) implements Content {}

        /** A hosted object; none of its handlers decides while it is set aside. */
        record Hosted(Header header, boolean handlesOnUpdate, boolean handlesOnRemove, boolean isSetAside)
                implements Content {}
    }

    /** The kind of a result. Those up to OVER_QUOTA come with a reply and end the change. */
    public enum Kind {
        EXPIRED,
        UNSCRIPTED,
        EQUAL,
        ABSENT,
        OCCUPIED,
        OLDER,
        REPLAYED,
        STRANGER,
        OVER_QUOTA,
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

        /** Why there is no room for so many bytes in place of others; empty if there is. */
        Optional<String> refusal(int bytes, boolean isNew, int replacedBytes);
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
        return of(held, change, wallMillis, (bytes, isNew, replaced) -> Optional.empty());
    }

    private Result ofRemove() {
        Optional<Result> end = older().or(this::replayed).or(this::stranger);
        if (end.isPresent()) {
            // What is not there is absent, however old the remove.
            return header().isPresent()
                    ? end.get()
                    : new Result(end.get().kind(), Optional.of(new ReplicaReply.Absent()));
        }
        return held instanceof Content.Hosted object && object.handlesOnRemove() && !object.isSetAside()
                ? Result.of(Kind.ASK)
                : Result.of(Kind.REMOVE);
    }

    private Optional<Result> ofArrival(long wallMillis) {
        return uncopyable(wallMillis)
                .or(this::equal)
                .or(this::unmetCondition)
                .or(this::older)
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

    private Optional<Result> equal() {
        Optional<Header> present = header();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        boolean isCopyOfObject = change instanceof Wire.Copy && held instanceof Content.Hosted;
        boolean isEqual = isCopyOfObject
                ? isSameObject() && !change.version().isNewerThan(present.get().version())
                : change.version().equals(present.get().version());
        if (!isEqual) {
            return Optional.empty();
        }
        return Result.end(
                Kind.EQUAL,
                change instanceof Wire.Copy ? new ReplicaReply.Held() : new ReplicaReply.Stored(Usage.NONE));
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

    private Optional<Result> older() {
        Optional<Version> version =
                held instanceof Content.Gone gone ? Optional.of(gone.version()) : header().map(Header::version);
        return version.flatMap(change::refusalOver).flatMap(refusal -> Result.refused(Kind.OLDER, refusal));
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
        int replaced = held instanceof Content.Plain plain ? plain.bytes() : 0;
        return room.refusal(WireSize.of(change), header().isEmpty(), replaced)
                .flatMap(why -> Result.refused(Kind.OVER_QUOTA, Refusal.Reason.QUOTA, why));
    }

    private Result goesOn() {
        if (held instanceof Content.Hosted object && object.handlesOnUpdate() && !object.isSetAside()) {
            return Result.of(Kind.ASK);
        }
        return Result.of(header().isPresent() ? Kind.REPLACE : Kind.STORE);
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
