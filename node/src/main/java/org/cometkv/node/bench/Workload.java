package org.cometkv.node.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cometkv.actors.Aso;

/** A script that both Lua engines run, and what counts as one operation of it. */
enum Workload {
    GET_COUNT("getCount", "onGet", 1, Map.of()),
    GET_COUNT_CALLS("getCount-calls", "onTimer", 300, Map.of()),
    GET_COUNT_GLOBAL("getCount-global", "onGet", 1, Map.of()),
    LOOP("loop", "onGet", 1, Map.of("fuel", 1_000_000)),
    NEAREST("nearest", "onGet", 1, Map.of()),
    STRINGS("strings", "onGet", 1, Map.of());

    private final String file;
    private final String handler;
    private final int calls;
    private final Map<String, Integer> overrides;

    Workload(String file, String handler, int calls, Map<String, Integer> overrides) {
        this.file = file;
        this.handler = handler;
        this.calls = calls;
        this.overrides = overrides;
    }

    String script() {
        return text(file + ".lua");
    }

    /** An object of this script that holds a value. */
    Aso object(String value) {
        return Aso.script(script()).with("value", value);
    }

    String handler() {
        return handler;
    }

    /** The number of operations that the handler does each time. */
    int calls() {
        return calls;
    }

    /** Limits over the defaults that it needs, by name. */
    Map<String, Integer> overrides() {
        return overrides;
    }

    /** The text of a file that lies beside these classes. */
    static String text(String file) {
        try (InputStream in = Workload.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file + " beside " + Workload.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
