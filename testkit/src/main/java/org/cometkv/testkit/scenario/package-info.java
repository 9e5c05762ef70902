/**
 * Scenarios: commands, faults and waits as data, and the text files that hold them with their expected trace.
 *
 * <pre>
 *   nodes 3                                    a header: the cluster and the settings
 *   object counter                             an object's script, below its name
 *       aso.count = 0
 *   node 0 put hits object counter             a step: a call, a fault or a wait
 *       0.004  node 0 put hits: stored by 2 0 1      its expected trace, indented below it
 *   at 2s  pause 1                             a step at an instant of virtual time
 * </pre>
 *
 * <p>Decisions. 2026-11-30: a step without an instant runs as soon as the one before it is over, which is how people
 * write; one with an instant runs then, whatever is before it, so that a shrinker can leave steps out and move no
 * other. The trace is in the same file, because the two are read together. Numbers are printed by code of our own:
 * {@code Double.toString} differs between JDKs.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.scenario;
