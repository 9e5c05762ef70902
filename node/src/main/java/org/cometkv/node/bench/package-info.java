/**
 * {@code comet bench}: named works that measure Comet, one JSON line for each result.
 *
 * <pre>
 *   BenchCommand ──▶ Work (SandboxWork, …) ──▶ Cells ══▶ a JVM of its own: CellProgram ──▶ Work.measure
 *                     │                         │                                          │
 *                     ▼                         ▼                                          ▼
 *                  ResultLine ◀── Target     CellFigures ◀═══ lines of name and number ═══ Stopwatch
 * </pre>
 *
 * <p>A work is made of cells. A cell is one measurement in a fresh JVM with a fixed heap and a named collector, because
 * what ran before in a JVM changes figures by up to a factor of two. What is compared is measured in the same run, turn
 * and turn about, and told as a ratio: that holds on a busy machine too, and so does CPU time.
 *
 * <p>A new work implements {@link org.cometkv.node.bench.Work} and adds itself to its list of works; it need not use
 * cells.
 *
 * <p>Decisions. 2026-11: the bare call is measured inside an event, by a handler that calls {@code onGet} 300 times, on
 * both sides. The sandbox has no door past undo, result and usage, and a door for benchmarks alone would measure what
 * no user has. 2026-11: figures are of the best run, since what else runs on the machine can only slow a run down; the
 * median and the spread stand beside it. 2026-11: the cases of {@code prices} share a JVM, after each ran once: what a
 * stranger's script costs a node is what it costs code that has seen all kinds of scripts, and hundreds of JVMs would
 * take an hour. Fuel is exact, so that a slice does the same in each run and the best of all runs is told for each.
 *
 * <p>2026-11-30: at the quick pace, whose figures mean nothing, the cells of a collector share a JVM, and nodes join
 * and leave with the settings of the demo: starting JVMs and waiting for gossip was nearly all that it did.
 *
 * <p>2026-11-30: {@code chaos} and {@code failover} use no cells: their nodes are JVMs that are killed while the bench
 * measures, in {@code faults}, and the clients stay in this one, whose clock times every call.
 */
package org.cometkv.node.bench;
