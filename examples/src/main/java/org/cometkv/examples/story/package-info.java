/**
 * The contract of the applications: each is a script and a story that is told and checked against running nodes.
 *
 * <pre>
 * Applications ─▶ counter, timeout, onetime, …  ─▶ story: Application, Story, NotSeen
 *                                                       ▲
 * the main demo (node), tests ──────────────────────────┴──▶ LocalCluster: three real nodes
 * </pre>
 *
 * <p>The contract is a package of its own, so that the list of all applications and the applications need not know each
 * other in a circle.
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: the main demo is a story too, and it, the applications and the tests run on one kind of
 * cluster, so that each setting of quick gossip stands in one place.
 */
package org.cometkv.examples.story;
