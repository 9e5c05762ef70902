package org.cometkv.aso.lua;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cometkv.aso.Event;
import org.luaj.vm2.LuaString;

/**
 * The strings that host and scripts both use, one object for each text.
 *
 * <p>A program's constants are replaced by these, so that a table finds them by identity.
 */
final class InternedNames {

    private static final Map<LuaString, LuaString> ALL = new ConcurrentHashMap<>();

    static final LuaString INDEX = of("__index");
    static final LuaString NEWINDEX = of("__newindex");
    static final LuaString CALL = of("__call");
    static final LuaString EQ = of("__eq");
    static final LuaString LT = of("__lt");
    static final LuaString LE = of("__le");
    static final LuaString LEN = of("__len");
    static final LuaString CONCAT = of("__concat");
    static final LuaString PAIRS = of("__pairs");
    static final LuaString IPAIRS = of("__ipairs");
    static final LuaString TOSTRING = of("__tostring");
    static final LuaString METATABLE = of("__metatable");
    static final LuaString MODE = of("__mode");

    static final LuaString ASO = of("aso");
    static final LuaString SELF = of("self");
    static final LuaString GLOBALS = of("_G");
    static final LuaString VALUE = of("value");
    static final LuaString N = of("n");

    private static final LuaString ON_GET = of("onGet");
    static final LuaString ON_TIMER = of("onTimer");
    static final LuaString TIMER = of("timer");
    static final LuaString TTL = of("ttl");
    static final LuaString REPLICAS = of("replicas");
    static final LuaString REPLICATION = of("replication");
    static final LuaString ACCEPT = of("accept");
    static final LuaString HISTORY = of("history");

    /** The metamethods of the arithmetic instructions, from addition on. */
    static final LuaString[] ARITHMETIC = {
        of("__add"), of("__sub"), of("__mul"), of("__div"), of("__mod"), of("__pow"), of("__unm")
    };

    private static final Map<Class<?>, LuaString> HANDLERS = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(event -> event, event -> of("on" + event.getSimpleName())));

    private InternedNames() {}

    /** The one string of this text; only while classes are initialised. */
    static LuaString of(String text) {
        LuaString name = LuaString.valueOf(text);
        return ALL.computeIfAbsent(name, n -> name);
    }

    /** The shared string that equals this one, or itself. */
    static LuaString shared(LuaString text) {
        return ALL.getOrDefault(text, text);
    }

    /** The handler of an event; the commonest without a search. */
    static LuaString handler(Event event) {
        return event instanceof Event.Get ? ON_GET : HANDLERS.get(event.getClass());
    }
}
