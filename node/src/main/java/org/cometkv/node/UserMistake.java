package org.cometkv.node;

/** Something that the user can put right: one sentence on stderr and an exit code, never a stack trace. */
final class UserMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    UserMistake(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
