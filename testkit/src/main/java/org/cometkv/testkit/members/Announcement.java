package org.cometkv.testkit.members;

import org.cometkv.actors.seam.Members;
import org.cometkv.testkit.trace.Noted;

/** A change of the members, and its line in the trace: made once, and told to many. */
record Announcement(Members.Event event, Noted noted) {

    static final Announcement DOWNED = of(new Members.Downed());

    static final Announcement KNOWN = of(new Members.Known());

    static Announcement of(Members.Event event) {
        return new Announcement(event, new Noted(event.toString()));
    }
}
