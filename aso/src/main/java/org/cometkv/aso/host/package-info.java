/**
 * A host for objects that run without a node, and what it shares with the hosts of a node.
 *
 * <pre>
 *   tests of aso, TestKit, comet run, comet bench ──▶ StandaloneHost ──▶ TimerPlan ◀── a hosted object (actors)
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: one host for tests and tools, in {@code aso} and not in the TestKit, because the tests of
 * this module and the tools of the program need the same one, and this is the lowest module that all of them have. It
 * lives in the main code: a jar of test classes would have to be built for two users.
 */
package org.cometkv.aso.host;
