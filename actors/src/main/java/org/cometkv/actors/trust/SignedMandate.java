package org.cometkv.actors.trust;

import org.cometkv.aso.Mandate;

/**
 * A mandate that rests on the grant of a signed object.
 *
 * @param signature of the object that asks
 * @param depth how many more requests in a row it may cause
 * @param budget how many messages all that it causes may send
 */
public record SignedMandate(ObjectSignature signature, int depth, int budget) implements Mandate {}
