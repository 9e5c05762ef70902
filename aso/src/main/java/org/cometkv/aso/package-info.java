/**
 * The object model: what a user puts, what an event is and gives, and what travels between nodes.
 *
 * <pre>
 *   Aso (put) ── Script + fields ──▶ sandbox ── Event ──▶ Outcome(Result, Effects, Usage)
 *                                       │
 *                                     Image (Header, Script, state, timers)
 * </pre>
 *
 * <p>Pure: no actor, no thread, no clock. The Lua side lives in {@code org.cometkv.aso.lua}, which depends on this
 * package and never the other way round.
 */
package org.cometkv.aso;
