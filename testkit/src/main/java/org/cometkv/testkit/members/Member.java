package org.cometkv.testkit.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.Members;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.world.Domain;

/** A member: one life of one node, and its members seam. Not thread-safe; owned by {@link SimulatedMembers}. */
public final class Member implements Members {

    private final Contact contact;
    private final int number;
    private final long incarnation;
    private final Domain domain;
    private final List<Event> early = new ArrayList<>();
    private Optional<ActorRef<Event>> listener = Optional.empty();
    private View view = View.of(List.of());
    private boolean isOut;
    private long lastToldNanos;

    Member(Contact contact, int number, long incarnation, Domain domain) {
        this.contact = contact;
        this.number = number;
        this.incarnation = incarnation;
        this.domain = domain;
    }

    @Override
    public void subscribe(ActorRef<Event> subscriber) {
        listener = Optional.of(subscriber);
        early.forEach(subscriber::tell);
        early.clear();
    }

    @Override
    public long incarnation() {
        return incarnation;
    }

    Contact contact() {
        return contact;
    }

    int number() {
        return number;
    }

    Domain domain() {
        return domain;
    }

    View view() {
        return view;
    }

    void see(View shared) {
        view = shared;
    }

    /** Whether it left or was removed: it takes part no more. */
    boolean isOut() {
        return isOut;
    }

    void out() {
        isOut = true;
    }

    /** Whether it can answer others now. */
    boolean isLive() {
        return !isOut && !domain.isDead() && !domain.isPaused();
    }

    /** The instant at which it can be told something that is decided now: never before what it was told of before. */
    long toldAt(long nanos) {
        lastToldNanos = Math.max(lastToldNanos, nanos);
        return lastToldNanos;
    }

    void tell(Event event) {
        if (listener.isPresent()) {
            listener.get().tell(event);
        } else {
            early.add(event);
        }
    }

    Announcement joined() {
        return Announcement.of(new Joined(contact.host(), contact.port(), incarnation));
    }

    Announcement suspected() {
        return Announcement.of(new Suspected(contact.host(), contact.port(), incarnation));
    }

    Announcement recovered() {
        return Announcement.of(new Recovered(contact.host(), contact.port(), incarnation));
    }

    Announcement gone() {
        return Announcement.of(new Gone(contact.host(), contact.port(), incarnation));
    }

    @Override
    public String toString() {
        return contact.host() + " (" + incarnation + ")";
    }
}
