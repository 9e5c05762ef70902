package org.cometkv.aso.lua;

import java.util.Arrays;
import java.util.List;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaValue;

/** The globals and chunk variables of a waiting event, as it left them. */
final class Scope {

    private final Table globals;
    private final LuaValue[] slots;
    private final LuaValue[] list;
    private final List<Run.Cell> cells;

    Scope(Table globals, List<Run.Cell> before) {
        this.globals = globals;
        this.slots = Arrays.copyOf(globals.slots, 2 * globals.used);
        this.list = Arrays.copyOf(globals.list, globals.count);
        this.cells = before.stream()
                .map(cell -> new Run.Cell(cell.variable(), cell.variable().get()))
                .toList();
    }

    /** Sets them again, journaled as the event's own writes. */
    void restore(Run run) {
        for (int i = 0; i < list.length; i++) {
            globals.set(run, LuaInteger.valueOf(i + 1), list[i]);
        }
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != Table.GONE && globals.get(run, slots[i]) != slots[i + 1]) {
                globals.set(run, slots[i], slots[i + 1]);
            }
        }
        for (Run.Cell cell : cells) {
            run.keep(cell.variable());
            cell.variable().set(cell.value());
        }
    }
}
