package org.cometkv.actors.signed;

/** What a signature is worth on a node. */
public sealed interface Verdict {

    /** The author signed it, and an issuer that the node trusts gave the rights. */
    record Verified(Identity author, Grant grant) implements Verdict {}

    /** The author signed it and has no rights here. */
    record Identified(Identity author, String why) implements Verdict {}

    /** It is not what was signed. */
    record Refused(String reason) implements Verdict {}
}
