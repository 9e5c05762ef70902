/**
 * Tests of simulated clusters in JUnit 5.
 *
 * <pre>
 *   CometTest ──▶ CometTestExtension ──▶ SeedRuns: a kit for each seed ──▶ TestCall ──▶ SeedFailure (FailureReport)
 *                     └ SeedPlan, KeptSeeds: those that failed come first
 * </pre>
 *
 * <p>Decisions. 2026-11-30: JUnit is an optional dependency, seen in this package alone; a kit is made for each seed
 * and not for each test, so that a test of many seeds is one test.
 *
 * <p>Everything here is non-null, but for the instance of a static test method.
 */
package org.cometkv.testkit.junit;
