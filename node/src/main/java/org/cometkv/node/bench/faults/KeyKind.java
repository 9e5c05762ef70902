package org.cometkv.node.bench.faults;

import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;

/** A kind of key: half of all keys hold values, half objects, a quarter of which collect what they were told. */
enum KeyKind {
    /** A passive value; each put replaces it. */
    VALUE,
    /** An object that keeps the last update. */
    OBJECT,
    /** An object that keeps every update once, in whatever order they come. */
    COLLECTING;

    private static final String KEEPS_LAST = """
            function aso:onUpdate(caller, value) self.value = value end
            function aso:onGet() return self.value end
            """;

    private static final String COLLECTS = """
            aso.accept = "all"
            aso.told = {}
            function aso:onUpdate(caller, value) self.told[#self.told + 1] = value end
            function aso:onGet() return self.told end
            """;

    static KeyKind of(int key) {
        return key % 2 == 0 ? VALUE : key % 8 == 1 ? COLLECTING : OBJECT;
    }

    /** The object that is put first, told a text already. */
    Aso first(String text) {
        return switch (this) {
            case VALUE -> Aso.value(text);
            case OBJECT -> Aso.script(KEEPS_LAST).with("value", text);
            case COLLECTING -> Aso.script(COLLECTS).with("told", Value.list(Value.of(text)));
        };
    }
}
