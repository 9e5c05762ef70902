package org.cometkv.node;

import org.cometkv.actors.CometException;

/** Something that the user can put right: one sentence on stderr and an exit code, never a stack trace. */
final class UserMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    UserMistake(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** What kept a node from starting or going on: its configuration is the user's, other nodes are out of reach. */
    static UserMistake of(CometException broken) {
        Exit exit = broken.code() == CometException.Code.START ? Exit.USAGE : Exit.UNREACHABLE;
        // Of a library's message the first line: what follows is for whoever reads its source.
        String sentence = broken.getMessage().lines().findFirst().orElse("the node cannot be started");
        return new UserMistake(exit, sentence + ".");
    }

    Exit exit() {
        return exit;
    }
}
