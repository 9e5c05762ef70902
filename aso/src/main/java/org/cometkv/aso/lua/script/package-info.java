/**
 * Scripts from text to compiled program: what the compiler of LuaJ refuses wrongly is edited before it reads it, and
 * what is no Lua 5.2 is refused in the words of Lua.
 *
 * <pre>
 *   Programs ── text ──▶ SourceScan ── error ───────────▶ SyntaxErrors ──▶ Program.failed
 *      │                     └── marked text ──▶ LuaC ──▶ Prototype ─────▶ Program
 *      └─ keeps them by digest
 * </pre>
 *
 * <p>Internal: public for the sandbox, and for nobody else ({@code BoundariesTest}). Nothing here runs a script, and no
 * script pays for it: its length is bounded, and one thread at a time compiles. What the strings are that host and
 * scripts share is handed in.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11: text only, no byte code: there is no verifier for it.
 *   <li>2026-11: numbers reach the compiler as marked strings, and become numbers again in {@code Program}: it loses
 *       signs of zero and exponents, and folds powers inexactly.
 * </ul>
 */
package org.cometkv.aso.lua.script;
