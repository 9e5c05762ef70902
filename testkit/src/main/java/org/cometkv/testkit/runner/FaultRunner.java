package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.List;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.scenario.Command;

/** A runner of faults; those that cannot be done do nothing. Not thread-safe. */
final class FaultRunner {

    /** The spread of the delays of a slow connection. */
    private static final Duration SPREAD = Duration.ofMillis(1);

    private final CometTestKit kit;
    private final Recorder recorder;

    FaultRunner(CometTestKit kit, Recorder recorder) {
        this.kit = kit;
        this.recorder = recorder;
    }

    boolean isUp(int node) {
        return isThere(node) && kit.node(node).isUp();
    }

    private boolean isThere(int node) {
        return node < kit.nodes().size();
    }

    /** Whether the fault could be done. */
    boolean run(Command.Fault fault) {
        if (!done(fault)) {
            recorder.line("nothing: it is so already, or there is no such node");
            return false;
        }
        if (!(fault instanceof Command.Passivate)) {
            // What comes to rest is no excuse for anything.
            recorder.fault(fault);
        }
        return true;
    }

    /** Ends what lasts: cuts, pauses, ends of nodes. */
    void endAll() {
        run(new Command.HealAll());
        for (KitNode node : kit.nodes()) {
            if (node.isPaused()) {
                run(new Command.Resume(node.number()));
            }
        }
        for (int node : recorder.takeDowned()) {
            if (isUp(node)) {
                run(new Command.Crash(node));
            }
        }
        for (KitNode node : kit.nodes()) {
            if (!node.isUp()) {
                run(new Command.Restart(node.number()));
            }
        }
    }

    private boolean done(Command.Fault fault) {
        if (fault instanceof Command.Pause
                || fault instanceof Command.Resume
                || fault instanceof Command.Crash
                || fault instanceof Command.Restart
                || fault instanceof Command.Leave
                || fault instanceof Command.Join
                || fault instanceof Command.Passivate
                || fault instanceof Command.JumpClock) {
            return ofNode(fault);
        }
        if (fault instanceof Command.HealAll) {
            kit.nodes().forEach(from -> kit.nodes().forEach(to -> mend(from.number(), to.number())));
            kit.heal();
            return true;
        }
        if (fault instanceof Command.Partition partition) {
            return partition(partition.groups());
        }
        return ofLink(fault);
    }

    private boolean ofNode(Command.Fault fault) {
        if (fault instanceof Command.Pause pause) {
            return isUp(pause.node()) && !kit.node(pause.node()).isPaused() && does(() -> kit.pause(pause.node()));
        }
        if (fault instanceof Command.Resume resume) {
            return isUp(resume.node()) && kit.node(resume.node()).isPaused() && does(() -> kit.resume(resume.node()));
        }
        if (fault instanceof Command.Crash crash) {
            return isUp(crash.node()) && does(() -> kit.crash(crash.node()));
        }
        if (fault instanceof Command.Restart restart) {
            return isThere(restart.node()) && !isUp(restart.node()) && does(() -> kit.restart(restart.node()));
        }
        if (fault instanceof Command.Leave leave) {
            return isUp(leave.node()) && !kit.node(leave.node()).isPaused() && does(() -> kit.leave(leave.node()));
        }
        if (fault instanceof Command.Join join) {
            return join.node() == kit.nodes().size() && does(kit::join);
        }
        if (fault instanceof Command.Passivate passivate) {
            return isUp(passivate.node())
                    && !kit.node(passivate.node()).isPaused()
                    && kit.node(passivate.node()).passivate(passivate.key());
        }
        Command.JumpClock jump = (Command.JumpClock) fault;
        return isUp(jump.node()) && does(() -> kit.jumpClock(jump.node(), jump.by()));
    }

    private boolean partition(List<List<Integer>> groups) {
        boolean isWhole = groups.stream().flatMap(List::stream).allMatch(this::isThere);
        return isWhole
                && does(() -> kit.partition(groups.stream()
                        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new)));
    }

    private boolean ofLink(Command.Fault fault) {
        if (fault instanceof Command.Cut cut) {
            return onLink(cut.link(), kit::cut);
        }
        if (fault instanceof Command.Heal heal) {
            return onLink(heal.link(), (from, to) -> {
                mend(from, to);
                kit.heal(from, to);
            });
        }
        if (fault instanceof Command.Slow slow) {
            return onLink(
                    slow.link(),
                    (from, to) -> kit.delay(from, to, slow.delay(), slow.delay().plus(SPREAD)));
        }
        if (fault instanceof Command.Drop drop) {
            return onLink(drop.link(), (from, to) -> drop(from, to, drop));
        }
        Command.Duplicate duplicate = (Command.Duplicate) fault;
        return onLink(duplicate.link(), (from, to) -> kit.duplicate(from, to, duplicate.percent() / 100.0));
    }

    private void drop(int from, int to, Command.Drop drop) {
        if (drop.kind().isEmpty()) {
            kit.drop(from, to, drop.percent() / 100.0);
        } else {
            kit.rule(from, to, rule -> rule.withLossOf(drop.kind(), drop.percent() / 100.0));
        }
    }

    /** Ends what was done to a connection, but for cuts. */
    private void mend(int from, int to) {
        if (from != to) {
            kit.undelay(from, to);
            kit.drop(from, to, 0);
            kit.duplicate(from, to, 0);
        }
    }

    private boolean onLink(Command.Link link, OfLink action) {
        if (!isThere(link.from()) || link.to() != Command.ALL && !isThere(link.to())) {
            return false;
        }
        if (link.to() == Command.ALL) {
            kit.nodes().stream()
                    .map(KitNode::number)
                    .filter(other -> other != link.from())
                    .forEach(other -> onLink(new Command.Link(link.from(), other, link.isOneWay()), action));
            return true;
        }
        action.run(link.from(), link.to());
        if (!link.isOneWay()) {
            action.run(link.to(), link.from());
        }
        return true;
    }

    private static boolean does(Runnable action) {
        action.run();
        return true;
    }

    private interface OfLink {
        void run(int from, int to);
    }
}
