package org.cometkv.aso.lua;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The bytes of an object's state: the graph of its tables, with cycles, sharing, order and dead slots.
 *
 * <pre>
 *   version, random state (8 bytes), three bounds on the size, aso's content,
 *   content of each further table in order of first mention,
 *   count of detached tables of the chunk, each as a value, content of each further table
 *   content: list length, entries, metatable or nil, values of the list, key and value of each entry
 *   entries count dead slots too; these are written as DEAD and the length of their run
 * </pre>
 *
 * <p>A string among the script's constants is written as its number; functions and tables that the chunk makes are
 * written by the order in which it makes them, because it runs again before a state is read.
 */
final class StateCodec {

    static final int VERSION = 2;

    static final int NIL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int INTEGER = 3;
    static final int NUMBER = 4;
    static final int STRING = 5;
    static final int CONSTANT = 6;
    static final int NEW_TABLE = 7;
    static final int NEW_TABLE_OF_CHUNK = 8;
    static final int KNOWN_TABLE = 9;
    static final int FROZEN_TABLE = 10;
    static final int CLOSURE = 11;
    static final int BUILTIN = 12;
    static final int NODE = 13;
    static final int PARTY = 14;
    static final int INBOX = 15;
    static final int DEAD = 16;

    static final int SMALL_INTEGER = 17;
    static final int SMALL_INTEGERS = 111;
    static final int SMALL_CONSTANT = SMALL_INTEGER + SMALL_INTEGERS;
    static final int SMALL_CONSTANTS = 256 - SMALL_CONSTANT;

    private static final int TABLE_MOST = 12;
    private static final int VALUE_MOST = 9;
    private static final int LENGTH_MOST = 5;
    private static final int HANDLE_MOST = 1024;

    /** Longest name of a function of a library, in bytes. */
    static final int NAME_BYTES_MAX = 255;

    private StateCodec() {}

    /** A bound on the bytes of a table and of what it holds, but for the tables among that. */
    static long most(Table table) {
        long bytes = TABLE_MOST;
        for (int at = 0; at < table.count; at++) {
            bytes += most(table.list[at]);
        }
        for (int at = 0; at < 2 * table.used; at++) {
            bytes += most(table.slots[at]);
        }
        return bytes;
    }

    private static long most(LuaValue value) {
        if (value instanceof LuaString text) {
            return LENGTH_MOST + (long) text.m_length;
        }
        return value instanceof HostHandle ? HANDLE_MOST : VALUE_MOST;
    }
}
