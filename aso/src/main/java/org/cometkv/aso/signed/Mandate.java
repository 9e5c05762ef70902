package org.cometkv.aso.signed;

/**
 * What a request of an object shows for doing more than an unsigned one may.
 *
 * <p>Depth and budget are as the sender says them; the node that is asked holds them against the grant.
 *
 * @param signature of the object that asks
 * @param depth how many more requests in a row it may cause
 * @param budget how many messages all that it causes may send
 */
public record Mandate(Signature signature, int depth, int budget) {}
