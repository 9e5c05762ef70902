package org.cometkv.actors.wire;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * Everything one node sends to another. Only this and what it contains is serialised.
 *
 * <p>Requests carry a number that is the sender's own; the reply carries it back.
 */
public sealed interface Wire {

    /** The protocol this node speaks; a node that greets with another is refused. */
    int PROTOCOL = 2;

    /** Most items in one frame: more than the requests that may be in flight to one peer. */
    int ITEMS_MAX = 8_192;

    /** Most bytes of a script in a message. */
    int SCRIPT_BYTES_MAX = 128 * 1_024;

    /** Most bytes of an object's state in a message. */
    int STATE_BYTES_MAX = 2 * 1_024 * 1_024;

    /** Most bytes of a position in a stream. */
    int POSITION_BYTES_MAX = 100;

    /** Most leases that are renewed in one message. */
    int LEASES_MAX = 4_096;

    /** Room for all that a message carries beside a script and a value or state: key, caller, signature and grant. */
    int ENVELOPE_BYTES = 16 * 1_024;

    /**
     * What travels: items that waited for the same peer, in the order they were sent.
     *
     * @param clock the sender's hybrid clock, so that what a peer does next is newer than what it was told of
     * @param size bytes of the items, as either side counts them: the sender what they take alone, the receiver what
     *     came; not sent
     */
    record Frame(Contact from, long clock, List<Item> items, int size) implements Wire, GatewayMessage {
        public Frame {
            items = List.copyOf(items);
        }
    }

    /** One message within a frame. */
    sealed interface Item extends Wire {}

    /**
     * A node's greeting: it may own keys from now on.
     *
     * @param incarnation of the node that greets, as the members are told it: a greeting of an earlier life at the same
     *     address, under the same id, is not that of the member
     * @param hostsObjects whether it owns keys at all
     * @param limits what it lets an object cost, by its own settings
     * @param inForce the lowest of those of all owners, from a node that is ready and knows any
     * @param isAnswer whether it answers a greeting; one that does not is answered
     */
    record Hello(
            int protocol,
            long incarnation,
            boolean hostsObjects,
            Limits limits,
            Optional<Limits> inForce,
            boolean isAnswer)
            implements Item {}

    /**
     * The announcement of a node that it leaves: it goes on serving gets, and owns no changes any more. It comes again
     * until it is answered.
     *
     * @param incarnation of the node that leaves
     * @param isAnswer whether it goes back to that node, from one that knows it now
     */
    record Leaving(long incarnation, boolean isAnswer) implements Item {}

    /** An item that wants a {@link Reply} with its number. */
    sealed interface Request extends Item {
        long id();

        /** What it is about. */
        Key key();

        /** Whether it passes by the rate of the object, so that whoever looks after a flooded one hears of it. */
        default boolean isUrgent() {
            return false;
        }
    }

    /** A request to what is stored under a key. */
    sealed interface ObjectRequest extends Request {

        /** Who asks, as the node that accepted the request saw it. */
        Caller caller();
    }

    /** A request that changes what is stored, in the order of versions. */
    sealed interface Change extends ObjectRequest {
        Version version();

        /** Whom it is sent to, and until when it may begin. */
        default Terms terms() {
            return Terms.NONE;
        }

        /** The same change, so many milliseconds later: it may wait that much less. */
        default Change after(long passedMillis) {
            return this;
        }

        /** Its author's word for what it brings, or for the remove. */
        Optional<ObjectSignature> signature();

        /** The last serial that the author signed for it; 0 for what is unsigned. */
        default long serial() {
            return signature().map(ObjectSignature::serial).orElse(0L);
        }

        /** Whether it brings a value that needs no actor. */
        default boolean isPassive() {
            return false;
        }
    }

    /** What an owner does before it answers a get. */
    enum Read {
        /** It settles the key if it is not the first owner: the asker passed by the first one. */
        FIRST,
        /** It settles the key if it is not the first owner and holds something: those before it hold nothing. */
        AFTER_ABSENT,
        /** It answers with its own replica. */
        OWN,
        /** It settles the key, whatever it knows of it. */
        SETTLED
    }

    /** Asks an object. Replies: Answered, Absent, Refused, Failed, Working. */
    record Get(long id, Key key, Caller caller, Value request, Read read) implements ObjectRequest {

        /** Asks a replica for its own answer. */
        public Get(long id, Key key, Caller caller, Value request) {
            this(id, key, caller, request, Read.OWN);
        }
    }

    /** When a put applies. */
    enum Condition {
        ALWAYS,
        /** Only where the key is empty. */
        IF_ABSENT,
        /** Only where the key is occupied. */
        IF_PRESENT
    }

    /** Puts an object or a value. Replies: Stored, Kept, Superseded, Absent, Refused, Failed, Working. */
    record Put(
            long id,
            Key key,
            Version version,
            Caller caller,
            Script script,
            Value.Table fields,
            Condition condition,
            Optional<ObjectSignature> signature,
            Terms terms)
            implements Change {

        /** A put without terms. */
        public Put(
                long id,
                Key key,
                Version version,
                Caller caller,
                Script script,
                Value.Table fields,
                Condition condition,
                Optional<ObjectSignature> signature) {
            this(id, key, version, caller, script, fields, condition, signature, Terms.NONE);
        }

        /** An unsigned put without terms. */
        public Put(
                long id,
                Key key,
                Version version,
                Caller caller,
                Script script,
                Value.Table fields,
                Condition condition) {
            this(id, key, version, caller, script, fields, condition, Optional.empty());
        }

        @Override
        public Put after(long passedMillis) {
            Terms left = terms.after(passedMillis);
            return new Put(id, key, version, caller, script, fields, condition, signature, left);
        }

        @Override
        public boolean isPassive() {
            return script.isEmpty();
        }

        /** The value of a put without a script. */
        public Value value() {
            return fields.get("value");
        }
    }

    /** Removes an object. Replies: Removed, Superseded, Absent, Refused, Failed, Working. */
    record Remove(
            long id,
            Key key,
            Version version,
            Caller caller,
            Value request,
            Optional<ObjectSignature> signature,
            Terms terms)
            implements Change {

        /** A remove without terms. */
        public Remove(
                long id, Key key, Version version, Caller caller, Value request, Optional<ObjectSignature> signature) {
            this(id, key, version, caller, request, signature, Terms.NONE);
        }

        /** An unsigned remove without terms. */
        public Remove(long id, Key key, Version version, Caller caller, Value request) {
            this(id, key, version, caller, request, Optional.empty());
        }

        @Override
        public Remove after(long passedMillis) {
            return new Remove(id, key, version, caller, request, signature, terms.after(passedMillis));
        }
    }

    /** Hands over a copy of an object. Replies: Stored, Held, Kept, Refused, Failed, Working. */
    record Copy(long id, Caller caller, Image image) implements Change {
        @Override
        public Key key() {
            return image.header().key();
        }

        @Override
        public Version version() {
            return image.header().version();
        }

        @Override
        public Optional<ObjectSignature> signature() {
            return image.header().signature();
        }

        @Override
        public long serial() {
            return image.header().serial();
        }
    }

    /** A request of one owner to another that keeps the replicas of a key alike; no handler decides on it. */
    sealed interface Upkeep extends Request {
        @Override
        default boolean isUrgent() {
            return true;
        }

        /** Whether no request of an application waits for it: it has a window of its own and is refused first. */
        default boolean isOfRepair() {
            return this instanceof Transfer || this instanceof CompareRanges || this instanceof CompareKeys;
        }
    }

    /** Asks what is held under a key, in brief. Replies: Compared. */
    record Compare(long id, Key key) implements Upkeep {}

    /** Asks for all that is held under a key. Replies: Fetched. */
    record Fetch(long id, Key key) implements Upkeep {}

    /**
     * Hands over what is held under a key to a node that holds less. Replies: Compared, with what is held after that.
     */
    record Transfer(long id, KeyContent content) implements Upkeep {
        @Override
        public Key key() {
            return content.key();
        }
    }

    /**
     * Asks whether the sender and this node hold the same under all keys that both own. Replies: RangesCompared.
     *
     * @param from the sender
     * @param view a hash of the nodes that the sender knows: with others the answer would mean nothing
     * @param digest of all that the sender holds of those keys
     */
    record CompareRanges(long id, NodeId from, long view, long digest) implements Upkeep {
        @Override
        public Key key() {
            return RangeDigest.firstKey(0);
        }
    }

    /**
     * Asks for the digests of the keys of one range that the sender and this node own. Replies: KeysCompared.
     *
     * @param from the sender
     */
    record CompareKeys(long id, NodeId from, int range) implements Upkeep {
        @Override
        public Key key() {
            return RangeDigest.firstKey(range);
        }
    }

    /** What its coordinator says of a change after its end. */
    enum Resolution {
        /** It was refused: whoever took it gives way. */
        RETRACTED,
        /** It was acknowledged, though this owner refused it: the owner is behind. */
        OVERRULED,
        /** It was acknowledged: the put of an empty key stands. */
        CONFIRMED,
        /** This owner took it and another one did not answer in time: the owner compares the key with all of them. */
        UNEVEN,
        /** Its time ended before it was acknowledged or refused: it may stay, and may be dropped. */
        LAPSED
    }

    /** Tells an owner how the change of that version ended. Replies: Resolved. */
    record Resolve(long id, Key key, Version version, Resolution resolution) implements Upkeep {}

    /** Asks for the nodes closest to a key. Replies: Nodes. */
    record FindNode(long id, Key key) implements Request {}

    /** Asks how an object stands on that node. Replies: Status, Absent, Refused. */
    record Stat(long id, Key key, Caller caller) implements ObjectRequest {
        @Override
        public boolean isUrgent() {
            return true;
        }
    }

    /** Releases an object that is set aside, for an operator. Replies: Status, Absent, Refused. */
    record Release(long id, Key key, Caller caller) implements ObjectRequest {
        @Override
        public boolean isUrgent() {
            return true;
        }
    }

    /**
     * Subscribes the caller's node to an object. Replies: Subscribed, Redirected, Absent, Refused, Failed, Working.
     *
     * @param position where its subscriber was before; empty if it is new
     */
    record Subscribe(long id, Key key, Caller caller, Value request, String position) implements ObjectRequest {}

    /**
     * A subscription of one node to one stream, which ends if it is not renewed.
     *
     * @param seen the number of the last message that the node took
     * @param subscribers how many the node has
     */
    record Lease(StreamId stream, long seen, int subscribers) {}

    /**
     * Renews the subscriptions of the sender to streams of this node. Replies: Renewed.
     *
     * @param from the sender
     */
    record Renew(long id, NodeId from, List<Lease> leases) implements Request {
        public Renew {
            leases = List.copyOf(leases);
        }

        @Override
        public Key key() {
            return RangeDigest.firstKey(0);
        }

        @Override
        public boolean isUrgent() {
            return true;
        }
    }

    /**
     * Messages of a stream, for all subscribers of one node.
     *
     * @param omitted how many before the first one were left out because that node took too long
     */
    record Deliver(Key key, StreamId stream, long omitted, List<StreamMessage> messages) implements Item {
        public Deliver {
            messages = List.copyOf(messages);
        }
    }

    /** Tells a node with subscribers that the stream has ended. */
    record StreamEnded(Key key, StreamId stream, StreamCause cause) implements Item {}

    /**
     * Tells the node of a stream how far the sender's subscribers are, so that more may be sent.
     *
     * @param subscribers how many there are; none ends the subscription of the sender
     */
    record Credit(StreamId stream, long seen, int subscribers) implements Item {}

    /** The reply to the request of that number. */
    record Reply(long id, ReplicaReply body) implements Item {}

    /**
     * One refusal for many requests at once.
     *
     * @param key what all of them are about: whoever is told refuses what is about it by itself for that long. Empty:
     *     whatever is asked of this node
     * @param ids the numbers of the requests that got this far
     */
    record Refusals(Optional<Key> key, Refusal refusal, List<Long> ids) implements Item {
        public Refusals {
            ids = List.copyOf(ids);
        }
    }

    /**
     * A part of a request or reply that is too large for a frame. Parts are sent in order, and one message after the
     * other.
     *
     * @param isReply whether it belongs to a reply
     * @param id the number of the request, or of the request that is replied to
     * @param total bytes of the whole message
     * @param offset bytes of it before this part
     */
    record Part(boolean isReply, long id, int total, int offset, Value.Bytes bytes) implements Item {}

    /**
     * Stands for an item that this node could not read, among those of its frame that it could. Made by the decoder,
     * never sent.
     *
     * @param id the number of the request, if somebody waits
     */
    record Unread(Waiting waiting, long id, Refusal why) implements Item {}
}
