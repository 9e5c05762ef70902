/**
 * The conduct of hosted objects: what they cost and may cost, and what becomes of those that keep breaking limits.
 *
 * <pre>
 *   an event's Outcome ──▶ ObjectUsage ──▶ Totals
 *            └───────────▶ PenaltyRule ──▶ Standing ──▶ PenaltyCounts
 *   SendBudget: what an object may send       ByteQuota: what a node may hold
 * </pre>
 *
 * <p>Decisions. 2026-11-30: apart from the objects, because none of it knows an actor.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.conduct;
