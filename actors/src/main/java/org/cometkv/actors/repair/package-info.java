/**
 * The comparison of a node's replicas with those of the other owners: key by key as requests need it, and all of them
 * in the background.
 *
 * <pre>
 *   a request for a key that was not compared in this epoch ──▶ Settlements ──▶ ComparedKeys
 *   a new epoch, or a minute later ──▶ Repairs ─┬ PairDigests: which ranges, which keys differ
 *                                               └▶ Settlements, for each key that does
 * </pre>
 *
 * <p>Decisions. 2026-11-30: repair finds what differs and settles it; there is one way only in which a replica takes
 * what another owner holds. A range counts as compared once every co-owner holds the same in it, so that in a calm
 * cluster no request waits.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.repair;
