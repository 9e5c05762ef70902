/**
 * The objects, values and tombstones that a node holds by key: who may come in, and when their timers fire.
 *
 * <pre>
 *   ReplicaManager ┬ Directory      key → Slot, read by every thread
 *                  ├ HostedTable    counts, bytes and timers of what is hosted
 *                  ├ Tombstones     in order of age
 *                  └ AsoActor *     its children
 * </pre>
 *
 * <p>Decisions. 2026-11-30: one actor writes the directory; where requests go first is the {@code RequestRouter}'s.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.replicas;
