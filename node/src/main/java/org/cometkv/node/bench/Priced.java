package org.cometkv.node.bench;

/** A case with the figures of all runs. */
record Priced(PriceCase of, RepeatedRuns runs) {

    double figure(String name) {
        return runs.best(of.name() + ':' + name);
    }

    String outcome() {
        return PriceFigures.OUTCOMES.get((int) figure(PriceFigures.OUTCOME));
    }

    /** Nothing but the script's body is charged to a restored object, so that its units tell nothing. */
    boolean hasUnits() {
        return of.phase() != PriceCase.Phase.RESTORE;
    }

    double nanosPerUnit() {
        return hasUnits() ? figure(PriceFigures.NANOS) / Math.max(1, figure(PriceFigures.FUEL)) : 0;
    }

    double sliceMillis() {
        return figure(PriceFigures.SLICE) / 1e6;
    }

    double eventMillis() {
        return figure(PriceFigures.EVENT) / 1e6;
    }

    double garbagePerCharged() {
        return figure(PriceFigures.GARBAGE) / Math.max(1, figure(PriceFigures.ALLOCATED));
    }

    /** Whether its heap could be measured: not if its event ends within its first slice. */
    boolean isHeld() {
        return of.holding() != PriceCase.Holding.NONE && runs.has(of.name() + ':' + PriceFigures.HELD);
    }

    double bytesPerCharged() {
        return isHeld() ? figure(PriceFigures.HELD) / Math.max(1, figure(PriceFigures.CHARGED)) : 0;
    }
}
