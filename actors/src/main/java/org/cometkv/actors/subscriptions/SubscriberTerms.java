package org.cometkv.actors.subscriptions;

/**
 * The terms on which one subscriber takes messages.
 *
 * @param credit messages that it may have in hand
 * @param queueMax messages that wait for it
 * @param minNanos from one message to the next at least; 0 is no bound
 */
public record SubscriberTerms(int credit, int queueMax, SlowRule rule, long minNanos) {

    /** Whether a later message takes the place of one of its conflation key that waits. */
    boolean isConflating() {
        return rule == SlowRule.CONFLATE || minNanos > 0;
    }
}
