/**
 * The console side of every command: exit codes, mistakes of the user, files that the user names, and forms of output.
 *
 * <pre>
 *   command ──▶ CommandOptions (of CometProgram) ──▶ OutputFormat ──▶ a line on stdout
 *      │
 *      ├──▶ UserFile ──▶ UserMistake ──▶ ExitCode
 *      └──▶ ExitCode
 * </pre>
 *
 * <p>Parameters and results are never null.
 *
 * <p>Decisions. 2026-11-30: commands are handed the program's options through {@code CommandOptions}; before, the
 * program and three commands knew each other in a circle. 2026-11-30: a file that cannot be read is wrong usage (exit
 * code 2); "not found" (6) is kept for keys of the store.
 */
package org.cometkv.node.console;
