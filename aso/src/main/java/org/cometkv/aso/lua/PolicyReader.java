package org.cometkv.aso.lua;

import java.util.Set;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.text.LuaStrings;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The reserved fields of {@code aso}, read as policy. */
final class PolicyReader {

    private static final Set<LuaString> RESERVED = Set.of(
            InternedNames.TIMER,
            InternedNames.TTL,
            InternedNames.REPLICAS,
            InternedNames.REPLICATION,
            InternedNames.ACCEPT,
            InternedNames.HISTORY,
            InternedNames.ON_TIMER);

    /** A bit for the hash of each reserved name: nearly all other names end here. */
    private static final long HASHES =
            RESERVED.stream().mapToLong(name -> 1L << name.hashCode()).reduce(0, (all, one) -> all | one);

    private PolicyReader() {}

    /** Whether the host goes by what is under this key: a field of the policy, or the handler that makes it matter. */
    static boolean isReserved(LuaValue key) {
        // A shift takes the lowest six bits of the hash.
        return key instanceof LuaString name && (HASHES >>> name.hashCode() & 1) != 0 && RESERVED.contains(name);
    }

    /** @throws LuaFault if a field has a value it cannot have */
    static Policy read(Table aso, Limits limits, Meter meter) {
        Value timer = data(aso.get(meter, InternedNames.TIMER));
        Value ttl = data(aso.get(meter, InternedNames.TTL));
        Value replicas = data(aso.get(meter, InternedNames.REPLICAS));
        Value replication = data(aso.get(meter, InternedNames.REPLICATION));
        Value accept = data(aso.get(meter, InternedNames.ACCEPT));
        Value history = data(aso.get(meter, InternedNames.HISTORY));
        try {
            return Policy.of(timer, ttl, replicas, replication, accept, history, limits);
        } catch (IllegalArgumentException bad) {
            throw LuaFault.raw(LuaStrings.encode(bad.getMessage()));
        }
    }

    private static Value data(LuaValue value) {
        if (value instanceof LuaNumber) {
            return Value.of(value.todouble());
        }
        if (value instanceof LuaString text) {
            return Value.of(Faults.shown(text));
        }
        if (value == LuaValue.NIL) {
            return Value.NIL;
        }
        return value instanceof Table ? Value.table() : Value.of("a " + value.typename());
    }
}
