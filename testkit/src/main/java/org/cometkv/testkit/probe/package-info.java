/**
 * Probes of Pekko's TestKit in virtual time.
 *
 * <p>Decisions. 2026-11-30: a probe here <em>is</em> a {@code TestProbe} of Pekko's by type, so that a test reads the
 * same over a real network; Pekko's own probes wait in real time and step no world.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.probe;
