/**
 * Objects as assertions see them: their replicas, each with its state and its fuel.
 *
 * <pre>
 *   ScriptTester, CometTestKit.object ──▶ ObservedObject ──▶ ObservedReplica
 *                                              ▲
 *                                         ObjectAssert
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: one assertion for objects of a script tester and of a cluster, so that a test may move from
 * one to the other.
 */
package org.cometkv.testkit.observed;
