/**
 * The explorer: draws scenarios from seeds, runs them, checks invariants, and shrinks what fails.
 *
 * <pre>
 *   seed ──▶ ScenarioGenerator ──▶ Scenario ──▶ (runner) ──▶ Run ──▶ invariants ──▶ Finding
 *                                      ▲                                  │
 *                                      └───────── Shrinker ◀──────────────┘
 * </pre>
 *
 * <p>Each seed draws which faults and clients exist at all (a swarm), because a run with everything in it seldom gets
 * deep into anything. Each run ends with a phase in which all faults are over and every key is read.
 *
 * <p>Decisions. 2026-11-30: numbers are drawn by code of our own, so that a seed means the same on every JDK. Faults
 * of the default mix stay within what the design promises to bear: one node at a time ends without a word, sides of a
 * partition meet again before one is removed.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.explore;
