/**
 * The JSON of the program: one text for each value, and the value that a text stands for.
 *
 * <pre>
 *   Value ──▶ ValueJson.print ──▶ text ──▶ ValueJson.parse ──▶ ValueJsonReader ──▶ Value
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: the JSON of an empty table is <code>{}</code>, because most tables of objects are records.
 * 2026-11-30: a package of its own below the commands, so that none of them depends on another for its JSON.
 */
package org.cometkv.node.json;
