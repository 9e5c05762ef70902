/**
 * Tests of the objects on whole nodes: what they may do, what they cannot, and what they cost.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.node.object;
