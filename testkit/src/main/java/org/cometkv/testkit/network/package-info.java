/**
 * The simulated network: links between nodes whose delays, losses and cuts are drawn from the seed or set by the test.
 *
 * <pre>
 *   Endpoint (a node's seam) ──▶ SimulatedNetwork ──▶ SimulatedLink (rule, order, queue) ──▶ Endpoint ──▶ Gateway
 * </pre>
 *
 * <p>Decisions. 2026-11-30: frames travel as they are, because all their parts are immutable, and through the
 * production serializer in every tenth seed; the queue to a paused node is Artery's, 3,072 frames and silence.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.network;
