/**
 * The {@code comet} program: a command line around the modules below it.
 *
 * <pre>
 *   ./comet ──▶ CometProgram ──▶ one class for each command ──▶ actors, or the sandbox alone (run, bench)
 *                   │
 *                  ExitCode, UserMistake
 * </pre>
 *
 * <p>Commands print results on stdout and say on stderr, in one sentence, what a user can put right. They throw {@link
 * org.cometkv.node.console.UserMistake}; any other exception is a bug and is reported as one.
 *
 * <p>Parameters and results are never null.
 */
package org.cometkv.node;
