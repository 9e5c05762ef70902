package org.cometkv.actors.subscriptions;

/** The standing of one subscriber, for an operator. */
public record SubscriberStanding(SubscriberTerms terms, int inHand, int queued, long lag) {}
