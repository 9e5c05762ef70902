/**
 * The encoding of values and parties: one for messages, states, signatures and storage.
 *
 * <pre>
 *   ValueCodec, PartyCodec ──▶ Output ┬ ByteOutput   a growing or a given buffer
 *                          │          └ ByteCount    counts only, by the same code
 *                          └──▶ Input                nothing is believed: MalformedInput
 *   CanonicalValue ──▶ Output                        one encoding for equal values, for what is signed
 * </pre>
 *
 * <p>Numbers take 1 to 9 bytes: seven bits each, the lowest first, the highest bit telling that more follow; the ninth
 * byte holds eight. Words take 8 bytes and halves 4, the highest first. Texts and strings follow their length.
 *
 * <p>Decisions. 2026-11-30: an output is an interface, so that sizes are counted by the code that writes and a message
 * is written into the buffer of the transport; an input is one class, so that bounds are checked in one place.
 *
 * <p>Everything here is non-null and pure: bytes are arguments and results.
 */
package org.cometkv.aso.codec;
