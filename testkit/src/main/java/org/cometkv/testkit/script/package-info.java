/**
 * The tester of one script: its handlers run without an actor, a node or a thread.
 *
 * <pre>
 *   ScriptTester ──▶ RunningEvent ──▶ TestedObject: Instance (the sandbox), TimerSchedule
 *        │               │                 │
 *        ├ TestedSlot    └ CopyCheck       └ StandaloneHost (aso.host) ──▶ TestNode ──▶ SendRule
 *        └ Arrival: what a put becomes
 * </pre>
 *
 * <p>For the tests of a script's own logic: its answers, its timers, what it sends, what it does with the answers of
 * others, whether its state survives, and its fuel. Beside the types that applications use, tests see {@code Caller},
 * {@code Effect}, {@code Event}, {@code Question}, {@code Reply}, {@code Limit}, {@code Limits}, {@code Result} and
 * {@code NodeHandle} of {@code org.cometkv.aso}.
 *
 * <p>Parameters and results are never null; a request or value that is null is Lua's nil.
 *
 * <p>Decisions. 2026-11-30: a tester takes the sandbox and the schedule of the node and none of its actors, so that a
 * test of a script takes microseconds; what only a node does (rates, payment, neighbors of a key) a test sets by hand.
 * 2026-11-30: the first period has the jitter that it has on a node, since a script that needs an exact first period
 * would fail there.
 */
package org.cometkv.testkit.script;
