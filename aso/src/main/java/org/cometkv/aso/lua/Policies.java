package org.cometkv.aso.lua;

import java.util.OptionalLong;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Replication;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The reserved fields of {@code aso}, read as policy. */
final class Policies {

    private static final int MILLIS = 1_000;
    private static final double SECONDS_MAX = 1e11;

    private static final int HASH_MASK = 63;

    /** A bit for the hash of each reserved name: nearly all other names end here. */
    private static final long RESERVED = 1L << (Names.TIMER.hashCode() & HASH_MASK)
            | 1L << (Names.TTL.hashCode() & HASH_MASK)
            | 1L << (Names.REPLICAS.hashCode() & HASH_MASK)
            | 1L << (Names.REPLICATION.hashCode() & HASH_MASK);

    private Policies() {}

    static boolean isReserved(LuaValue key) {
        if (!(key instanceof LuaString name) || (RESERVED >>> (name.hashCode() & HASH_MASK) & 1) == 0) {
            return false;
        }
        switch (name.m_length) {
            case 3:
                return name.raweq(Names.TTL);
            case 5:
                return name.raweq(Names.TIMER);
            case 8:
                return name.raweq(Names.REPLICAS);
            case 11:
                return name.raweq(Names.REPLICATION);
            default:
                return false;
        }
    }

    /** @throws LuaFault if a field has a value it cannot have */
    static Policy read(Table aso, Limits limits) {
        LuaValue timer = aso.get(Names.TIMER);
        LuaValue ttl = aso.get(Names.TTL);
        LuaValue replicas = aso.get(Names.REPLICAS);
        LuaValue replication = aso.get(Names.REPLICATION);
        if (timer == LuaValue.NIL && ttl == LuaValue.NIL && replicas == LuaValue.NIL && replication == LuaValue.NIL) {
            return Policy.DEFAULT;
        }
        return new Policy(timer(timer, limits), ttl(ttl), replicas(replicas), replication(replication));
    }

    private static OptionalLong timer(LuaValue value, Limits limits) {
        if (value == LuaValue.NIL) {
            return OptionalLong.empty();
        }
        double shortest = limits.shortestTimerMillis() / (double) MILLIS;
        double seconds = value instanceof LuaNumber ? value.todouble() : Double.NaN;
        if (seconds != 0 && !(seconds >= shortest && seconds <= SECONDS_MAX)) {
            throw bad("timer", value, "0, or seconds from " + shortest + " on");
        }
        return OptionalLong.of(Math.round(seconds * MILLIS));
    }

    private static OptionalLong ttl(LuaValue value) {
        if (value == LuaValue.NIL) {
            return OptionalLong.empty();
        }
        double seconds = value instanceof LuaNumber ? value.todouble() : Double.NaN;
        if (!(seconds > 0 && seconds <= SECONDS_MAX)) {
            throw bad("ttl", value, "seconds above 0");
        }
        return OptionalLong.of(Math.max(1, Math.round(seconds * MILLIS)));
    }

    private static int replicas(LuaValue value) {
        if (value == LuaValue.NIL) {
            return 0;
        }
        double number = value instanceof LuaNumber ? value.todouble() : Double.NaN;
        if (!(number >= 1 && number <= Policy.REPLICAS_MAX && number == Math.rint(number))) {
            throw bad("replicas", value, "a whole number from 1 to " + Policy.REPLICAS_MAX);
        }
        return (int) number;
    }

    private static Replication replication(LuaValue value) {
        if (value == LuaValue.NIL || is(value, "system")) {
            return Replication.SYSTEM;
        }
        if (is(value, "self")) {
            return Replication.SELF;
        }
        throw bad("replication", value, "\"system\" or \"self\"");
    }

    private static boolean is(LuaValue value, String word) {
        return value instanceof LuaString text && Values.string(text).equals(word);
    }

    private static LuaFault bad(String field, LuaValue value, String bound) {
        String shown = value instanceof LuaString text
                ? '"' + Faults.shown(text) + '"'
                : value instanceof LuaNumber ? Faults.message(value) : "a " + value.typename();
        return LuaFault.raw(Values.text("aso." + field + " is " + shown + "; it must be " + bound));
    }
}
