/**
 * The sandbox: an interpreter of our own over LuaJ's compiler, strings and numbers, its libraries and its codec.
 *
 * <pre>
 *   Sandbox ── compiles once (Programs) ──▶ Instance ── create, restore, handle ──▶ Step: Ended, Yielded, Waiting
 *                                              │
 *   Worker ── lends a Run: frames, Meter, Journal
 *                                              │
 *   Handlers ▶ Calls, Interpreter.loop ▶ Indexing, Arith, Comparing, libraries (Libraries lists them, Task calls back)
 *                                              │
 *   at the end: Values out, Adoption of what was attached, Policies, Live size; or Journal.rollBack
 * </pre>
 *
 * <p>The only package that imports LuaJ. Decisions:
 *
 * <ul>
 *   <li>Frames are on the heap and nothing recurses on the Java stack, so that an event can wait and yield anywhere.
 *   <li>No charge depends on a pool, an array's length or a hash seed: the same event on the same state costs the same.
 *   <li>Tables keep dead slots while a traversal may go on from them; the end of an event forgets their keys.
 *   <li>A state names functions and frozen tables by the order in which the chunk makes them, because it runs first.
 * </ul>
 */
package org.cometkv.aso.lua;
