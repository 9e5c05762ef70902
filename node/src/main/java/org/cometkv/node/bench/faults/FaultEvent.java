package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An event of the schedule of faults.
 *
 * @param atMillis after the load began
 * @param nodes by number, from 0
 */
record FaultEvent(long atMillis, Action action, List<Integer> nodes) {

    /** The thing that is done to nodes. */
    enum Action {
        KILL,
        START,
        /** All nodes at once. */
        KILL_ALL,
        START_ALL,
        STOP,
        CONTINUE,
        CUT,
        HEAL,
        /** It is told to leave, and started again when it has. */
        LEAVE
    }

    FaultEvent {
        nodes = List.copyOf(nodes);
    }

    /** The schedule of a run, by its seed: each fault ends before the next begins, and the last before the load. */
    static List<FaultEvent> schedule(ChaosSettings settings) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<FaultEvent> events = new ArrayList<>();
        long every = settings.everySeconds() * 1_000L;
        int turn = random.nextInt(settings.nodes());
        long end = settings.seconds() * 1_000L;
        for (long at = every; at < end && at + settings.lastsMillis() <= end; at += every) {
            List<Integer> hit = settings.fault().isCut()
                    ? minority(settings.nodes(), random)
                    : List.of(settings.fault() == Fault.ROLLING ? turn : random.nextInt(settings.nodes()));
            turn = (turn + 1) % settings.nodes();
            events.add(new FaultEvent(at, begin(settings.fault()), hit));
            if (settings.fault() != Fault.ROLLING) {
                events.add(new FaultEvent(at + settings.lastsMillis(), end(settings.fault()), hit));
            }
        }
        return List.copyOf(events);
    }

    private static List<Integer> minority(int nodes, SplittableRandom random) {
        int size = 1 + random.nextInt((nodes - 1) / 2);
        List<Integer> left = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            left.add(node);
        }
        List<Integer> minority = new ArrayList<>();
        while (minority.size() < size) {
            minority.add(left.remove(random.nextInt(left.size())));
        }
        return minority;
    }

    private static Action begin(Fault fault) {
        return switch (fault) {
            case KILL -> Action.KILL;
            case KILL_ALL -> Action.KILL_ALL;
            case STOP -> Action.STOP;
            case PARTITION, LONG_PARTITION -> Action.CUT;
            case ROLLING -> Action.LEAVE;
        };
    }

    private static Action end(Fault fault) {
        return switch (fault) {
            case STOP -> Action.CONTINUE;
            case KILL_ALL -> Action.START_ALL;
            case PARTITION, LONG_PARTITION -> Action.HEAL;
            default -> Action.START;
        };
    }
}
