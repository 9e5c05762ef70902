package org.cometkv.actors.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;

/**
 * The messages that peers send in parts, until they are whole.
 *
 * <p>What a first part declares is checked against the bound of a message, of messages of one peer and of bytes of all
 * of them; memory is taken for what has come only. All strangers count as one peer there, or a few of their first parts
 * would leave no room for those of members. Not thread-safe; owned by the Gateway.
 */
final class Reassembly {

    private static final long RETRY_MILLIS = 10;

    /** A message on its way: of which peer, and by which number. */
    record Id(Contact from, boolean isReply, long id) {}

    /** A message that will not be whole. */
    record Broken(Id id, Refusal why) {}

    /** What a part led to: the whole message, the end of it, or neither. */
    record Step(Optional<byte[]> whole, Optional<Broken> broken, boolean isStray) {
        static final Step WAIT = new Step(Optional.empty(), Optional.empty(), false);
        static final Step STRAY = new Step(Optional.empty(), Optional.empty(), true);
    }

    /** Whose messages are counted together: those of a member, or of all strangers. */
    private record Sender(Optional<Contact> member) {
        static final Sender STRANGER = new Sender(Optional.empty());
    }

    private static final class Assembly {
        final Sender sender;
        final int total;
        final long deadlineMillis;
        final List<Value.Bytes> parts = new ArrayList<>();
        int received;

        Assembly(Sender sender, int total, long deadlineMillis) {
            this.sender = sender;
            this.total = total;
            this.deadlineMillis = deadlineMillis;
        }

        byte[] whole() {
            byte[] whole = new byte[total];
            int at = 0;
            for (Value.Bytes part : parts) {
                System.arraycopy(part.array(), 0, whole, at, part.length());
                at += part.length();
            }
            return whole;
        }
    }

    private final PeerSettings.Bodies settings;
    /** The oldest first: all have the same time. */
    private final Map<Id, Assembly> open = new LinkedHashMap<>();

    private final Map<Sender, Integer> openOf = new HashMap<>();
    private long openBytes;

    Reassembly(PeerSettings.Bodies settings) {
        this.settings = settings;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** When the next message is given up. */
    long nextDue() {
        return open.isEmpty() ? DeadlineTask.NEVER : open.values().iterator().next().deadlineMillis;
    }

    /** Bytes that the open messages will have. */
    long openBytes() {
        return openBytes;
    }

    Step take(Contact from, boolean isMember, Wire.Part part, long nowMillis) {
        Id id = new Id(from, part.isReply(), part.id());
        Assembly assembly = open.get(id);
        if (part.offset() == 0) {
            if (assembly != null) {
                close(id);
            }
            Sender sender = isMember ? new Sender(Optional.of(from)) : Sender.STRANGER;
            Optional<Refusal> refusal = refusal(sender, part.total());
            if (refusal.isPresent()) {
                return broken(id, refusal.get());
            }
            assembly = open(id, sender, part.total(), nowMillis);
        }
        if (assembly == null) {
            // What it belongs to was refused or given up, and whoever waits for it was told.
            return Step.STRAY;
        }
        int length = part.bytes().length();
        if (part.total() != assembly.total
                || part.offset() != assembly.received
                || length == 0
                || length > assembly.total - assembly.received) {
            close(id);
            return broken(id, Refusal.retry(Refusal.Reason.BUSY, "a part of the message was lost", RETRY_MILLIS));
        }
        assembly.parts.add(part.bytes());
        assembly.received += length;
        if (assembly.received < assembly.total) {
            return Step.WAIT;
        }
        close(id);
        return new Step(Optional.of(assembly.whole()), Optional.empty(), false);
    }

    /** Drops the message that this part begins or goes on with; false if it does neither. */
    boolean drop(Contact from, Wire.Part part) {
        Id id = new Id(from, part.isReply(), part.id());
        if (!open.containsKey(id)) {
            return part.offset() == 0;
        }
        close(id);
        return true;
    }

    /** Gives up those whose time is over, at most so many. */
    List<Broken> overdue(long nowMillis, int limit) {
        List<Broken> overdue = new ArrayList<>();
        while (!open.isEmpty() && overdue.size() < limit) {
            Map.Entry<Id, Assembly> oldest = open.entrySet().iterator().next();
            if (nowMillis < oldest.getValue().deadlineMillis) {
                break;
            }
            overdue.add(new Broken(
                    oldest.getKey(),
                    Refusal.retry(
                            Refusal.Reason.BUSY,
                            "the rest of the message did not come within "
                                    + settings.timeout().toMillis() + " ms",
                            RETRY_MILLIS)));
            close(oldest.getKey());
        }
        return overdue;
    }

    /** The peer is gone, and with it what it has begun. */
    void forget(Contact from) {
        List<Id> its =
                open.keySet().stream().filter(id -> id.from().equals(from)).toList();
        its.forEach(this::close);
    }

    private Optional<Refusal> refusal(Sender sender, int total) {
        if (total < 1 || total > settings.bytesMax()) {
            return Optional.of(Refusal.of(
                    Refusal.Reason.INVALID,
                    "the message has " + Integer.toUnsignedString(total) + " bytes; the limit is " + settings.bytesMax()
                            + " bytes"));
        }
        if (openOf.getOrDefault(sender, 0) >= settings.openMax()) {
            return Optional.of(Refusal.retry(
                    Refusal.Reason.BUSY,
                    "the node has " + settings.openMax() + " messages in parts under way",
                    RETRY_MILLIS));
        }
        return openBytes + total > settings.openBytesMax()
                ? Optional.of(Refusal.retry(
                        Refusal.Reason.BUSY,
                        "messages of " + openBytes + " bytes are under way to this node in parts; the limit is "
                                + settings.openBytesMax() + " bytes",
                        RETRY_MILLIS))
                : Optional.empty();
    }

    private static Step broken(Id id, Refusal why) {
        return new Step(Optional.empty(), Optional.of(new Broken(id, why)), false);
    }

    private Assembly open(Id id, Sender sender, int total, long nowMillis) {
        Assembly assembly =
                new Assembly(sender, total, nowMillis + settings.timeout().toMillis());
        open.put(id, assembly);
        openOf.merge(sender, 1, Integer::sum);
        openBytes += total;
        return assembly;
    }

    private void close(Id id) {
        Assembly closed = open.remove(id);
        openBytes -= closed.total;
        openOf.computeIfPresent(closed.sender, (sender, count) -> count == 1 ? null : count - 1);
    }
}
