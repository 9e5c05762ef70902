package org.cometkv.actors;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.subscriptions.SubscriptionCounts;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.routing.Contact;

/** The figures of one node: what it holds and does now, and what its applications asked for. Thread-safe. */
record NodeFigures(HostingContext hosting, Directory directory, RequestCounts counts) {

    NodeStat stat() {
        return new NodeStat(
                directory.size(),
                directory.awake(),
                directory.asleep(),
                hosting.penalties().slowed(),
                hosting.penalties().setAside(),
                hosting.waiting().count(),
                hosting.waiting().bytes(),
                directory.store().unsaved(),
                directory.store().oldestUnsavedMillis(),
                directory.store().bytes());
    }

    MetricsSnapshot metrics(int listeners) {
        NodeContext node = hosting.node();
        NodeStat stat = stat();
        List<Contact> owners = node.view().contacts();
        Map<Metric, Long> values = new EnumMap<>(Metric.class);
        values.put(Metric.KEYS_HELD, (long) stat.keys());
        values.put(Metric.OBJECTS_AWAKE, (long) stat.awake());
        values.put(Metric.OBJECTS_ASLEEP, (long) stat.asleep());
        values.put(Metric.OBJECTS_SLOWED, (long) stat.slowed());
        values.put(Metric.OBJECTS_SET_ASIDE, (long) stat.setAside());
        values.put(Metric.EVENTS_WAITING, (long) stat.waitingEvents());
        values.put(Metric.EVENTS_WAITING_BYTES, stat.waitingBytes());
        values.put(Metric.STORAGE_UNSAVED, (long) stat.unsaved());
        values.put(Metric.STORAGE_UNSAVED_AGE, stat.oldestUnsavedMillis());
        values.put(Metric.STORAGE_BYTES, stat.diskBytes());
        values.put(Metric.NODES_OWNERS, (long) owners.size());
        values.put(
                Metric.NODES_SUSPECT,
                owners.stream().filter(each -> node.view().isSuspect(each.id())).count());
        values.put(Metric.NODE_READY, node.isReady() ? 1L : 0L);
        values.put(Metric.NODE_MINORITY, node.isMinority() ? 1L : 0L);
        values.put(Metric.EPOCHS, (long) node.published().epoch());
        values.put(Metric.LISTENERS, (long) listeners);
        values.put(Metric.GETS, counts.gets.sum());
        values.put(Metric.PUTS, counts.puts.sum());
        values.put(Metric.UPDATES, counts.updates.sum());
        values.put(Metric.REMOVES, counts.removes.sum());
        values.put(Metric.REQUESTS_REFUSED, counts.refused.sum());
        values.put(Metric.REQUESTS_FAILED, counts.failed.sum());
        values.put(Metric.REQUESTS_BROKEN, counts.broken.sum());
        values.put(Metric.CHANGES_RESENT, counts.changes.resent.sum());
        values.put(Metric.CHANGES_REPEATED, counts.changes.repeated.sum());
        values.put(Metric.CHANGES_RETRACTED, counts.changes.retracted.sum());
        subscriptions(values);
        return new MetricsSnapshot(values);
    }

    private void subscriptions(Map<Metric, Long> values) {
        SubscriptionCounts messages = hosting.streams().counts();
        values.put(Metric.SUBSCRIBERS, messages.subscribers());
        values.put(Metric.STREAMS, (long) hosting.streams().size());
        values.put(Metric.MESSAGES_PUBLISHED, messages.published.sum());
        values.put(Metric.MESSAGES_DELIVERED, messages.delivered.sum());
        values.put(Metric.MESSAGES_FILTERED, messages.filtered.sum());
        values.put(Metric.MESSAGES_CONFLATED, messages.conflated.sum());
        values.put(Metric.MESSAGES_QUEUED_BYTES, messages.queuedBytes());
        values.put(Metric.GAPS_CREDIT, messages.gaps(StreamCause.CREDIT));
        values.put(Metric.GAPS_WIRE, messages.gaps(StreamCause.WIRE));
        values.put(Metric.GAPS_HISTORY, messages.gaps(StreamCause.HISTORY) + messages.gaps(StreamCause.POSITION));
        values.put(Metric.GAPS_MOVED, messages.gaps(StreamCause.MOVED) + messages.gaps(StreamCause.REMOVED));
        values.put(Metric.GAPS_REPAIRED, messages.gaps(StreamCause.REPAIRED) + messages.gaps(StreamCause.REPLACED));
        values.put(Metric.SUBSCRIBERS_BROKEN, messages.broken.sum());
    }
}
