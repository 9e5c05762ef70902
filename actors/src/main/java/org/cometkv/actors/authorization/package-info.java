/**
 * The rules of what a request may do on this node: its signature, its mandate, its reach and its chain.
 *
 * <pre>
 *   RequestAuthorizer ┬ SignatureVerifier    genuine signatures, remembered; the limits of a grant
 *                     ├ ReachRule            the keys and nodes an object may send to
 *                     └ CallChain            depth and messages that are left to requests in a row
 *   SerialRule                               an author's serials rise
 * </pre>
 *
 * <p>Decisions. 2026-11-30: examined are requests of the wire, so that neither hosted objects nor replicas are known
 * here.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.authorization;
