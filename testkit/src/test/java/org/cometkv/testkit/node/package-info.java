/**
 * Tests of whole nodes in virtual time: what the store promises, and what nodes do to each other.
 *
 * <p>Decisions. 2026-11-30: they were tests of module actors on a fake clock and waited in real time; what only a class
 * of actors can see is tested in its own package.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.node;
