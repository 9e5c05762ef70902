package org.cometkv.actors;

/** The figures that a node gives of itself, {@link Comet#metrics}. Their names are stable. */
public enum Metric {
    /** Keys under which this node holds something: objects, values and what is left of removed ones. */
    KEYS_HELD("comet.keys.held", false),
    /** Objects here that run. */
    OBJECTS_AWAKE("comet.objects.awake", false),
    /** Objects here that sleep until they are asked or due, and what is on the disk alone. */
    OBJECTS_ASLEEP("comet.objects.asleep", false),
    /** Objects here that share a small part of the node's time, because they break limits. */
    OBJECTS_SLOWED("comet.objects.slowed", false),
    /** Objects here of which no handler runs until they are released, replaced or removed. */
    OBJECTS_SET_ASIDE("comet.objects.set.aside", false),
    /** Events of objects here that wait for an answer; at most {@code comet.requests.waiting-max}. */
    EVENTS_WAITING("comet.events.waiting", false),
    /** Bytes that these events hold, about; at most {@code comet.requests.waiting-bytes-max}. */
    EVENTS_WAITING_BYTES("comet.events.waiting.bytes", false),
    /** Keys whose content is not on the disk of this node as it holds it; 0 without a data directory. */
    STORAGE_UNSAVED("comet.storage.unsaved", false),
    /** How many milliseconds ago the first of them was changed; {@code comet.storage.unsaved-max} bounds it. */
    STORAGE_UNSAVED_AGE("comet.storage.unsaved.age", false),
    /** Bytes that the data directory takes, about. */
    STORAGE_BYTES("comet.storage.bytes", false),
    /** Nodes that may own keys, as this node sees them, itself counted. */
    NODES_OWNERS("comet.nodes.owners", false),
    /** Of those, the ones that do not answer at the moment. */
    NODES_SUSPECT("comet.nodes.suspect", false),
    /** 1 if this node knows the members of its cluster and takes part, 0 before. */
    NODE_READY("comet.node.ready", false),
    /** 1 if this node is in the minority of its cluster and refuses changes, else 0. */
    NODE_MINORITY("comet.node.minority", false),
    /** Changes of what this node knows of the others, its own pauses among them: each begins an epoch. */
    EPOCHS("comet.epochs", true),
    /** Listeners of applications, {@link Comet#watch}; at most {@code comet.members.listeners-max}. */
    LISTENERS("comet.listeners", false),
    /** Gets that applications of this node began. */
    GETS("comet.gets", true),
    /** Puts that applications of this node began, updates left out. */
    PUTS("comet.puts", true),
    /** Updates that applications of this node began. */
    UPDATES("comet.updates", true),
    /** Removes that applications of this node began. */
    REMOVES("comet.removes", true),
    /** Requests of applications of this node that ended refused. */
    REQUESTS_REFUSED("comet.requests.refused", true),
    /** Requests of applications of this node that ended failed: a script or handler went wrong. */
    REQUESTS_FAILED("comet.requests.failed", true),
    /** Requests of applications of this node that ended with a {@link CometException}. */
    REQUESTS_BROKEN("comet.requests.broken", true),
    /** Messages of changes that this node sent once more: their owner was busy, silent, or saw others as owners. */
    CHANGES_RESENT("comet.changes.resent", true),
    /** Changes that this node repeated with a newer version, because its clock was behind. */
    CHANGES_REPEATED("comet.changes.repeated", true),
    /** Refused changes, and failed puts of empty keys, that this node took back where they were stored. */
    CHANGES_RETRACTED("comet.changes.retracted", true),
    /** Subscriptions of applications of this node; at most {@code comet.subscriptions.subscribers-max}. */
    SUBSCRIBERS("comet.subscribers", false),
    /** Objects here that nodes subscribe to. */
    STREAMS("comet.streams", false),
    /** Messages that objects here published to subscribers or kept for them. */
    MESSAGES_PUBLISHED("comet.messages.published", true),
    /** Messages that were handed to subscribers of this node. */
    MESSAGES_DELIVERED("comet.messages.delivered", true),
    /** Messages that subscribers of this node did not want, by their tags. */
    MESSAGES_FILTERED("comet.messages.filtered", true),
    /** Messages that waited for a subscriber of this node until a later one of their conflation key came. */
    MESSAGES_CONFLATED("comet.messages.conflated", true),
    /** Bytes that wait at objects here until nodes take more; at most {@code comet.subscriptions.queued-bytes-max}. */
    MESSAGES_QUEUED_BYTES("comet.messages.queued.bytes", false),
    /** Gaps of which subscribers of this node were told because they or the node were too slow. */
    GAPS_CREDIT("comet.gaps.credit", true),
    /** Gaps because the network lost messages. */
    GAPS_WIRE("comet.gaps.wire", true),
    /** Gaps because no replica remembered as much as a subscriber that came back had missed. */
    GAPS_HISTORY("comet.gaps.history", true),
    /** Gaps because a replica's node failed, left, or did not know its subscribers any more. */
    GAPS_MOVED("comet.gaps.moved", true),
    /** Gaps because a replica took from others what it had missed, or was replaced. */
    GAPS_REPAIRED("comet.gaps.repaired", true),
    /** Subscriptions that ended because a callback threw an exception. */
    SUBSCRIBERS_BROKEN("comet.subscribers.broken", true);

    private final String metricName;
    private final boolean isCounter;

    Metric(String metricName, boolean isCounter) {
        this.metricName = metricName;
        this.isCounter = isCounter;
    }

    /** Its name, as of a Micrometer meter: words in lower case with dots between them. */
    public String metricName() {
        return metricName;
    }

    /** Whether it counts from the start of the node and never falls; else it says how much there is now. */
    public boolean isCounter() {
        return isCounter;
    }
}
