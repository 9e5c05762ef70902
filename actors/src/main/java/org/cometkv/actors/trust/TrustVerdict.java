package org.cometkv.actors.trust;

/** The worth of a signature on a node. */
public sealed interface TrustVerdict {

    /** The author signed it, and an issuer that the node trusts gave the rights. */
    record Verified(Identity author, Grant grant) implements TrustVerdict {}

    /** The author signed it and has no rights here. */
    record Identified(Identity author, String why) implements TrustVerdict {}

    /** It is not what was signed. */
    record Refused(String reason) implements TrustVerdict {}
}
