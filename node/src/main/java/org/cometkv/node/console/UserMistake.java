package org.cometkv.node.console;

import org.cometkv.actors.CometException;

/** A mistake that the user can put right: one sentence on stderr and an exit code, never a stack trace. */
public final class UserMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    public UserMistake(ExitCode exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** A node that cannot start or go on: its configuration is the user's, or other nodes are out of reach. */
    public static UserMistake of(CometException broken) {
        ExitCode exit = broken.code() == CometException.Code.START ? ExitCode.USAGE : ExitCode.UNREACHABLE;
        // Of a library's message the first line: what follows is for whoever reads its source.
        String sentence = broken.getMessage().lines().findFirst().orElse("the node cannot be started");
        return new UserMistake(exit, sentence + ".");
    }

    public ExitCode exit() {
        return exit;
    }
}
