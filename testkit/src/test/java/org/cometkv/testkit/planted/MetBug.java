package org.cometkv.testkit.planted;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.seam.Witness;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.routing.Key;
import org.cometkv.testkit.SeamsRule;

/**
 * A bug that strikes the first update of each object on each node, so that its actor restarts.
 *
 * @param isTimerLost the weakness: what is next set on that node's clock, which is the timer, is lost
 */
record MetBug(boolean isTimerLost) implements SeamsRule {

    @Override
    public Seams of(int node, Seams own) {
        Bug bug = new Bug(own);
        return new Seams(bug, own.network(), own.members(), own.chance(), own.store(), bug);
    }

    /** The clock and the witness of one node. */
    private final class Bug implements Clock, Witness {

        private final Seams own;
        private final Set<Key> met = new LinkedHashSet<>();
        private boolean isNextLost;

        Bug(Seams own) {
            this.own = own;
        }

        @Override
        public void event(Key key, Event event, Outcome outcome) {
            own.witness().event(key, event, outcome);
            if (event instanceof Event.Update && met.add(key)) {
                isNextLost = isTimerLost;
                throw new IllegalStateException("a bug that a test planted");
            }
        }

        @Override
        public void effect(Key key, Effect effect) {
            own.witness().effect(key, effect);
        }

        @Override
        public ScheduledTask after(Duration delay, Runnable task) {
            // Shorter ones are not of the wheel.
            if (isNextLost
                    && delay.compareTo(Duration.ofMillis(500)) > 0
                    && delay.compareTo(Duration.ofSeconds(6)) < 0) {
                isNextLost = false;
                return () -> {};
            }
            return own.clock().after(delay, task);
        }

        @Override
        public long nanos() {
            return own.clock().nanos();
        }

        @Override
        public long wallMillis() {
            return own.clock().wallMillis();
        }
    }
}
