package org.cometkv.actors;

import java.util.OptionalInt;
import org.cometkv.actors.settings.SubscriptionSettings;
import org.cometkv.actors.subscriptions.SlowRule;
import org.cometkv.actors.subscriptions.SubscriberTerms;

/**
 * The options of a subscription. Immutable; each method returns a changed copy.
 *
 * @see Comet#subscribe
 */
public final class SubscribeOptions {

    /** From now on, with the node's credit and queue, and the oldest dropped. */
    public static final SubscribeOptions DEFAULT =
            new SubscribeOptions("", OptionalInt.empty(), OptionalInt.empty(), SlowPolicy.DROP_OLDEST, 0);

    private static final int MESSAGES_MAX = 1_000_000;
    private static final int POSITION_MAX = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String position;
    private final OptionalInt credit;
    private final OptionalInt queue;
    private final SlowPolicy slow;
    private final double maxRate;

    private SubscribeOptions(String position, OptionalInt credit, OptionalInt queue, SlowPolicy slow, double maxRate) {
        this.position = position;
        this.credit = credit;
        this.queue = queue;
        this.slow = slow;
        this.maxRate = maxRate;
    }

    /**
     * Goes on at a position: with all that was missed since, if a replica remembers it, else with a gap and a snapshot.
     *
     * @param text as {@link Delivery.Message#position} or {@link Delivery.Snapshot#position} gave it
     * @throws IllegalArgumentException if it has more than 100 characters
     */
    public SubscribeOptions from(String text) {
        if (text.length() > POSITION_MAX) {
            throw new IllegalArgumentException(
                    "a position has " + text.length() + " characters; it has at most " + POSITION_MAX);
        }
        return new SubscribeOptions(text, credit, queue, slow, maxRate);
    }

    /**
     * Lets the subscriber have so many messages in hand.
     *
     * @param messages 1 to 1,000,000
     * @throws IllegalArgumentException if not within these bounds
     */
    public SubscribeOptions credit(int messages) {
        return new SubscribeOptions(position, OptionalInt.of(within("credit", messages)), queue, slow, maxRate);
    }

    /**
     * Lets so many messages wait for the subscriber.
     *
     * @param messages 1 to 1,000,000
     * @throws IllegalArgumentException if not within these bounds
     */
    public SubscribeOptions queue(int messages) {
        return new SubscribeOptions(position, credit, OptionalInt.of(within("queue", messages)), slow, maxRate);
    }

    /** What becomes of messages for which there is no credit. */
    public SubscribeOptions whenSlow(SlowPolicy policy) {
        return new SubscribeOptions(position, credit, queue, policy, maxRate);
    }

    /**
     * Slows the subscriber to so many messages a second; of each conflation key the latest waits.
     *
     * @param perSecond 0.001 to 1,000,000
     * @throws IllegalArgumentException if not within these bounds
     */
    public SubscribeOptions maxRate(double perSecond) {
        if (!(perSecond >= 0.001 && perSecond <= MESSAGES_MAX)) {
            throw new IllegalArgumentException(
                    "maxRate is " + perSecond + "; it must be 0.001 to " + MESSAGES_MAX + " messages a second");
        }
        return new SubscribeOptions(position, credit, queue, slow, perSecond);
    }

    String position() {
        return position;
    }

    SubscriberTerms terms(SubscriptionSettings settings) {
        long minNanos = maxRate == 0 ? 0 : Math.max(1, Math.round(NANOS_PER_SECOND / maxRate));
        return new SubscriberTerms(
                credit.orElse(settings.credit()),
                queue.orElse(settings.subscriberQueue()),
                SlowRule.valueOf(slow.name()),
                minNanos);
    }

    private static int within(String name, int messages) {
        if (messages < 1 || messages > MESSAGES_MAX) {
            throw new IllegalArgumentException(name + " is " + messages + " messages; it must be 1 to " + MESSAGES_MAX);
        }
        return messages;
    }
}
