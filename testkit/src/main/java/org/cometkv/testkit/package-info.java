/**
 * The TestKit: tests of objects and of the applications that use them.
 *
 * <pre>
 *   ScriptTester ──▶ Instance (the sandbox), TimerSchedule, a TestNode ── ScriptOutcome ──▶ assertions, FuelSnapshot
 * </pre>
 *
 * <p>A {@link org.cometkv.testkit.ScriptTester} runs the handlers of one script without an actor or a node: the tests of
 * a script's own logic, its timers, what it sends, what it does with the answers of others, whether its state survives,
 * and its fuel. {@link org.cometkv.testkit.CometAssertions} are assertions for AssertJ, which is optional.
 *
 * <p>Beside the types that applications use, tests see {@code Caller}, {@code Effect}, {@code Event}, {@code Question},
 * {@code Reply}, {@code Limit}, {@code Limits}, {@code Result} and {@code NodeHandle} of {@code org.cometkv.aso}.
 * Parameters and results are never null; a request or value that is null is Lua's nil.
 *
 * <p>Decisions. 2026-11-30: a tester takes the sandbox and the schedule of the node and none of its actors, so that a
 * test of a script takes microseconds; what only a node does (rates, payment, neighbors of a key) a test sets by hand.
 * 2026-11-30: the first period has the jitter that it has on a node, since a script that needs an exact first period
 * would fail there. 2026-11-30: a fuel snapshot is written when it is missing and changed on request only, as the
 * snapshots of other metered platforms are, and a test class has its own lines in it, so that one can be run alone.
 */
package org.cometkv.testkit;
