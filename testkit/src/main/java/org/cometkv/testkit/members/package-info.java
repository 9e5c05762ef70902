/**
 * The simulated members: who is one, who is suspected, who is removed, with the timings of production.
 *
 * <pre>
 *   cut, pause, crash ──▶ SimulatedMembers: Groups, Views ──▶ Member (a node's seam) ──▶ Membership
 * </pre>
 *
 * <p>Decisions. 2026-11-30: a change of connections is worked out once, after the failure detector's time, so that a
 * fault costs as many events as there are nodes and silence costs none.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.members;
