/**
 * Real nodes under test: the same verbs as in virtual time, over Artery, in real time.
 *
 * <pre>
 *   ArteryKit ──▶ ArteryNode (a CometNode with its actor system) ──▶ GatedExecutor, Gate: what holds a paused node up
 * </pre>
 *
 * <p>Decisions. 2026-11-30: all in one JVM, so that no test has to start processes. A crash ends an actor system
 * without a word. A pause stops all its dispatchers at a gate; the kernel still takes what comes.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.artery;
