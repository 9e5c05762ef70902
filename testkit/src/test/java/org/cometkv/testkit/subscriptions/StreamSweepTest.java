package org.cometkv.testkit.subscriptions;

import org.cometkv.testkit.explore.Exploration;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.junit.CometExplore;

/** What subscribers are promised holds in runs with all faults. */
class StreamSweepTest {

    @CometExplore(nodes = 5, seeds = 60, length = "40s")
    void streamsWithHistory_tellOfEveryHole(Exploration exploration) {
        sweep(exploration, new StreamLoad(100));
    }

    @CometExplore(nodes = 5, seeds = 40, length = "40s")
    void streamsWithoutHistory_tellOfEveryHole(Exploration exploration) {
        sweep(exploration, new StreamLoad(0));
    }

    private static void sweep(Exploration exploration, StreamLoad load) {
        var moved = exploration.reachable("a subscriber that moves");
        var published = exploration.reachable("a message that is delivered");
        load.operations().forEach(exploration::operation);
        StreamLoad.TOPICS.forEach(exploration::readAtEnd);
        StreamLoad.SETTINGS.forEach(exploration::setting);
        exploration.invariant(Invariant.of("streams-are-told", run -> {
            if (load.hasMessages()) {
                published.reached();
            }
            if (load.hasMoved()) {
                moved.reached();
            }
            return load.check(run);
        }));
    }
}
