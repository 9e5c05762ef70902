/**
 * Publish/subscribe: a topic is an object.
 *
 * <p><b>What it is for.</b> The talk of 2010 has publish/subscribe in 14 lines: what anybody puts reaches everybody who
 * listens. Here the topic is an object like others, so that its code may check, merge or remember what is published.
 *
 * <p><b>How it works.</b> A put goes to every replica, each of which publishes to its own subscribers: each subscriber
 * gets it once. {@code accept = "all"} says that every update counts, so that two who publish at once lose nothing.
 * {@code onSubscribe} gives a newcomer the last value, in the same event in which its messages begin.
 *
 * <p><b>What it does not promise.</b> Nothing is kept for those who are away; {@code aso.history} does that, as in the
 * chat room. The replicas may order what was published at once differently. A subscriber that is too slow misses
 * messages, and is told how many.
 */
package org.cometkv.examples.pubsub;
