/**
 * The commands that sign: {@code comet key} makes keys and grants, {@code comet sign} makes signed objects and removes.
 *
 * <pre>
 *   KeyCommand ──▶ GrantCommand ─┐
 *                                ├──▶ SignedJson ──▶ SignedFile ──▶ a file, or a line on stdout
 *   SignCommand ─────────────────┘        │
 *                                  actors.signed
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: each file says of what kind it is, so that a key is never taken for a grant. 2026-11-30:
 * {@code comet sign} reads back what it signed before it prints it, since nobody else could tell that it is wrong.
 */
package org.cometkv.node.sign;
