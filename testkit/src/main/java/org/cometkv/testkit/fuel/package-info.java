/**
 * Figures of the fuel that handlers use, in a file beside the tests.
 *
 * <pre>
 *   events of tests ──▶ FuelSnapshot ──▶ FuelFigures ──▶ FuelFile: src/test/fuel.snapshot
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: a snapshot is written when it is missing, and changed on request only, as those of other
 * metered platforms are. 2026-11-30: a test class has its own lines, so that one can be run alone.
 */
package org.cometkv.testkit.fuel;
