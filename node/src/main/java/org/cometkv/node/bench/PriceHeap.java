package org.cometkv.node.bench;

import java.lang.ref.Reference;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;

/** Heap that objects and unfinished events hold, beside what is charged for them. */
final class PriceHeap {

    /** The bytes that a node books for each event that waits, beside those that the event was charged. */
    private static final int WAITING_BYTES = 2_048;

    private PriceHeap() {}

    /** Adds the bytes of each of many, and the bytes charged for it, to the figures. */
    static void measure(PriceCase of, Spent spent, int count, CellFigures to) {
        PriceTrial trial = new PriceTrial(of);
        boolean isOfObject = of.holding() == PriceCase.Holding.OBJECT || of.phase() == PriceCase.Phase.CHUNK;
        // The first one loads classes, compiles the script and leaves frames behind.
        trial.run();
        if (isOfObject) {
            objects(of, trial, count, to);
        } else {
            events(trial, spent, count, to);
        }
    }

    private static void objects(PriceCase of, PriceTrial trial, int count, CellFigures to) {
        Instance[] objects = new Instance[count];
        long empty = HeapUse.bytes();
        for (int i = 0; i < count; i++) {
            objects[i] = of.holding() == PriceCase.Holding.OBJECT ? trial.objectAfterEvents() : trial.object();
        }
        long full = HeapUse.bytes();
        to.with(PriceFigures.HELD, (full - empty) / (double) count).with(PriceFigures.CHARGED, objects[0].live());
        Reference.reachabilityFence(objects);
    }

    private static void events(PriceTrial trial, Spent spent, int count, CellFigures to) {
        Instance[] objects = new Instance[count];
        Step.Unfinished[] events = new Step.Unfinished[count];
        for (int i = 0; i < count; i++) {
            objects[i] = trial.object();
        }
        int yields = spent.slices().size() - 1;
        if (yields == 0) {
            // It ends within its first slice: there is no moment at which it could be looked at.
            return;
        }
        long empty = HeapUse.bytes();
        for (int i = 0; i < count; i++) {
            events[i] = trial.held(objects[i], yields);
        }
        long full = HeapUse.bytes();
        double charged = events[0] instanceof Step.Waiting waiting ? booked(waiting) : spent.allocated();
        to.with(PriceFigures.HELD, (full - empty) / (double) count).with(PriceFigures.CHARGED, charged);
        Reference.reachabilityFence(objects);
        Reference.reachabilityFence(events);
    }

    private static long booked(Step.Waiting waiting) {
        return waiting.held() + WAITING_BYTES;
    }
}
