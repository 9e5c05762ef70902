package org.cometkv.aso;

/**
 * What a request of an object shows for doing more than an unsigned one may; what it rests on is the host's to know.
 *
 * <p>Depth and budget are as the sender says them; the node that is asked holds them against what they rest on.
 */
public interface Mandate {

    /** How many more requests in a row it may cause. */
    int depth();

    /** How many messages all that it causes may send. */
    int budget();
}
