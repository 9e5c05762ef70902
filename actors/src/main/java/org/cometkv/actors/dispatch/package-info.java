/**
 * Threads, turns and mailboxes of handlers. Knows nothing of objects.
 *
 * <pre>
 *   RatedRequest ──▶ RateMailbox ──▶ actor ── YieldMessage ──▶ HandlerPool (CpuShare)
 *                   rate, queue               goes on later      ▲
 *                                                 HandlerPoolConfigurator ◀── reference.conf
 * </pre>
 *
 * <p>Two classes are named in {@code reference.conf} and made by Pekko: {@code HandlerPoolConfigurator} and {@code
 * RateMailbox}.
 *
 * <p>Decisions. 2026-11-30: a refusal costs its sender, not the actor, so the rate is kept in the mailbox.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.dispatch;
