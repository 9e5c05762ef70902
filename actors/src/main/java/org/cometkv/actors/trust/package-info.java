/**
 * Identities, grants and signatures, and the rule of what a signature is worth on a node.
 *
 * <pre>
 *   Grant            issuer ──signs──▶ (author, key prefix, rights, expiry)
 *   ObjectSignature  author ──signs──▶ (key, script, initial fields, serial, salt, grant)
 *   TrustPolicy      issuers of this node + ObjectSignature + content put + now ──▶ TrustVerdict
 * </pre>
 *
 * <p>Pure: JDK Ed25519 only, no Pekko; keys are generated at the edge and {@code now} is an argument. Signatures and
 * grants know bytes and keys; of scripts and values they have digests, which {@link CanonicalForm} makes.
 *
 * <h2>The canonical encoding</h2>
 *
 * A message is a sequence of fields, each its length in four bytes, big-endian, and then its bytes. The first field is
 * the domain: what is signed as one thing can be read as no other. Integers are big-endian.
 *
 * <pre>
 *   comet-object-1   author 32 · key 32 · digest of the script 32 · digest of the fields 32 · serial 8 · salt 0..64 ·
 *                    grant: empty, or its encoding
 *   comet-remove-1   the same; the fields are the remove's request, and the script is empty
 *   comet-grant-1    issuer 32 · author 32 · prefix: bits 2, key 32 with zeros behind them · keys 1 (0 or 1) ·
 *                    depth 1 · fanout 4 · limits: for each, in the order of their numbers, number 1, bound 4 ·
 *                    expiry 8 (ms since 1970)
 * </pre>
 *
 * The encoding of a grant or signature is its message and then the 64 bytes of Ed25519 over that message. There is one
 * encoding of each, and decoding accepts no other. The digest of a script is the SHA-256 of the fields
 * {@code "comet-script-1"} and its text, that of values is described with {@link
 * org.cometkv.aso.codec.CanonicalValue}.
 *
 * <p>Decided 2026-11: digests and not the contents are signed, because an image carries its signature and no longer the
 * fields it began with; and because a refusal can so name what differs. The policy has no field of its own: it is what
 * script and fields set, and both are signed. 2026-11-30: public, for applications sign with it; the package has a name
 * for its purpose, where it was called {@code signed}.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.trust;
