/**
 * Tests of subscriptions on whole nodes in virtual time.
 *
 * <p>Decisions. 2026-12-01: each claim of the manual's page on subscriptions has a test here, named after it.
 */
package org.cometkv.testkit.subscriptions;
