/**
 * The object model as the sandbox has it: scripts and values, what an event is and gives, and what it asks of its host.
 *
 * <pre>
 *   Script + fields, or a stored state ──▶ sandbox ── Event ──▶ Outcome(Result, Effects, Usage)
 *                                             │
 *                                           Host: what may be asked at once; Question ──▶ Reply: what takes time
 * </pre>
 *
 * <p>How objects are put, signed, and sent from node to node is said in {@code org.cometkv.actors}.
 *
 * <p>Pure: no actor, no thread, no clock. The Lua side lives in {@code org.cometkv.aso.lua}, which depends on this
 * package and never the other way round.
 */
package org.cometkv.aso;
