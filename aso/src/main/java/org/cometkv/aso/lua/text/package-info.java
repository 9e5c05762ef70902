/**
 * Work on bytes and numbers, as Lua 5.2 does it and C before it: strings, patterns, formats, numerals.
 *
 * <pre>
 *   libraries, ConcatOps, ... ──▶ LuaStrings, LuaStringBuilder          slices, order, search, text under construction
 *                             ──▶ PatternMatcher ▶ CharClass            find, match, gmatch, gsub
 *                             ──▶ FormatDirective ▶ Decimal             string.format
 *                             ──▶ Numbers ▶ Decimal, NegativeZero       numbers to text and back
 *                             ──▶ RandomState                           math.random
 *                       each pays the Budget that it is handed
 * </pre>
 *
 * <p>Internal: public for the sandbox, and for nobody else ({@code BoundariesTest}). No function here knows a table, a
 * frame or an event, and none calls back into a script: what does ({@code GsubRun}, {@code FormatRun}, {@code SortRun})
 * belongs to the machine. The same bytes give the same result at the same charge on every machine.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11: decimal forms are rounded half to even from the exact expansion of the number, as C does; {@code
 *       String.format} rounds half up, and knows locales.
 *   <li>2026-11: the negative zero is a class of its own: LuaJ boxes every double that is whole as an integer, and
 *       integers have one zero only.
 *   <li>2026-11: no result shares the bytes of its source, so that a short slice does not keep a long string alive.
 * </ul>
 */
package org.cometkv.aso.lua.text;
