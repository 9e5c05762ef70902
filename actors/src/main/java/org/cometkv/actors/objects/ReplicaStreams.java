package org.cometkv.actors.objects;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.subscriptions.HostedStreams;
import org.cometkv.actors.subscriptions.Subscriptions;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Reach;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.UpdateDigest;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;

/**
 * The messages of one replica: which change causes them, and whom they go to.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other. What its subscriptions are is thread-safe.
 */
final class ReplicaStreams {

    private final HostedStreams streams;
    /** Null before the first subscriber, and before the first message that is kept. */
    private Subscriptions subscriptions;
    /** The change that caused the event in hand, if it is one that this replica takes at its end. */
    private Optional<Version> causing = Optional.empty();

    private Reach reach = Reach.NONE;

    ReplicaStreams(HostedStreams streams) {
        this.streams = streams;
    }

    int subscribers() {
        return subscriptions == null ? 0 : subscriptions.subscribers();
    }

    /** Whether nobody subscribes and no message is kept: then the object may come to rest. */
    boolean isEmpty() {
        return subscriptions == null || subscriptions.isEmpty();
    }

    /** The event in hand has ended; what it publishes is published next. */
    void ended(Event event) {
        reach = Reach.NONE;
        Optional<Caller> caller = Optional.empty();
        if (event instanceof Event.Update update) {
            caller = Optional.of(update.caller());
        } else if (event instanceof Event.Put put) {
            caller = Optional.of(put.caller());
        }
        causing = caller.flatMap(Caller::version);
    }

    /** Sends the messages among these effects. */
    void publish(HostedObject object, List<Effect> effects) {
        Optional<Version> change = causing;
        causing = Optional.empty();
        int left = 0;
        for (int i = 0; i < effects.size(); i++) {
            left += effects.get(i) instanceof Effect.Publish ? 1 : 0;
        }
        for (int i = 0; left > 0 && i < effects.size(); i++) {
            if (effects.get(i) instanceof Effect.Publish message) {
                left--;
                publish(object, message, change, left);
            }
        }
    }

    /** @param behind how many messages of the same event come after it */
    private void publish(HostedObject object, Effect.Publish message, Optional<Version> change, int behind) {
        int kept = object.instance().policy().history();
        if (subscriptions == null && kept == 0) {
            return;
        }
        long digest =
                change.map(version -> digest(object.header(), version, behind)).orElse(StreamMessage.NO_CHANGE);
        reach = reach.and(subscriptions(object).publish(message, digest, kept));
    }

    private Subscriptions subscriptions(HostedObject object) {
        if (subscriptions == null) {
            subscriptions = streams.open(object.key());
        }
        return subscriptions;
    }

    /** The digest of the changes of the object and one that it takes, or that made it. */
    private static long digest(Header header, Version change, int behind) {
        UpdateDigest updates = change.equals(header.lineage())
                ? header.updates()
                : header.updates().plus(change);
        return StreamMessage.digest(header.lineage(), updates, behind);
    }

    /** The reach of the messages of the event that has ended; taken once. */
    Reach takeReach() {
        Reach taken = reach;
        reach = Reach.NONE;
        return taken;
    }

    /** The reply to a subscriber, by the end of the object's {@code onSubscribe}. */
    ReplicaReply subscribe(Wire.Subscribe request, Contact subscriber, HostedObject object, Outcome outcome) {
        if (outcome.result() instanceof Result.Redirected redirected) {
            return new ReplicaReply.Redirected(redirected.key(), outcome.usage());
        }
        Result.Completed completed = (Result.Completed) outcome.result();
        Header header = object.header();
        long digest = StreamMessage.digest(header.lineage(), header.updates(), 0);
        Optional<ReplicaReply.Subscribed> subscribed = subscriptions(object)
                .subscribe(subscriber, request.position(), completed.value(), digest, outcome.usage());
        return subscribed.isPresent()
                ? subscribed.get()
                : new ReplicaReply.Refused(Refusal.of(
                        Refusal.Reason.QUOTA,
                        "as many nodes subscribe to this replica as comet.subscriptions.nodes-max allows"));
    }

    /** An object of that header lives here in the place of another one. */
    void replaced(Header before, Header after) {
        restart(before.lineage().equals(after.lineage()) ? StreamCause.REPAIRED : StreamCause.REPLACED);
    }

    /** An event of the object, if it is the one that lives here, changed it without a message. */
    void changed(HostedObject object) {
        if (object.isSubscribedBy(this)) {
            restart(StreamCause.REPAIRED);
        }
    }

    /** The replica changed without a message. */
    void restart(StreamCause cause) {
        if (subscriptions != null) {
            subscriptions.restart(cause);
        }
    }

    /** The replica is over. */
    void end(StreamCause cause) {
        if (subscriptions != null) {
            subscriptions.end(cause);
            subscriptions = null;
        }
    }
}
