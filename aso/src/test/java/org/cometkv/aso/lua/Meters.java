package org.cometkv.aso.lua;

import org.cometkv.aso.lua.text.Budgets;

/** Meters with the limits of an event. */
final class Meters {

    private Meters() {}

    static Meter event() {
        return of(Budgets.FUEL, Budgets.ALLOCATION);
    }

    static Meter of(int fuel, int allocation) {
        Meter meter = new Meter();
        meter.fuel = fuel;
        meter.allocation = allocation;
        return meter;
    }
}
