package org.cometkv.aso.lua.text;

import org.cometkv.aso.lua.metering.Budget;

/** Budgets of events, for tests of the work that is charged to them. */
public final class Budgets {

    public static final int FUEL = 100_000;
    public static final int ALLOCATION = 400 << 10;

    private Budgets() {}

    static Budget event() {
        return of(FUEL, ALLOCATION);
    }

    static Budget of(int fuel, int allocation) {
        Budget budget = new Budget();
        budget.fuel = fuel;
        budget.allocation = allocation;
        return budget;
    }
}
