/**
 * The commands {@code comet demo} and {@code comet examples}: the main job, or an application, on three real nodes.
 *
 * <pre>
 *   ExamplesCommand ──▶ Applications (examples)
 *                           ▲
 *   DemoCommand ────────────┼──▶ LocalCluster (examples.story): three nodes in this JVM
 *                           │
 *                         Demo: the main job, a Story
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: the demo runs on real nodes over Artery and waits for their timers, because it shows that
 * the program a user holds works on the user's machine; virtual time would show something else.
 */
package org.cometkv.node.demo;
