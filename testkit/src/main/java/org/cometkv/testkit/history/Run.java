package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;

/**
 * The history of a run of a scenario: everything that invariants see.
 *
 * @param calls in the order in which they were made
 * @param faults in their order
 * @param memberChanges instants at which any node was told of a change of the members
 * @param events of objects, in their order
 * @param sightings of replicas, in their order
 * @param traffic of objects with other nodes, in its order
 * @param leftOpen a sentence for each thing that had to be over at the end of the run and was not
 * @param calmSince when the quiet last phase began; empty if the run has none
 * @param end when the run ended
 */
public record Run(
        Scenario scenario,
        List<CallRecord> calls,
        List<FaultRecord> faults,
        List<Duration> memberChanges,
        List<EventRecord> events,
        List<Sighting> sightings,
        List<Traffic> traffic,
        List<String> leftOpen,
        Optional<Duration> calmSince,
        Duration end) {

    /** The time after the last fault and change of members from which on a cluster is calm. */
    public static final Duration CALM = Duration.ofSeconds(5);

    /** More nodes than are ever crashed at once on purpose: their cluster has removed them. */
    private static final int ENDED_AT_ONCE = 3;

    /** A fault and its instant. */
    public record FaultRecord(Duration at, Command.Fault fault) {}

    /**
     * An event of an object on a node.
     *
     * @param event the name of the handler
     * @param outcome as the timeline shows it, such as {@code gave 3} or {@code refused no}
     */
    public record EventRecord(Duration at, int node, String key, String event, String outcome, int fuel) {}

    /**
     * A sighting of what a node held under a key, when that was not what was seen there before.
     *
     * @param life counts the starts of the node
     */
    public record Sighting(Duration at, int node, int life, String key, KeyDigest digest) {}

    /**
     * A request that the object under a key on a node sent to another one, or that one got from another node's client.
     *
     * @param life counts the starts of the node
     */
    public record Traffic(Duration at, int node, int life, String key, boolean isSent, int bytes) {}

    public Run {
        calls = List.copyOf(calls);
        faults = List.copyOf(faults);
        memberChanges = List.copyOf(memberChanges);
        events = List.copyOf(events);
        sightings = List.copyOf(sightings);
        traffic = List.copyOf(traffic);
        leftOpen = List.copyOf(leftOpen);
    }

    /**
     * Whether all nodes that held something under a key ended at once, three or more of them, at some time after this
     * one: then nobody is left to have it from.
     */
    boolean endedWithItsHolders(String key, Duration after) {
        return faults.stream()
                .filter(fault ->
                        fault.at().compareTo(after) > 0 && ended(fault.at()).size() >= ENDED_AT_ONCE)
                .anyMatch(fault -> holders(key, fault.at()).isEmpty());
    }

    /** The nodes that ended a short while before, or now. */
    private Set<Integer> ended(Duration until) {
        return faults.stream()
                .filter(fault -> fault.at().compareTo(until) <= 0)
                .filter(fault -> fault.at().compareTo(until.minus(CALM)) > 0)
                .filter(fault -> fault.fault() instanceof Command.Crash)
                .map(fault -> ((Command.Crash) fault.fault()).node())
                .collect(Collectors.toSet());
    }

    private Set<Integer> holders(String key, Duration until) {
        Map<Integer, Sighting> last = lastSightings(key, until);
        last.values()
                .removeIf(each -> each.digest() instanceof KeyDigest.Nothing
                        || faults.stream()
                                .anyMatch(fault -> isCrashOf(fault.fault(), each.node())
                                        && fault.at().compareTo(each.at()) >= 0
                                        && fault.at().compareTo(until) <= 0));
        return last.keySet();
    }

    /** The calls of a key, in the order in which they were made. */
    List<CallRecord> callsOf(String key) {
        return calls.stream()
                .filter(each -> !(each.call() instanceof Command.Operate)
                        && each.call().key().equals(key))
                .toList();
    }

    /** Whether a call was made in the quiet last phase. */
    boolean isInLastPhase(CallRecord call) {
        return calmSince.isPresent() && call.begin().compareTo(calmSince.get()) >= 0;
    }

    /** Whether the cluster was calm from some seconds before an instant on. */
    boolean isCalm(Duration instant) {
        Duration from = instant.minus(CALM);
        boolean isDisturbed = faults.stream().anyMatch(each -> isWithin(each.at(), from, instant))
                || memberChanges.stream().anyMatch(each -> isWithin(each, from, instant));
        return !isDisturbed && OpenFaults.ofLiveNodes(this, instant).isEmpty();
    }

    /** The last sighting of a key on each node up to an instant. */
    Map<Integer, Sighting> lastSightings(String key, Duration until) {
        Map<Integer, Sighting> last = new TreeMap<>();
        sightings.stream()
                .filter(each -> each.key().equals(key) && each.at().compareTo(until) <= 0)
                .forEach(each -> last.put(each.node(), each));
        return last;
    }

    /** What each node that holds an object or value under a key at the end of the run holds there. */
    Map<Integer, KeyDigest.Live> held(String key) {
        Map<Integer, KeyDigest.Live> held = new TreeMap<>();
        lastSightings(key, end).forEach((node, seen) -> {
            if (seen.digest() instanceof KeyDigest.Live live) {
                held.put(node, live);
            }
        });
        return held;
    }

    /** Whether a node crashed or left between two instants, these included. */
    boolean isEnd(int node, Duration from, Duration to) {
        return faults.stream()
                .filter(each -> each.at().compareTo(from) >= 0 && each.at().compareTo(to) <= 0)
                .anyMatch(each -> isCrashOf(each.fault(), node)
                        || each.fault() instanceof Command.Leave leave && leave.node() == node);
    }

    /** Whether anything that is put under a key ends by itself. */
    boolean isPassing(String key) {
        return callsOf(key).stream().anyMatch(CallRecord::isPassing);
    }

    /** More than the wall clocks of any two nodes differ by at any time: the sum of all that they jumped. */
    Duration clockDifferenceMax() {
        return faults.stream()
                .filter(each -> each.fault() instanceof Command.JumpClock)
                .map(each -> ((Command.JumpClock) each.fault()).by().abs())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether the cluster was calm from before a call until its end. */
    boolean isCalmDuring(CallRecord call) {
        Duration last = call.end().orElse(end);
        return isCalm(call.begin()) && faults.stream().noneMatch(each -> isWithin(each.at(), call.begin(), last));
    }

    /** Whether a node came just before a call, and nothing but lossy and slow connections disturbed the cluster. */
    boolean isAfterAJoinOnly(CallRecord call) {
        Duration from = call.begin().minus(CALM);
        List<Command.Fault> near = faults.stream()
                .filter(each -> isWithin(each.at(), from, call.begin()))
                .map(FaultRecord::fault)
                .toList();
        int node = call.call().node();
        return near.stream().anyMatch(each -> comes(each, node))
                && near.stream().allMatch(each -> comes(each, node) || isCrashOf(each, node) || isOfSomeFrames(each))
                && OpenFaults.at(this, call.begin()).stream().allMatch(Run::isOfSomeFrames);
    }

    private static boolean comes(Command.Fault fault, int node) {
        return fault instanceof Command.Join join && join.node() == node
                || fault instanceof Command.Restart restart && restart.node() == node;
    }

    private static boolean isCrashOf(Command.Fault fault, int node) {
        return fault instanceof Command.Crash crash && crash.node() == node;
    }

    private static boolean isOfSomeFrames(Command.Fault fault) {
        return fault instanceof Command.Slow || fault instanceof Command.Drop || fault instanceof Command.Heal;
    }

    private static boolean isWithin(Duration instant, Duration from, Duration to) {
        return instant.compareTo(from) >= 0 && instant.compareTo(to) <= 0;
    }
}
