package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Step;

/** The faults of a seed: which kinds there are, when each begins and when it is over. For one use. */
final class FaultDraws {

    /** Everything that is put at the start is there by then. */
    private static final Duration FIRST = Duration.ofSeconds(2);

    /** Mean times between two faults. */
    private static final List<Integer> PACES_MILLIS = List.of(2_000, 8_000, 20_000);

    /** Shorter than the time after which a side is removed, together with the time until it is suspected. */
    private static final int SEPARATION_MILLIS_MAX = 15_000;

    /** Another node may end only when the others had time to make up for the one before. */
    private static final Duration BETWEEN_ENDS = Duration.ofSeconds(60);

    /** The time for which a node counts as new. */
    private static final Duration NEWCOMER = Duration.ofSeconds(3);

    private final Mix mix;
    private final Draws draws;
    private final List<Integer> nodes;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> calls;
    private Optional<Command.Call> near = Optional.empty();
    private int joined;
    private Duration nextEnd = Duration.ZERO;

    /** @param calls steps in the order of their instants */
    FaultDraws(Mix mix, Draws draws, List<Step> calls) {
        this.calls = calls;
        this.mix = mix;
        this.draws = draws;
        this.nodes = IntStream.range(0, mix.nodes()).boxed().toList();
    }

    List<Step> steps() {
        // What comes to rest is drawn apart, after all else.
        List<FaultKind> all = mix.faults().stream()
                .filter(kind -> kind != FaultKind.PASSIVATE)
                .toList();
        List<FaultKind> kinds = draws.some(all, 33);
        if (kinds.isEmpty() && !all.isEmpty() && draws.percent(80)) {
            kinds = List.of(draws.of(all));
        }
        if (kinds.isEmpty()) {
            return steps;
        }
        if (kinds.contains(FaultKind.CLOCK)) {
            skew();
        }
        int pace = draws.of(PACES_MILLIS);
        long at = FIRST.toMillis() + draws.below(pace);
        while (at < mix.length().toMillis()) {
            add(draws.of(kinds), nearACall(Duration.ofMillis(at)));
            at += draws.between(pace / 4, 2 * pace);
        }
        return steps;
    }

    /** An instant, or half of the time one at or just after a call, where faults do most. */
    private Duration nearACall(Duration at) {
        near = Optional.empty();
        Optional<Step> call =
                calls.stream().filter(step -> instant(step).compareTo(at) >= 0).findFirst();
        if (call.isEmpty() || draws.percent(50)) {
            return at;
        }
        near = Optional.of((Command.Call) call.get().command());
        return instant(call.get()).plusMillis(draws.below(3));
    }

    static Duration instant(Step step) {
        return step.at().orElse(Duration.ZERO);
    }

    /** Any node, or half of the time the one through which the call is made that the fault is near. */
    private int node() {
        int any = draws.of(nodes);
        return near.isPresent() && draws.percent(50) ? near.get().node() : any;
    }

    private void add(FaultKind kind, Duration at) {
        switch (kind) {
            case CUT -> between(at, new Command.Cut(link(false)), separation());
            case CUT_ONE_WAY -> between(at, new Command.Cut(link(true)), separation());
            case PARTITION -> partition(at);
            case PAUSE -> pause(at);
            case HELD_ASKER -> holdAsker(at);
            case CRASH -> crash(at);
            case LEAVE -> leave(at);
            case JOIN -> join(at);
            case SLOW -> slow(at);
            case DROP -> drop(at);
            case DUPLICATE -> duplicate(at);
            case CLOCK -> jump(at);
            case FLOOD -> flood(at);
            case GREETINGS -> loseGreetings(at);
            case LIMITS, PASSIVATE -> {
                // They are drawn for the whole run.
            }
        }
    }

    private void between(Duration at, Command.Fault fault, Duration lasts) {
        steps.add(Step.at(at, new Command.Lasting(fault, lasts)));
    }

    private void partition(Duration at) {
        int minority = Math.max(1, draws.between(1, Math.max(1, (nodes.size() - 1) / 2)));
        List<Integer> few = draws.pick(nodes, minority).stream().sorted().toList();
        List<Integer> many = nodes.stream().filter(node -> !few.contains(node)).toList();
        if (many.isEmpty()) {
            return;
        }
        between(at, new Command.Partition(List.of(few, many)), separation());
    }

    private void pause(Duration at) {
        int node = node();
        if (draws.percent(15) && at.compareTo(nextEnd) >= 0) {
            // So long that the others go on without the node, and what it was sent meanwhile is too old.
            Duration lasts = Duration.ofMillis(draws.between(SEPARATION_MILLIS_MAX, 40_000));
            between(at, new Command.Pause(node), lasts);
            nextEnd = at.plus(lasts).plus(BETWEEN_ENDS);
            return;
        }
        // Most pauses are short of suspicion, some are long past it.
        int most = draws.percent(65) ? 3_000 : SEPARATION_MILLIS_MAX;
        between(at, new Command.Pause(node), Duration.ofMillis(draws.between(100, most)));
    }

    private void holdAsker(Duration at) {
        Duration lasts = Duration.ofMillis(draws.between(200, 1_900));
        Duration after = Duration.ofMillis(draws.below(2));
        calls.stream()
                .filter(step ->
                        step.command() instanceof Command.Get && instant(step).compareTo(at) >= 0)
                .findFirst()
                .ifPresent(step -> between(
                        instant(step).plus(after), new Command.Pause(((Command.Get) step.command()).node()), lasts));
    }

    private void crash(Duration at) {
        if (at.compareTo(nextEnd) < 0) {
            return;
        }
        int node = node();
        Duration lasts = Duration.ofMillis(draws.between(500, 40_000));
        between(at, new Command.Crash(node), lasts);
        read(node, at.plus(lasts), at, lasts.plus(NEWCOMER));
        nextEnd = at.plus(lasts).plus(BETWEEN_ENDS);
    }

    /**
     * Gets through a node that has just come, which may be slow: what it knows of the others is soon to change.
     *
     * @param slowFrom when it is slow, if it is
     */
    private void read(int node, Duration from, Duration slowFrom, Duration slow) {
        if (draws.percent(30)) {
            Duration delay = draws.time(Duration.ofMillis(20), Duration.ofSeconds(1));
            between(slowFrom, new Command.Slow(new Command.Link(node, Command.ALL, false), delay), slow);
        }
        List<Step> gets = calls.stream()
                .filter(step -> step.command() instanceof Command.Get)
                .toList();
        for (int i = draws.below(4); i > 0 && !gets.isEmpty(); i--) {
            Command.Get get = (Command.Get) draws.of(gets).command();
            Duration at = from.plusMillis(draws.between(0, (int) NEWCOMER.toMillis()));
            steps.add(Step.at(at, new Command.Get(node, get.key(), get.request())));
        }
    }

    private void leave(Duration at) {
        if (at.compareTo(nextEnd) < 0) {
            return;
        }
        int node = node();
        Duration lasts = Duration.ofMillis(draws.between(5_000, 40_000));
        between(at, new Command.Leave(node), lasts);
        nextEnd = at.plus(lasts).plus(BETWEEN_ENDS);
    }

    private void join(Duration at) {
        if (joined < 2) {
            steps.add(Step.at(at, new Command.Join(mix.nodes() + joined)));
            read(mix.nodes() + joined, at, at, NEWCOMER);
            joined++;
        }
    }

    private void slow(Duration at) {
        Duration delay = draws.time(Duration.ofMillis(5), Duration.ofMillis(draws.percent(70) ? 300 : 4_000));
        between(at, new Command.Slow(link(draws.percent(50)), delay), separation());
    }

    private void drop(Duration at) {
        between(at, new Command.Drop(link(draws.percent(50)), draws.between(1, 40), ""), separation());
    }

    private void loseGreetings(Duration at) {
        between(at, new Command.Drop(link(draws.percent(50)), draws.between(30, 100), "hello"), separation());
    }

    private void duplicate(Duration at) {
        between(at, new Command.Duplicate(link(draws.percent(50)), draws.between(10, 100)), separation());
    }

    private void jump(Duration at) {
        int node = node();
        int most = draws.percent(70) ? 500 : 30_000;
        int by = draws.between(-most, most);
        if (by != 0) {
            steps.add(Step.at(at, new Command.JumpClock(node, Duration.ofMillis(by))));
        }
    }

    /** Clocks differ from the start: what is made later through another node may have the older version. */
    private void skew() {
        for (int node : draws.some(nodes, 50)) {
            steps.add(Step.at(Duration.ZERO, new Command.JumpClock(node, Duration.ofMillis(draws.between(1, 500)))));
        }
    }

    private void flood(Duration at) {
        ClientKind client = draws.of(mix.clients().isEmpty() ? ClientKind.own() : mix.clients());
        int gets = draws.of(List.of(300, 1_000, 3_000));
        steps.add(Step.at(at, new Command.Flood(draws.of(nodes), client.key(draws.between(1, 2)), gets)));
    }

    private Command.Link link(boolean isOneWay) {
        if (draws.percent(15)) {
            return new Command.Link(node(), Command.ALL, isOneWay);
        }
        List<Integer> two = draws.pick(nodes, 2);
        // A cluster of one node has no connection; a link to a node that is not there does nothing.
        return new Command.Link(two.get(0), two.size() > 1 ? two.get(1) : mix.nodes(), isOneWay);
    }

    private Duration separation() {
        return Duration.ofMillis(draws.between(200, draws.percent(60) ? 3_000 : SEPARATION_MILLIS_MAX));
    }
}
