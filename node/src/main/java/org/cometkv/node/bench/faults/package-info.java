/**
 * Clusters of JVMs that suffer faults under load, and what becomes of what they acknowledged.
 *
 * <pre>
 *   ChaosRun ──▶ ChaosCluster ══▶ NodeProcess (a JVM: NodeProgram) …      Relays between them where they are cut off
 *      │             ▲  └───────▶ ClientNode … (members in this JVM that hold nothing)
 *      │             │
 *      ├──▶ Load ──▶ Calls ──▶ History ─┐
 *      ├──▶ FaultDriver ◀── FaultEvent  ├──▶ HistoryChecker ──▶ Verdict ──▶ ChaosResult
 *      │        └──▶ Disturbances ──────┘
 *      └──▶ ReplicationWatch
 * </pre>
 *
 * <p>Every call and its answer is written down with begin and end by the one clock of the JVM that the clients are in,
 * which no fault touches. The checker is a pure function of the history.
 *
 * <p>Decisions. 2026-11-30: a cut holds bytes back and lets them go afterwards, as TCP does when every packet is lost;
 * a relay knows who comes by the loopback address that each node connects from, so that nothing inside a node takes
 * part in its faults. 2026-11-30: a change of unknown outcome may show at any time: the checker never counts a reading
 * of one as too old.
 *
 * <p>Parameters and results are never null.
 */
package org.cometkv.node.bench.faults;
