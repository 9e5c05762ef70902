package org.cometkv.actors;

/**
 * The standing of one subscription of this node, {@link Comet#subscriptions}.
 *
 * @param policy for messages that it does not take in time
 * @param credit messages that it may have in hand
 * @param inHand messages that it has in hand
 * @param queued messages that wait for it
 * @param lag messages of its stream that came and that it has neither been handed nor been told of as missing
 */
public record SubscriptionStat(SlowPolicy policy, int credit, int inHand, int queued, long lag) {}
