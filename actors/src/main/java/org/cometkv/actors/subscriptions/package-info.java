/**
 * Streams of messages from objects to subscribers: the side of the object and that of the subscribers.
 *
 * <pre>
 *   AsoActor ─▶ Subscriptions ─┬▶ NodeLease *  (queue, credit)  ─▶ Gateway ─ Deliver ─▶ Gateway ─┐
 *                 │            └▶ MessageHistory                                               ▼
 *               HostedStreams ◀── Renew, Credit ──────────────────────── SubscriberShards ─▶ SubscriberShard *
 *                                                                                              │
 *                                          Receiver ◀─ LocalSubscription * (SubscriberQueue) ◀─ Feed *
 * </pre>
 *
 * <p>An object knows nodes, a node knows its subscribers. One message goes to each node; filters, conflation, rates and
 * slow subscribers are a matter of the node of the subscribers alone.
 *
 * <p>Decisions. 2026-12-01: what an object knows of its subscribers is thread-safe and not owned by its actor, so that
 * renewals and credit, which come a thousand to a publish, cost the actor nothing and go on while it is at rest.
 * 2026-12-01: the shards of the subscribers' side are serial executors on the threads that run handlers, and no actors:
 * a node without subscribers has none of them. 2026-12-01: a renewal is a batch for each shard and peer.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.subscriptions;
