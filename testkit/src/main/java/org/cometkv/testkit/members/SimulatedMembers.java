package org.cometkv.testkit.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.RandomStream;
import org.cometkv.testkit.world.World;

/**
 * A model of Pekko Cluster and its split-brain resolver, with the timings of production: who is silent is suspected,
 * and after a while the majority removes it, or the minority itself. Not thread-safe; owned by a kit.
 */
public final class SimulatedMembers {

    /*
     * Heartbeats are not simulated: whenever connections change, what comes of it is worked out once, after the time
     * that the failure detector would take. Simplified: all who gossip with each other learn of a change within the
     * same short time, and a resolver that sees changes go on for ever does not down everyone.
     */

    /** A heartbeat each second, and the pause of three that is acceptable: pekko.cluster.failure-detector. */
    private static final long DETECT_NANOS = 4_000_000_000L;

    private static final long DETECT_JITTER_NANOS = 1_000_000_000L;

    /** pekko.cluster.split-brain-resolver.stable-after. */
    private static final long STABLE_NANOS = 20_000_000_000L;

    private static final long RETRY_NANOS = 1_000_000_000L;

    /** Within it all who are connected hear of a change. */
    private static final long GOSSIP_NANOS = 300_000_000L;

    /** The leader acts each second. */
    private static final long LEADER_NANOS = 1_000_000_000L;

    /** The wait of a node that joins while another is suspected: pekko.cluster.allow-weakly-up-members. */
    private static final long WEAKLY_UP_NANOS = 7_000_000_000L;

    private final World world;
    private final Trace trace;
    private final RandomStream random;
    private final Groups groups;
    private final List<Member> members = new ArrayList<>();
    private long incarnations;
    private int underWay;

    /** @param isCut whether frames from the first address to the second are cut off */
    public SimulatedMembers(World world, Trace trace, BiPredicate<String, String> isCut) {
        this.world = world;
        this.trace = trace;
        this.random = new RandomStream(world.seed()).fork("members");
        this.groups = new Groups((one, other) ->
                !isCut.test(one.contact().address(), other.contact().address())
                        && !isCut.test(other.contact().address(), one.contact().address()));
    }

    /** The life of a node that is no member yet. */
    public Member create(Contact contact, int number, Domain domain) {
        return new Member(contact, number, ++incarnations, domain);
    }

    /** Founds a cluster of all these, who are members at once. */
    public void found(Collection<Member> founders) {
        members.addAll(founders);
        View view = View.of(founders);
        List<Announcement> joined = new ArrayList<>();
        founders.forEach(founder -> joined.add(founder.joined()));
        joined.add(Announcement.KNOWN);
        for (Member member : founders) {
            member.see(view);
            tell(member, 0, joined);
        }
    }

    /** A node asks to join; it is a member when the leader has acted. */
    public void join(Member newcomer) {
        Optional<View> cluster = largest();
        boolean isWhole = cluster.map(view -> view.suspects().isEmpty()).orElse(true);
        long wait = isWhole ? random.below(LEADER_NANOS) : WEAKLY_UP_NANOS + random.below(LEADER_NANOS);
        underWay++;
        world.at(world.nanos() + wait, () -> {
            underWay--;
            up(newcomer);
        });
    }

    /** A node leaves in good order: the others hear that it is gone. */
    public void leave(Member leaver) {
        leaver.out();
        members.remove(leaver);
        goneFor(leaver.view(), List.of(leaver));
    }

    /** Hears that nodes lost each other: by a cut, a pause, a crash. */
    public void broken() {
        evaluateAfter(DETECT_NANOS + random.below(DETECT_JITTER_NANOS));
    }

    /** Hears that nodes reach each other again. */
    public void mended() {
        evaluateAfter(LEADER_NANOS + random.below(DETECT_JITTER_NANOS));
    }

    /** Changes that someone will be told of soon. */
    public int underWay() {
        return underWay;
    }

    private void up(Member newcomer) {
        if (newcomer.domain().isDead()) {
            return;
        }
        Optional<View> cluster = largest();
        if (cluster.isEmpty()) {
            found(List.of(newcomer));
            return;
        }
        View view = cluster.get();
        List<Member> before = view.members().stream()
                .filter(member ->
                        member.contact().address().equals(newcomer.contact().address()))
                .toList();
        // An earlier life at the address is out as soon as the next one is seen.
        before.forEach(members::remove);
        goneFor(view, before);
        members.add(newcomer);
        view.members().add(newcomer);
        newcomer.see(view);
        List<Announcement> known = new ArrayList<>();
        view.members().forEach(member -> known.add(member.joined()));
        view.suspects().forEach(member -> known.add(member.suspected()));
        known.add(Announcement.KNOWN);
        tell(newcomer, 0, known);
        for (Member member : holders(view)) {
            if (member != newcomer) {
                tell(member, random.below(GOSSIP_NANOS), List.of(newcomer.joined()));
            }
        }
    }

    private void evaluateAfter(long nanos) {
        world.at(world.nanos() + nanos, this::evaluate);
    }

    private void evaluate() {
        for (Set<Member> group : groups.of(members)) {
            View view = View.merged(group.stream().map(Member::view).distinct().toList());
            view.suspect(groups.unreachable(group, view.members()));
            View before = group.iterator().next().view();
            boolean isShared = group.stream().allMatch(member -> member.view() == before);
            if (isShared && before.equalsIn(view)) {
                continue;
            }
            group.forEach(member -> change(member, view));
            if (!view.suspects().isEmpty()) {
                world.at(world.nanos() + STABLE_NANOS, () -> resolve(group, view));
            }
        }
    }

    /** The member sees another view from now on, and is told of what is new. */
    private void change(Member member, View view) {
        if (!view.members().contains(member)) {
            // Others took it out while they did not reach it.
            down(member);
            return;
        }
        List<Announcement> events = new ArrayList<>();
        View before = member.view();
        view.members().stream()
                .filter(other -> !before.members().contains(other))
                .forEach(other -> events.add(other.joined()));
        before.members().stream()
                .filter(other -> !view.members().contains(other))
                .forEach(other -> events.add(other.gone()));
        view.suspects().stream()
                .filter(other -> other != member && !before.suspects().contains(other))
                .forEach(other -> events.add(other.suspected()));
        before.suspects().stream()
                .filter(other ->
                        view.members().contains(other) && !view.suspects().contains(other))
                .filter(other -> other != member)
                .forEach(other -> events.add(other.recovered()));
        member.see(view);
        if (!events.isEmpty()) {
            tell(member, random.below(GOSSIP_NANOS), events);
        }
    }

    /** The resolver of a group decides, if nothing has changed for it since. */
    private void resolve(Set<Member> group, View view) {
        List<Member> deciding =
                group.stream().filter(member -> member.view() == view).toList();
        if (deciding.size() != group.size() || view.suspects().isEmpty()) {
            return;
        }
        if (deciding.stream()
                .anyMatch(member -> member.isOut() || member.domain().isDead())) {
            return;
        }
        if (deciding.stream().anyMatch(member -> member.domain().isPaused())) {
            // Who is held decides once it goes on, if nothing has changed by then.
            world.at(world.nanos() + RETRY_NANOS, () -> resolve(group, view));
            return;
        }
        Set<Member> downed = new LinkedHashSet<>(view.suspects());
        if (!isMajority(group, view)) {
            downed.addAll(group);
            downed.retainAll(group);
        }
        for (Member member : deciding) {
            if (downed.contains(member)) {
                down(member);
            }
        }
        goneFor(view, List.copyOf(downed));
    }

    private void down(Member member) {
        member.out();
        members.remove(member);
        tell(member, random.below(GOSSIP_NANOS), List.of(Announcement.DOWNED));
    }

    /** Keep-majority; half of the members are one if the lowest address is among them. */
    private static boolean isMajority(Set<Member> group, View view) {
        List<Member> counted = view.members().stream()
                .filter(member -> !(group.contains(member) && view.suspects().contains(member)))
                .toList();
        long reachable = counted.stream().filter(group::contains).count();
        Optional<Member> lowest = counted.stream()
                .min(Comparator.comparing(member -> member.contact().address()));
        return 2 * reachable > counted.size()
                || 2 * reachable == counted.size()
                        && lowest.filter(group::contains).isPresent();
    }

    /** All who share the view hear that these are gone. */
    private void goneFor(View view, List<Member> gone) {
        if (gone.isEmpty()) {
            return;
        }
        List<Announcement> events = gone.stream().map(Member::gone).toList();
        List<Member> listeners = holders(view);
        gone.forEach(view::remove);
        for (Member member : listeners) {
            if (!gone.contains(member)) {
                tell(member, random.below(GOSSIP_NANOS), events);
            }
        }
    }

    private List<Member> holders(View view) {
        return members.stream().filter(member -> member.view() == view).toList();
    }

    /** The view that most live members share. */
    private Optional<View> largest() {
        return members.stream()
                .filter(Member::isLive)
                .map(Member::view)
                .max(Comparator.comparingLong(
                        view -> holders(view).stream().filter(Member::isLive).count()));
    }

    private void tell(Member member, long after, List<Announcement> events) {
        underWay++;
        world.at(member.toldAt(world.nanos() + after), () -> {
            underWay--;
            if (!member.domain().isDead()) {
                world.execute(member.domain(), () -> events.forEach(announced -> tell(member, announced)));
            }
        });
    }

    private void tell(Member member, Announcement announced) {
        if (announced != Announcement.KNOWN) {
            trace.add(member.number(), announced.noted());
        }
        member.tell(announced.event());
    }
}
