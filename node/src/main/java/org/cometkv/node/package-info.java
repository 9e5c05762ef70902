/**
 * The {@code comet} program: a command line around the modules below it.
 *
 * <pre>
 *   ./comet ──▶ CometProgram ──▶ one class for each command ──▶ actors, or the sandbox alone (run, bench)
 *                   │
 *                  Exit, UserMistake
 * </pre>
 *
 * <p>Commands print results on stdout and say on stderr, in one sentence, what a user can put right. They throw {@link
 * org.cometkv.node.UserMistake}; any other exception is a bug and is reported as one.
 *
 * <p>Decisions. 2026-11: a file that
 * cannot be read is wrong usage (exit code 2); "not found" (6) is kept for keys of the store.
 */
package org.cometkv.node;
