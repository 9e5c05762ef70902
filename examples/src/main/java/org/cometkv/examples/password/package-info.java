/**
 * Password access: a value for who proves to know a password.
 *
 * <p><b>What it is for.</b> Adeona keeps the last places of a stolen laptop in a DHT for its owner, who after the
 * theft has nothing but a password. Anything that strangers may find but only some may open or change.
 *
 * <p><b>How it works.</b> {@link org.cometkv.examples.password.Proof} derives a verifier from the password, slowly
 * (PBKDF2) and salted with the object's key; the put hands it to the object. Whoever reads, updates or removes makes
 * the same verifier from the password and sends {@code {at, value, proof}}, where {@code proof} is
 * {@code HMAC(verifier, "act at value")}. The object computes the HMAC itself and compares. The password is in no
 * state, request or log, and no handler gives the verifier or the script away: a get without a proof, or with a wrong
 * one, finds nothing.
 *
 * <p><b>What it does not promise.</b> A proof can be used again for a minute by who sees it pass, to the same end
 * only; links between nodes need TLS anyway, for the answer passes there as well. The verifier travels once, in the
 * put. Hosts see verifier and value: encrypt what they must not read. Guessing a weak password needs no more than
 * patience; the object's rate is all that slows it down. Clocks may differ by a minute and no more.
 */
package org.cometkv.examples.password;
