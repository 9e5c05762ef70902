/**
 * The conduct of hosted objects: what they cost, and what becomes of those that keep breaking their limits.
 *
 * <pre>
 *   an event's Outcome ──▶ ObjectUsage ──▶ Totals
 *            └───────────▶ PenaltyRule ──▶ Standing ──▶ PenaltyCounts
 * </pre>
 *
 * <p>Decisions. 2026-11-30: apart from the objects, because none of it knows an actor.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.conduct;
