/**
 * The trace of a run: what happened, in order of virtual time and sequence, its hash, and its last lines for people.
 *
 * <pre>
 *   frames, events, effects, members, commands ──▶ Trace ──▶ TraceHash, timeline, listeners
 * </pre>
 *
 * <p>Decisions. 2026-11-30: the hash takes encoded frames and values and no printed text of the JDK's, so that it is
 * the same in every process and on every JDK.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.trace;
