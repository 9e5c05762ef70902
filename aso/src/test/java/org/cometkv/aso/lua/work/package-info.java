/**
 * A counting double of the sandbox: the same classes, rewritten as they are loaded so that they count what they do.
 *
 * <pre>
 *   CountingLoader ── rewrites with ──&gt; Rewriter ── asks ──&gt; CostTable ── reads ──&gt; costs.txt, CountedCalls
 *        └ defines org.cometkv.aso.lua and those below it, aso.codec and org.luaj.vm2, whose code calls ──&gt; Work
 * </pre>
 *
 * <p>The meter says what a script is charged; {@link org.cometkv.aso.lua.work.Work} says what was done. Tests compare
 * the two. Nothing here is part of the program.
 */
package org.cometkv.aso.lua.work;
