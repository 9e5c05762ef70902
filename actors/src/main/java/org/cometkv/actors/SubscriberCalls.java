package org.cometkv.actors;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.subscriptions.Origin;
import org.cometkv.actors.subscriptions.Position;
import org.cometkv.actors.subscriptions.Receiver;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;

/** The calls of an application's subscriber, in its own words. */
final class SubscriberCalls implements Receiver {

    private final Subscriber subscriber;
    private final boolean isAcknowledging;
    /** Null once it has ended. */
    private ApplicationSubscriptions.SubscribeReply reply;

    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

    SubscriberCalls(Subscriber subscriber, ApplicationSubscriptions.SubscribeReply reply) {
        this.subscriber = subscriber;
        this.isAcknowledging = subscriber instanceof ActorSubscriber;
        this.reply = reply;
    }

    /** It is this subscription, which may have begun already. */
    void is(Subscription its) {
        subscription.complete(its);
    }

    @Override
    public void snapshot(Value value, String position, StreamCause cause) {
        Optional<GapCause> after = Optional.ofNullable(cause).map(SubscriberCalls::cause);
        subscriber.onSnapshot(new Delivery.Snapshot(value, position, after), after);
    }

    @Override
    public CompletionStage<?> message(
            StreamMessage message, Origin origin, long previous, int skipped, Position position) {
        CompletableFuture<Void> taken = isAcknowledging ? new CompletableFuture<>() : null;
        CompletionStage<?> stage =
                subscriber.onMessage(new Delivery.Message(message, origin, previous, skipped, position, taken));
        return isAcknowledging ? taken : stage;
    }

    @Override
    public void gap(OptionalLong missing, StreamCause cause) {
        subscriber.onGap(missing, cause(cause));
    }

    @Override
    public void ended(End end) {
        subscriber.onEnd(EndCause.valueOf(end.name()));
    }

    @Override
    public void subscribed() {
        ApplicationSubscriptions.SubscribeReply told = reply;
        reply = null;
        // Whoever closed it meanwhile, or whose time was over, has no use for it.
        subscription.thenAccept(its -> {
            told.done(its);
            if (told.isCompletedExceptionally()) {
                its.close();
            }
        });
    }

    @Override
    public void refused(Refusal refusal) {
        reply.failed(CometException.refused(refusal));
    }

    @Override
    public void notFound(int asked) {
        reply.failed(CometException.notFound(asked));
    }

    @Override
    public void failed(String message) {
        reply.failed(CometException.failed(Failure.script(message)));
    }

    @Override
    public void broken(boolean isClosed, String message) {
        reply.late(isClosed, message);
    }

    private static GapCause cause(StreamCause cause) {
        return GapCause.valueOf(cause.name());
    }
}
