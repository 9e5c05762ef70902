/**
 * The traffic between this node and others: rates, windows, frames, parts and duplicates.
 *
 * <pre>
 *               Gateway ── RequestTable
 *              │       │
 *           Ingress   Egress
 *    PeerAdmission     │ PeerTable ── Peer ┬ SendWindow (OutboundMessage)
 *    PeerRateLimiter   │                   ├ RoundTripEstimate
 *    InboundRequests   │                   ├ PeerBackoff
 *    LoadShedder       │                   └ PeerRateLimiter
 *    Reassembly        └ RefusalBatch
 *    IngressCounters
 *           │
 *           ▼ Inbound: requests that may come in
 * </pre>
 *
 * <p>Decisions. 2026-11-30: the Gateway hands requests and greetings to an {@code Inbound} and so knows no manager;
 * only {@code Gateway}, {@code Inbound} and what their messages name are public, and {@code AdmissionBenchmark} for
 * {@code comet bench}.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.peers;
