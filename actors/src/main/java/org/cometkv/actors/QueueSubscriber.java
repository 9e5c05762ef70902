package org.cometkv.actors;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.stream.OverflowStrategy;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.SourceQueueWithComplete;

/** A subscriber that is a source of a stream: what the stream pulls is its credit. */
record QueueSubscriber(SourceQueueWithComplete<Delivery> queue) implements Subscriber {

    /** Offers at a time: all credit there may be, and gaps and snapshots beside it. */
    private static final int OFFERS_MAX = 2_000_000;

    /** A beginning of a subscription. */
    interface Begin {
        CompletionStage<Subscription> subscribe(Subscriber subscriber);
    }

    /** A source that subscribes each time that it is run. */
    static Source<Delivery, CompletionStage<Subscription>> source(Begin begin) {
        return Source.<Delivery>queue(1, OverflowStrategy.backpressure(), OFFERS_MAX)
                .mapMaterializedValue(queue -> {
                    CompletionStage<Subscription> begun = begin.subscribe(new QueueSubscriber(queue));
                    begun.whenComplete((subscription, broken) -> {
                        if (broken != null) {
                            queue.fail(broken);
                        } else {
                            queue.watchCompletion().whenComplete((done, failure) -> subscription.close());
                        }
                    });
                    return begun;
                });
    }

    @Override
    public CompletionStage<?> onMessage(Delivery.Message message) {
        return queue.offer(message);
    }

    @Override
    public void onSnapshot(Delivery.Snapshot snapshot, Optional<GapCause> after) {
        queue.offer(snapshot);
    }

    @Override
    public void onGap(OptionalLong missing, GapCause cause) {
        queue.offer(new Delivery.Gap(missing, cause));
    }

    @Override
    public void onEnd(EndCause cause) {
        queue.offer(new Delivery.End(cause)).whenComplete((offered, failure) -> queue.complete());
    }
}
