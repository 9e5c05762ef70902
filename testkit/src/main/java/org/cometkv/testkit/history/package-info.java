/**
 * Histories of runs and the invariants that are checked on them: pure, whatever ran.
 *
 * <pre>
 *   Run  ──▶ calls with begin, end and outcome    ──▶ Invariant.check ──▶ violations
 *            faults and changes of members
 *            events of objects, sightings of replicas, what was left open
 * </pre>
 *
 * <p>An invariant judges by real-time order alone: what ended before another began came first, anything else may have
 * come either way; a call whose outcome is unknown may take effect at any time after it began, or never. So none of
 * them blames a run that some order explains.
 *
 * <p>Decisions. 2026-11-30: invariants that only a later change of the node makes true say so with
 * {@link org.cometkv.testkit.history.Invariant#awaits}, so that a sweep tells known failures from new ones.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.history;
