/**
 * Requests to several nodes as pure state machines, and the table of deadlines that drives them.
 *
 * <pre>
 *   Requester ──begin──▶ (Gateway) ──▶ RequestTable ──▶ Operation ── NextStep: ask, wait, done, broken, answer,
 *                                        │    ▲             │                alarm, begin or become another
 *                                 Sender ▼    │ reply       └▶ ReplyListener: done, or NoReply
 *                                      ReplicaReply ──▶ ReplicaReplies (AskAllOperation)
 * </pre>
 *
 * <p>An operation reads no clock and sends nothing: it says what is to be done next and is told what came of it.
 * An operation that counts times (a change that is sent again) is handed a function that tells the time.
 *
 * <p>Decisions. 2026-11-30: whoever begins operations is handed a {@code Requester} and knows no Gateway; why an
 * operation ends without a reply is a {@code NoReply}, which the Java API turns into its own codes; the table knows
 * of what was sent only when it left.
 *
 * <p>The time of a request counts from when it leaves this node, and begins anew with each word that its node works on
 * it; a suspect node counts as silent at once. An operation may go on after its answer, by its deadline at the latest;
 * so many only, and of more the oldest ends.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.requests;
