/**
 * What the applications have in common: each is a script and a story that is told and checked against running nodes.
 *
 * <pre>
 * Applications ─▶ counter, timeout, onetime, …  ─▶ story: Application, Story, NotSeen
 * </pre>
 *
 * <p>The contract is a package of its own, so that the list of all applications and the applications need not know each
 * other in a circle.
 */
package org.cometkv.examples.story;
