package org.cometkv.aso.lua;

/**
 * The price list of the sandbox: everything that an event pays beside the one unit of fuel of each instruction.
 *
 * <p>Fuel is metered work; names that end in {@code SHIFT} say how many items make one unit, as a power of two, and
 * what is left over is free. Bytes are charged for allocation. Bytes of heap are what the state is counted by between
 * events. Nothing here depends on a pool, on the length of an array or on a hash seed.
 */
final class Prices {

    /* Fuel: work by the size of its operands. */

    /** Bytes of a long key that are hashed. */
    static final int HASHED_SHIFT = 4;
    /** Bytes of two strings that are compared. */
    static final int COMPARED_SHIFT = 4;
    /** Bytes that are copied, searched or written. */
    static final int COPIED_SHIFT = 3;
    /** Places of a list that move. */
    static final int MOVED_SHIFT = 2;
    /** Places that are looked at, emptied or copied with their table. */
    static final int SEEN_SHIFT = 3;
    /** Tables, functions and elements that a walk over the state visits. */
    static final int WALKED_SHIFT = 1;
    /** Bytes of a state that is written as well, as they are estimated. */
    static final int WRITTEN_BYTES_SHIFT = 3;
    /** These bytes again for each long constant that a text of the state is compared with. */
    static final int SOUGHT_SHIFT = 5;
    /** Its elements then. */
    static final int WRITTEN_SHIFT = 1;
    /** Places that a new table is given in advance. */
    static final int ROOM_SHIFT = 4;
    /** Instructions and local variables that the search for an operand's name reads. */
    static final int NAMED_SHIFT = 2;
    /** Bytes of a line of the log. */
    static final int LOGGED_SHIFT = 2;
    /** Bytes of a text that is read as a number. */
    static final int NUMERAL_SHIFT = 2;

    /* Fuel: one act. */

    /** The call of a library function. */
    static final int BUILTIN = 2;
    /** A new entry of a table. */
    static final int ENTRY = 4;
    /** An entry that becomes an element of the list. */
    static final int ADOPTED = 4;
    /** A step of a traversal. */
    static final int STEP = 3;
    /** A comparison of a sort. */
    static final int SORTED = 3;
    /** A percent sign and what follows it in a template of {@code gsub}. */
    static final int ESCAPE = 2;
    /** The call of a metamethod, beside the instruction or the function that it is called for. */
    static final int METAMETHOD = 1;
    /** An error on its way, beside one unit for each frame. */
    static final int UNWIND = 10;
    /** A function of the math library. */
    static final int MATH = 4;
    /** A directive of a format, beside what it shows, and the text before it. */
    static final int DIRECTIVE = 2;
    /** A directive that shows a whole number; other numbers cost {@link Decimal#cost}. */
    static final int WHOLE = 4;
    /** A numeral that is more than a few decimal digits, beside its bytes. */
    static final int NUMERAL = 16;
    /** An effect, or a request to the host that does not wait. */
    static final int EFFECT = 50;
    /** A request that waits, or a lookup. */
    static final int QUESTION = 100;
    /** A digest, beside its bytes. */
    static final int DIGEST = 200;
    /** A line of the log, beside its bytes. */
    static final int LOGGED = 25;
    /** What the operator of powers costs beside its instruction. */
    static final int POWER = 1;
    /** The text of a handle, or of one of its fields; a node read from its text. */
    static final int HANDLE_TEXT = 10;

    /* Bytes of allocation. */

    static final int STRING = 48;
    static final int TABLE = 56;
    /** An element of a list, with the number that it may be. */
    static final int LISTED = 24;
    /** An entry under a string. */
    static final int ENTRY_BYTES = 40;
    /** An entry under a number, which is an object too. */
    static final int NUMERIC_ENTRY_BYTES = 72;
    /** A slot of a table that is copied whole, or given in advance. */
    static final int SLOT = 8;
    /** A journal entry, that is one write to a table of the state. */
    static final int JOURNAL_ENTRY = 16;
    /** The number that an entry keeps. */
    static final int JOURNAL_NUMBER = 8;
    /** A variable of the chunk that an event overwrites, once for each event. */
    static final int KEPT_VARIABLE = 48;

    static final int FRAME = 100;
    /** A register, or another place for a value that may be a number of its own. */
    static final int REGISTER = 16;

    static final int CLOSURE = 64;
    static final int CLOSURE_VARIABLE = 8;
    static final int CAPTURED = 64;
    /** A library function that goes on later: its own object, beside its values. */
    static final int SUSPENDED = 64;

    static final int GMATCH = 96;
    static final int MATCHER = 320;
    static final int EFFECT_BYTES = 64;
    static final int HANDLE = 64;
    /** A node named to the host. */
    static final int NODE = 96;
    /** A number or a string copied for the host; bytes of strings are shared. */
    static final int VALUE = 12;
    /** A table copied for the host, beside its places. */
    static final int VALUE_TABLE = 40;

    static final int VALUE_PLACE = 4;

    /* Bytes of heap that the state is counted by. */

    static final int HEAP_LISTED = 8;
    static final int HEAP_ENTRY = 40;
    static final int NUMBER = 16;
    static final int HEAP_HANDLE = 64;

    private Prices() {}
}
