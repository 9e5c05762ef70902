package org.cometkv.testkit.history;

/**
 * A breach of an invariant by a run.
 *
 * @param invariant its name
 * @param what happened, in a sentence that names calls, nodes and keys
 */
public record Violation(String invariant, String what) {}
