package org.cometkv.aso.lua.metering;

/**
 * The price list of the sandbox: everything that an event pays beside the one unit of fuel of each instruction.
 *
 * <p>Fuel is metered work; names that end in {@code SHIFT} say how many items make one unit, as a power of two, and
 * what is left over is free. Bytes are charged for allocation. Bytes of heap are what the state is counted by between
 * events. Nothing here depends on a pool, on the length of an array or on a hash seed.
 */
public final class Prices {

    /* Fuel: work by the size of its operands. */

    /** Bytes of a long key that are hashed. */
    public static final int HASHED_SHIFT = 4;
    /** Bytes of two strings that are compared. */
    public static final int COMPARED_SHIFT = 4;
    /** Bytes that are copied, searched or written. */
    public static final int COPIED_SHIFT = 3;
    /** Places of a list that move. */
    public static final int MOVED_SHIFT = 2;
    /** Places that are looked at, emptied or copied with their table. */
    public static final int SEEN_SHIFT = 3;
    /** Tables, functions and elements that a walk over the state visits. */
    public static final int WALKED_SHIFT = 1;
    /** Bytes of a state that is written as well, as they are estimated. */
    public static final int WRITTEN_BYTES_SHIFT = 3;
    /** These bytes again for each long constant that a text of the state is compared with. */
    public static final int SOUGHT_SHIFT = 5;
    /** Its elements then. */
    public static final int WRITTEN_SHIFT = 1;
    /** Places that a new table is given in advance. */
    public static final int ROOM_SHIFT = 4;
    /** Instructions and local variables that the search for an operand's name reads. */
    public static final int NAMED_SHIFT = 2;
    /** Bytes of a line of the log. */
    public static final int LOGGED_SHIFT = 2;
    /** Bytes of a text that is read as a number. */
    public static final int NUMERAL_SHIFT = 2;

    /* Fuel: one act. */

    /** The call of a library function. */
    public static final int BUILTIN = 2;
    /** A new entry of a table. */
    public static final int ENTRY = 4;
    /** An entry that becomes an element of the list. */
    public static final int ADOPTED = 4;
    /** A step of a traversal. */
    public static final int STEP = 3;
    /** A comparison of a sort. */
    public static final int SORTED = 3;
    /** A percent sign and what follows it in a template of {@code gsub}. */
    public static final int ESCAPE = 2;
    /** The call of a metamethod, beside the instruction or the function that it is called for. */
    public static final int METAMETHOD = 1;
    /** An error on its way, beside one unit for each frame. */
    public static final int UNWIND = 10;
    /** A function of the math library. */
    public static final int MATH = 4;
    /** A directive of a format, beside what it shows, and the text before it. */
    public static final int DIRECTIVE = 2;
    /** A directive that shows a whole number; other numbers cost {@code Decimal.cost}. */
    public static final int WHOLE = 4;
    /** A numeral that is more than a few decimal digits, beside its bytes. */
    public static final int NUMERAL = 16;
    /** An effect, or a request to the host that does not wait. */
    public static final int EFFECT = 50;
    /** A request that waits, or a lookup. */
    public static final int QUESTION = 100;
    /** A digest, beside its bytes. */
    public static final int DIGEST = 200;
    /** A line of the log, beside its bytes. */
    public static final int LOGGED = 25;
    /** What the operator of powers costs beside its instruction. */
    public static final int POWER = 1;
    /** The text of a handle, or of one of its fields; a node read from its text. */
    public static final int HANDLE_TEXT = 10;

    /* Bytes of allocation. */

    public static final int STRING = 48;
    public static final int TABLE = 56;
    /** An element of a list, with the number that it may be. */
    public static final int LISTED = 24;
    /** An entry under a string. */
    public static final int ENTRY_BYTES = 40;
    /** An entry under a number, which is an object too. */
    public static final int NUMERIC_ENTRY_BYTES = 72;
    /** A slot of a table that is copied whole, or given in advance. */
    public static final int SLOT = 8;
    /** A journal entry, that is one write to a table of the state. */
    public static final int JOURNAL_ENTRY = 16;
    /** The number that an entry keeps. */
    public static final int JOURNAL_NUMBER = 8;
    /** A variable of the chunk that an event overwrites, once for each event. */
    public static final int KEPT_VARIABLE = 48;

    public static final int FRAME = 100;
    /** A register, or another place for a value that may be a number of its own. */
    public static final int REGISTER = 16;

    public static final int CLOSURE = 64;
    public static final int CLOSURE_VARIABLE = 8;
    public static final int CAPTURED = 64;
    /** A library function that goes on later: its own object, beside its values. */
    public static final int SUSPENDED = 64;

    public static final int GMATCH = 96;
    public static final int MATCHER = 320;
    public static final int EFFECT_BYTES = 64;
    /** A text that an effect holds, with its place in a list, and each of its characters. */
    public static final int EFFECT_TEXT = 64;

    public static final int EFFECT_CHARACTER = 2;
    public static final int HANDLE = 64;
    /** A node named to the host. */
    public static final int NODE = 96;
    /** A number or a string copied for the host; bytes of strings are shared. */
    public static final int VALUE = 12;
    /** A table copied for the host, beside its places. */
    public static final int VALUE_TABLE = 40;

    public static final int VALUE_PLACE = 4;

    /* Bytes of heap that the state is counted by. */

    public static final int HEAP_LISTED = 8;
    public static final int HEAP_ENTRY = 40;
    public static final int NUMBER = 16;
    public static final int HEAP_HANDLE = 64;

    private Prices() {}
}
