package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.scenario.Command;

/** The time of a run, in which faults that last a while end. Not thread-safe. */
final class FaultTimes {

    private record End(Duration at, Command.Fault fault) {}

    private final CometTestKit kit;
    private final FaultRunner faults;
    private final List<End> ends = new ArrayList<>();

    FaultTimes(CometTestKit kit, FaultRunner faults) {
        this.kit = kit;
        this.faults = faults;
    }

    /** Begins a fault; one that lasts a while ends then. */
    void run(Command.Fault fault) {
        if (!(fault instanceof Command.Lasting lasting)) {
            faults.run(fault);
            return;
        }
        if (faults.run(lasting.fault())) {
            ends.add(new End(kit.now().plus(lasting.time()), lasting.end()));
            // Stable: what ends at one instant ends in the order in which it began.
            ends.sort(Comparator.comparing(End::at));
        }
    }

    /** Nothing ends by itself any more: somebody ends it all. */
    void clear() {
        ends.clear();
    }

    /** Lets time pass up to an instant, if it is not over. */
    void advanceTo(Duration instant) {
        while (!ends.isEmpty() && ends.get(0).at().compareTo(instant) <= 0) {
            pass(ends.get(0).at());
            faults.run(ends.remove(0).fault());
        }
        pass(instant);
    }

    private void pass(Duration instant) {
        Duration left = instant.minus(kit.now());
        if (!left.isNegative() && !left.isZero()) {
            kit.advance(left);
        }
    }

    /** Lets time pass until a condition is met, or for so long at most. */
    void advanceUntil(BooleanSupplier condition, Duration most) {
        Duration last = kit.now().plus(most);
        while (!condition.getAsBoolean() && kit.now().compareTo(last) < 0) {
            Duration next = ends.isEmpty() || ends.get(0).at().compareTo(last) > 0
                    ? last
                    : ends.get(0).at();
            kit.world().advanceUntil(condition, next.minus(kit.now()));
            if (!condition.getAsBoolean()) {
                advanceTo(next);
            }
        }
    }
}
