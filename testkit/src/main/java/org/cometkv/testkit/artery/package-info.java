/**
 * Real nodes under test: the same verbs as in virtual time, over Artery, in real time.
 *
 * <pre>
 *   ArteryKit ──▶ ArteryNode (a CometNode with its actor system) ──▶ GatedExecutor, Gate: what holds a paused node up
 * </pre>
 *
 * <p>Decisions. 2026-11-30: all in one JVM, so that no test has to start processes; a crash ends an actor system
 * without a word, a pause stops all its dispatchers at a gate, while the kernel goes on taking what comes, as it does
 * process that is stopped.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.artery;
