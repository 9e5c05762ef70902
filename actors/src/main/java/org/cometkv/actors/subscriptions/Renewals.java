package org.cometkv.actors.subscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * The renewals of a shard's subscriptions, in one message for each host.
 *
 * <p>Not thread-safe; owned by a {@link SubscriberShard}.
 */
final class Renewals {

    private final NodeContext node;
    private final SubscriberShards shards;
    private final SubscriberShard shard;
    private final long everyMillis;
    private final long leaseMillis;
    private long dueMillis;

    Renewals(NodeContext node, SubscriberShards shards, SubscriberShard shard) {
        this.node = node;
        this.shards = shards;
        this.shard = shard;
        this.everyMillis = node.settings().subscriptions().renewal().toMillis();
        this.leaseMillis = node.settings().subscriptions().lease().toMillis();
    }

    /** A stream comes from now on. */
    void begin() {
        if (dueMillis <= shard.nowMillis()) {
            dueMillis = shard.nowMillis() + everyMillis;
        }
    }

    long nextDue() {
        return dueMillis;
    }

    void advance() {
        long now = shard.nowMillis();
        if (now < dueMillis) {
            return;
        }
        dueMillis = now + everyMillis;
        Map<Contact, List<Feed>> byHost = new LinkedHashMap<>();
        for (Feed feed : shard.feeds()) {
            if (now - feed.renewedMillis >= leaseMillis) {
                shard.moved(feed, StreamCause.MOVED);
            } else {
                byHost.computeIfAbsent(feed.host, host -> new ArrayList<>()).add(feed);
            }
        }
        byHost.forEach(this::renew);
    }

    private void renew(Contact host, List<Feed> feeds) {
        for (int from = 0; from < feeds.size(); from += Wire.LEASES_MAX) {
            renewBatch(host, List.copyOf(feeds.subList(from, Math.min(feeds.size(), from + Wire.LEASES_MAX))));
        }
    }

    private void renewBatch(Contact host, List<Feed> feeds) {
        List<Wire.Lease> leases =
                feeds.stream().map(feed -> feed.lease(shard.askingFor(feed))).toList();
        new NodeRequests(shards.requester(), shard::execute)
                .askOnce(
                        host,
                        id -> new Wire.Renew(id, node.self().id(), leases),
                        Duration.ofMillis(everyMillis),
                        reply -> renewed(feeds, reply));
    }

    private void renewed(List<Feed> feeds, Optional<ReplicaReply> reply) {
        if (reply.isPresent()
                && reply.get() instanceof ReplicaReply.Renewed renewed
                && renewed.sent().size() == feeds.size()) {
            for (int i = 0; i < feeds.size(); i++) {
                renewed(feeds.get(i), renewed.sent().get(i));
            }
        }
    }

    private void renewed(Feed feed, long sent) {
        if (shard.subscribersOf(feed.origin().stream()) == 0) {
            return;
        }
        if (sent == ReplicaReply.Renewed.UNKNOWN) {
            shard.moved(feed, StreamCause.MOVED);
            return;
        }
        feed.renewedMillis = shard.nowMillis();
        if (sent > feed.last()) {
            feed.missed(sent, 0, StreamMessage.NO_CHANGE, shard);
            shard.credit(feed);
        }
    }
}
