package org.cometkv.actors.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A reply of one node to one request. */
public sealed interface ReplicaReply {

    /** Whether the node has too much to do; another one may have less. */
    default boolean isBusy() {
        return this instanceof Refused refused && refused.refusal().reason() == Refusal.Reason.BUSY;
    }

    /** Whether another node should be asked: this one holds nothing, or does not take part. */
    default boolean isNotHere() {
        return this instanceof Absent
                || this instanceof Refused refused && refused.refusal().reason() == Refusal.Reason.NOT_READY;
    }

    /** How many owners there should be of what the reply is about; 0 if it does not tell. */
    default int replicas() {
        return 0;
    }

    /** A refusal of a request that no part of this node knows. */
    static ReplicaReply unknown(Wire.Request request) {
        return new Refused(Refusal.of(
                Refusal.Reason.UNKNOWN,
                "this node knows no " + request.getClass().getSimpleName()));
    }

    /** The object's answer to a get; nil is "empty". */
    record Answered(Value value, Version version, Usage usage) implements ReplicaReply {}

    /** The node holds no such object. */
    record Absent() implements ReplicaReply {}

    /**
     * The newcomer of a put is stored here.
     *
     * @param replicas how many owners it should have; 0 if it is not told
     */
    record Stored(Usage usage, int replicas) implements ReplicaReply {

        /** A reply that does not tell how many owners there are. */
        public Stored(Usage usage) {
            this(usage, 0);
        }
    }

    /**
     * The object here took the put and stays.
     *
     * @param replicas how many owners it should have; 0 if it is not told
     * @param reach of the messages that it sent for it
     */
    record Kept(Usage usage, int replicas, Reach reach) implements ReplicaReply {

        /** A reply of an object that sent no messages. */
        public Kept(Usage usage, int replicas) {
            this(usage, replicas, Reach.NONE);
        }

        /** A reply that does not tell how many owners there are. */
        public Kept(Usage usage) {
            this(usage, 0);
        }
    }

    /**
     * The object here is gone.
     *
     * @param replicas how many owners it should have had; 0 if it is not told
     */
    record Removed(Usage usage, int replicas) implements ReplicaReply {

        /** A reply that does not tell how many owners there are. */
        public Removed(Usage usage) {
            this(usage, 0);
        }
    }

    /**
     * The content held here is newer than the change, which counts as taken and had no effect.
     *
     * @param replicas how many owners there should be of what is held; 0 if it is not told
     */
    record Superseded(int replicas) implements ReplicaReply {}

    /** What is held here under the key. */
    record Compared(KeyDigest digest) implements ReplicaReply {}

    /** All that is held here under the key; empty if that is nothing. */
    record Fetched(Optional<KeyContent> content) implements ReplicaReply {}

    /** How a comparison of all ranges ended. */
    enum RangesMatch {
        /** Both hold the same. */
        EQUAL,
        /** They do not. */
        DIFFERENT,
        /** They know other nodes: ask again. */
        OTHER_VIEW
    }

    /**
     * The comparison of what this node holds with what the sender does.
     *
     * @param digests of this node, where they differ: those of ranges in which it holds something
     */
    record RangesCompared(RangesMatch match, List<RangeDigest> digests) implements ReplicaReply {
        public RangesCompared {
            digests = List.copyOf(digests);
        }
    }

    /** A key and a hash of what is held under it. */
    record KeyHash(Key key, long hash) {

        /** Bytes of one on the wire. */
        public static final int BYTES = 40;
    }

    /** What this node holds in a range, of the keys that it and the sender own. */
    record KeysCompared(List<KeyHash> keys) implements ReplicaReply {

        /** Most keys of one reply; what is more is compared in a later round. */
        public static final int KEYS_MAX = 8_192;

        public KeysCompared {
            keys = List.copyOf(keys);
        }
    }

    /** The owner knows how the change ended. */
    record Resolved() implements ReplicaReply {}

    /** A copy that is not newer than what is held: nothing changed. */
    record Held() implements ReplicaReply {}

    /** Nothing was done. */
    record Refused(Refusal refusal, Usage usage) implements ReplicaReply {

        /** A refusal without a handler's run. */
        public Refused(Refusal refusal) {
            this(refusal, Usage.NONE);
        }
    }

    /** The handler or script went wrong; nothing changed. */
    record Failed(Failure failure, Usage usage) implements ReplicaReply {

        /** A bug of this node struck; its log has more. */
        public static final Failed INTERNAL = new Failed(Failure.script("internal error"), Usage.NONE);
    }

    /** The request is being worked on: the asker waits on and asks no one else. */
    record Working() implements ReplicaReply {}

    /**
     * How the object here stands.
     *
     * @param bytes as it was put, about
     * @param log of its handlers, oldest line first
     */
    record Status(
            Header header, int bytes, Standing standing, Totals totals, Optional<String> lastError, List<String> log)
            implements ReplicaReply {
        public Status {
            log = List.copyOf(log);
        }
    }

    /** What became of the place at which a subscriber was before. */
    enum Recovery {
        /** It is new. */
        NEW,
        /** It goes on there: whatever it missed comes with the reply. */
        RECOVERED,
        /** It missed what is not known here any more. */
        GAP,
        /** The place is none in a stream of this object. */
        UNKNOWN
    }

    /**
     * The node is subscribed from now on.
     *
     * @param number of the last message before
     * @param digest of that message, or of the changes before it
     * @param answer of the object's handler
     * @param missing how many messages the subscriber missed, where that is known
     * @param missed those that it missed, if it is recovered
     */
    record Subscribed(
            StreamId stream,
            long number,
            long digest,
            Value answer,
            Recovery recovery,
            OptionalLong missing,
            List<StreamMessage> missed,
            Usage usage)
            implements ReplicaReply {
        public Subscribed {
            missed = List.copyOf(missed);
        }
    }

    /** The object sends its subscriber to another one. */
    record Redirected(Key key, Usage usage) implements ReplicaReply {}

    /**
     * The subscriptions of the sender are renewed.
     *
     * @param sent of each stream the number of the last message that was sent to it, in the order of the request;
     *     {@link #UNKNOWN} where this node does not know the stream or the subscriber any more
     */
    record Renewed(List<Long> sent) implements ReplicaReply {

        /** Stands for a stream that is not known. */
        public static final long UNKNOWN = Long.MAX_VALUE;

        public Renewed {
            sent = List.copyOf(sent);
        }
    }

    /** The nodes closest to the key that was asked for. */
    record Nodes(List<Contact> contacts) implements ReplicaReply {
        public Nodes {
            contacts = List.copyOf(contacts);
        }
    }
}
