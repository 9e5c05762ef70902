/**
 * The comparison of a node's replicas with those of the other owners: key by key as requests need it, and all of them
 * in the background.
 *
 * <pre>
 *   a request for a key that was not compared in this epoch ──▶ Settlements ──▶ ComparedKeys
 *   a new epoch, or a minute later ──▶ Repairs ──▶ RepairRound ─┬ PairDigests: which ranges, which keys differ
 *                                                               ├ RoundFindings: which of them are mended here
 *                                                               └▶ Mending ─┬▶ Transfer to owners that hold nothing
 *                                                                           └▶ Settlements, for all other keys
 * </pre>
 *
 * <p>Decisions. 2026-11-30: a range that differs is mended by one owner; all owners did, which cost a node that joined
 * three times the messages. Owners that hold nothing are handed a copy without a comparison of the key: the receiver
 * takes it only if it is newer, and the key counts as compared at neither for that. A range counts as compared once no
 * co-owner holds anything else in it, so that in a calm cluster no request waits.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.repair;
