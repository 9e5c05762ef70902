/**
 * Messages between nodes, and their bytes.
 *
 * <pre>
 *   Wire.Frame ── Wire.Item ┬ Request (Get, Put, Remove, Copy, FindNode, Stat, Release)
 *                           ├ Reply ── ReplicaReply
 *                           └ Hello, Refusals, Part, Unread
 *   Image ── Header          an object as it travels
 *
 *   WireSerializer ──▶ MessageCodecs ──▶ WireFields ──▶ aso.codec     WireSize: the same code, counting only
 *         (Kryo)        one row an id      fields     values, parties
 * </pre>
 *
 * <p>Only {@link Wire} and what it contains is serialised. Public for the TestKit, which simulates networks;
 * applications have no use for it.
 *
 * <p>Decisions. 2026-11-30: messages and codecs share a package, so that a record and its encoding change together;
 * the seams, which carry messages but do not know their bytes, have a package of their own.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.wire;
