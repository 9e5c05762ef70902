package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.testkit.scenario.Command;

/** The rule which faults are still in effect at an instant: those that nothing has ended. */
final class OpenFaults {

    private OpenFaults() {}

    /** The faults in effect, nodes that are down among them. */
    static List<Command.Fault> at(Run run, Duration instant) {
        List<Command.Fault> open = new ArrayList<>();
        for (Run.FaultRecord each : run.faults()) {
            if (each.at().compareTo(instant) > 0) {
                break;
            }
            open.removeIf(earlier -> ends(each.fault(), earlier));
            if (Command.hasEnd(each.fault())) {
                open.add(each.fault());
            }
        }
        return open;
    }

    /** The faults in effect, without nodes that are down: the others have learned of it or will. */
    static List<Command.Fault> ofLiveNodes(Run run, Duration instant) {
        return at(run, instant).stream()
                .filter(fault -> !(fault instanceof Command.Crash) && !(fault instanceof Command.Leave))
                .toList();
    }

    private static boolean ends(Command.Fault fault, Command.Fault earlier) {
        if (fault instanceof Command.HealAll) {
            return Command.linkOf(earlier).isPresent() || earlier instanceof Command.Partition;
        }
        if (fault instanceof Command.Heal heal) {
            return Command.linkOf(earlier)
                    .filter(link -> isSame(heal.link(), link))
                    .isPresent();
        }
        if (earlier instanceof Command.Crash || earlier instanceof Command.Leave) {
            return Command.endOf(earlier).equals(fault);
        }
        if (earlier instanceof Command.Pause pause) {
            return fault instanceof Command.Resume resume && resume.node() == pause.node()
                    || fault instanceof Command.Crash crash && crash.node() == pause.node();
        }
        return false;
    }

    private static boolean isSame(Command.Link heal, Command.Link link) {
        return heal.from() == link.from() && heal.to() == link.to() && (!heal.isOneWay() || link.isOneWay())
                || !heal.isOneWay() && heal.from() == link.to() && heal.to() == link.from();
    }
}
