/**
 * The content of a node's disk, and the way in which it comes there.
 *
 * <pre>
 *   what is held ──changed──▶ ObjectStore ──write, sync──▶ seam.Store ◀── RocksStore ── RocksDatabase ── RocksDB
 *                 ◀──read────  StoreWriter                                StoreDirectory
 *                              DirtyKeys
 * </pre>
 *
 * <p>Tables: {@code head} (a key in brief, live or gone), {@code image}, {@code meta}. A node that starts reads heads
 * only.
 *
 * <p>Decisions. 2026-11-30: a tombstone is a head and has no table of its own: what is under a key changes by one
 * write, and no key is in two tables. Scripts are stored with their images, where tables compress them; a table of
 * scripts would need to know when nobody has one any more.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.storage;
