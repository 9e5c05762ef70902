/**
 * The command {@code comet run}: scripts in the sandbox alone, one JSON line for each event.
 *
 * <pre>
 *   RunCommand ──▶ ScriptRun ──▶ Sandbox (aso.lua) ──▶ StandaloneHost (aso.host)
 *      │               │
 *   RunEvent,       RunLine ──▶ a line on stdout
 *   CallerJson,
 *   LimitOverride
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: the objects of two files share nothing, so that the order of files changes no result.
 * 2026-11-30: effects are admitted and not performed, and questions are answered by nobody: a script is tried out here,
 * not a cluster.
 */
package org.cometkv.node.run;
