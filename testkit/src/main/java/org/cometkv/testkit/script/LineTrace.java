package org.cometkv.testkit.script;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Position;

/**
 * A trace of the lines that the events of a script run, each with the local variables as they are before it runs:
 * {@code onGet 3: local sum = sum + n    sum = 4, n = 1}. On the first line of an event they may be as after it.
 *
 * <p>Not thread-safe.
 */
final class LineTrace {

    private static final int SHOWN_MAX = 80;

    private final Consumer<String> to;
    private List<String> text = List.of();
    private String handler = "";
    private int line;

    LineTrace(Consumer<String> to) {
        this.to = to;
    }

    /** An event begins. */
    void begin(String itsHandler, Script script) {
        handler = itsHandler;
        text = new String(script.text(), StandardCharsets.UTF_8).lines().toList();
        line = 0;
    }

    /** The event is here now. */
    void at(Position position) {
        // The first instruction of an event has run before it can be stopped.
        if (line == 0 && position.lineBefore() != position.line()) {
            show(position.lineBefore(), position.locals());
        }
        if (position.line() != line) {
            show(position.line(), position.locals());
        }
    }

    /** A state or an answer may have kilobytes; a line is read by people. */
    private static String brief(String local) {
        return local.length() <= SHOWN_MAX ? local : local.substring(0, SHOWN_MAX) + "…";
    }

    private void show(int number, List<String> locals) {
        line = number;
        String source =
                number > 0 && number <= text.size() ? text.get(number - 1).strip() : "?";
        List<String> named = locals.stream()
                .filter(local -> !local.startsWith("("))
                .map(LineTrace::brief)
                .toList();
        to.accept(handler + " " + number + ": " + source + (named.isEmpty() ? "" : "    " + String.join(", ", named)));
    }
}
