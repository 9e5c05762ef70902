package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.subscriptions.LocalSubscription;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/** The subscriptions of one node's applications. Thread-safe. */
final class ApplicationSubscriptions {

    private static final int STANDINGS_MAX = 1_000;

    private final ApplicationRequests requests;
    private final SubscriberShards shards;

    ApplicationSubscriptions(ApplicationRequests requests, SubscriberShards shards) {
        this.requests = requests;
        this.shards = shards;
    }

    SubscriberShards shards() {
        return shards;
    }

    CompletionStage<Subscription> subscribe(Key key, Value request, SubscribeOptions options, Subscriber subscriber) {
        NodeContext node = requests.node();
        if (!node.isReady()) {
            return requests.readiness().hold(Optional.empty(), left -> subscribe(key, request, options, subscriber));
        }
        SubscribeReply reply = new SubscribeReply(requests.counts());
        if (node.closing().breaks(reply)) {
            return reply;
        }
        Optional<Refusal> refusal = PutValidation.fault(request, node.limits())
                .map(fault -> Refusal.of(Refusal.Reason.INVALID, fault))
                .or(() -> requests.tooMany(reply));
        if (refusal.isPresent()) {
            reply.failed(CometException.refused(refusal.get()));
            return reply;
        }
        SubscriberCalls calls = new SubscriberCalls(subscriber, reply);
        Optional<LocalSubscription> begun = shards.subscribe(
                key, request, options.terms(node.settings().subscriptions()), options.position(), calls);
        if (begun.isEmpty()) {
            reply.failed(CometException.refused(Refusal.of(
                    Refusal.Reason.QUOTA,
                    "this node has as many subscribers as comet.subscriptions.subscribers-max allows")));
        } else {
            calls.is(new Subscription(shards, begun.get()));
        }
        return reply;
    }

    CompletionStage<List<SubscriptionStat>> standings(Key key) {
        CompletableFuture<List<SubscriptionStat>> told = new CompletableFuture<>();
        shards.standings(
                key,
                STANDINGS_MAX,
                all -> told.complete(all.stream()
                        .map(each -> new SubscriptionStat(
                                SlowPolicy.valueOf(each.terms().rule().name()),
                                each.terms().credit(),
                                each.inHand(),
                                each.queued(),
                                each.lag()))
                        .toList()));
        return told;
    }

    /** The stage of a subscription that begins. */
    static final class SubscribeReply extends PendingReply<Subscription> {

        SubscribeReply(RequestCounts counts) {
            super(counts);
        }

        void failed(CometException why) {
            brokenBy(why);
        }

        void late(boolean isClosed, String message) {
            broken(isClosed ? NoReply.CLOSED : NoReply.LATE, message);
        }
    }
}
