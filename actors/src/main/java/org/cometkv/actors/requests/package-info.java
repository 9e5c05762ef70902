/**
 * Requests to several nodes as pure state machines, and the table of deadlines that drives them.
 *
 * <pre>
 *   Requester ──begin──▶ (Gateway) ──▶ RequestTable ──▶ Operation ── NextStep: ask, wait, done, broken
 *                                        │    ▲             │
 *                                 Sender ▼    │ reply       └▶ ReplyListener: done, or NoReply
 *                                      ReplicaReply ──▶ ReplicaReplies (AskAllOperation)
 * </pre>
 *
 * <p>An operation reads no clock and sends nothing: it says what is to be done next and is told what came of it.
 *
 * <p>Decisions. 2026-11-30: whoever begins operations is handed a {@code Requester} and knows no Gateway; why an
 * operation ends without a reply is a {@code NoReply}, which the Java API turns into its own codes; the table knows
 * of what was sent only when it left.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.requests;
