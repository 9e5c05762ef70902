/**
 * The runner of scenarios on a simulated cluster, and their files as tests.
 *
 * <pre>
 *   Scenario ──▶ ScenarioRunner ──▶ CometTestKit
 *                     │
 *                     ├──▶ Run: the history, for invariants
 *                     └──▶ the trace: what a reader sees below each step
 * </pre>
 *
 * <p>A step that cannot be done, as the end of a node that is down, does nothing and says so in the trace: a shrinker
 * leaves out steps that others need.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.runner;
