package org.cometkv.node.console;

/** The exit codes of the program: stable numbers that scripts may branch on. */
public enum ExitCode {
    WELL(0, "well"),
    BUG(1, "a bug of Comet"),
    USAGE(2, "wrong usage"),
    SCRIPT_ERROR(3, "a script raised an error"),
    LIMIT(4, "a limit was broken"),
    REFUSED(5, "refused"),
    NOT_FOUND(6, "not found"),
    UNREACHABLE(7, "cannot reach a node");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** The one to end with where both apply: a broken limit before a script's error, that before a refusal. */
    public ExitCode and(ExitCode other) {
        return rank() <= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case BUG -> 0;
            case USAGE -> 1;
            case LIMIT -> 2;
            case SCRIPT_ERROR -> 3;
            case REFUSED -> 4;
            case NOT_FOUND -> 5;
            case UNREACHABLE -> 6;
            case WELL -> 7;
        };
    }
}
