package org.cometkv.aso;

import java.util.List;
import java.util.Optional;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * What a handler asks the host to do. Recorded during the event, performed after it ended well, dropped if it did not.
 */
public sealed interface Effect {

    /** Give these nodes a copy of this object. */
    record PutSelf(List<NodeId> nodes) implements Effect {
        public PutSelf {
            nodes = List.copyOf(nodes);
        }
    }

    /** An ordinary put of a passive value, at the owners of the key or at these nodes. */
    record Put(Key key, Value value, Optional<List<NodeId>> nodes) implements Effect {}

    /** A new object with this script and these fields under another key. */
    record Spawn(Key key, Value.Table fields, Optional<List<NodeId>> nodes) implements Effect {}

    /** An answer to whoever handed the inbox over. */
    record Answer(Inbox inbox, Value value) implements Effect {}

    /**
     * A message to all present subscribers of this replica.
     *
     * @param conflate the key under which a later message may take the place of this one
     * @param tags of which a subscriber that filters wants one
     */
    record Publish(Value value, Optional<String> conflate, List<String> tags) implements Effect {

        /** Most bytes of a conflation key. */
        public static final int CONFLATE_BYTES_MAX = 256;

        public Publish {
            tags = List.copyOf(tags);
        }

        /** A message without a conflation key and tags. */
        public Publish(Value value) {
            this(value, Optional.empty(), List.of());
        }
    }

    /** This replica ends. */
    record DeleteSelf() implements Effect {}

    /** A one-shot timer of this name fires after the delay; it replaces one of the same name. */
    record After(String name, long delayMillis) implements Effect {}

    /** The one-shot timer of this name is taken back. */
    record Cancel(String name) implements Effect {}
}
