package org.cometkv.testkit.scenario;

/** A text that is no scenario. The message is one sentence that names the line and what may stand there. */
public final class ScenarioSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ScenarioSyntaxException(int line, String what) {
        super("line " + line + ": " + what);
    }
}
