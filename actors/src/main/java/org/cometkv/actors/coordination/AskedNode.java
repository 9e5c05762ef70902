package org.cometkv.actors.coordination;

import java.util.Optional;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;

/** A node that is asked for a change: its word, and when it is asked again. Not thread-safe; owned by the operation. */
final class AskedNode implements Acknowledgement.Owner {

    static final long NEVER = Long.MAX_VALUE;

    /** After so long it may take the same for the owners as this node. */
    static final long FRESH_VIEW_MILLIS = 200;

    private static final long REFUSED_PAUSE_MILLIS = 10;
    private static final long REFUSED_PAUSE_MILLIS_MAX = 1_000;
    private static final long SILENT_PAUSE_MILLIS = 1_000;
    private static final long SILENT_PAUSE_MILLIS_MAX = 4_000;

    final Contact contact;
    private Said said = Said.NOTHING;
    private Optional<ReplicaReply> reply = Optional.empty();
    private int unanswered;
    private int asked;
    private int paused;
    private boolean isSilent;
    private boolean isSuspect;
    private boolean isResolved;
    private long dueMillis = Long.MIN_VALUE;

    /** A node that is to be asked. */
    AskedNode(Contact contact) {
        this.contact = contact;
    }

    @Override
    public Said said() {
        return said;
    }

    @Override
    public boolean isSuspect() {
        return isSuspect;
    }

    void suspect(boolean isItSuspect) {
        isSuspect = isItSuspect;
    }

    /** Its last reply. */
    Optional<ReplicaReply> reply() {
        return reply;
    }

    /** Whether it may have taken the change, or may yet do so. */
    boolean mayHold() {
        return said == Said.TAKEN || unanswered > 0;
    }

    /** Whether its time to answer has passed since it was asked last. */
    boolean isSilent() {
        return isSilent && said == Said.NOTHING;
    }

    /** When it is to be asked next; {@link #NEVER} while it is not. */
    long dueMillis() {
        return said.isLast() ? NEVER : dueMillis;
    }

    boolean wasAsked() {
        return asked > 0;
    }

    void asked() {
        asked++;
        unanswered++;
        isSilent = false;
        dueMillis = NEVER;
    }

    void heard(ReplicaReply itsReply, long nowMillis) {
        unanswered = Math.max(0, unanswered - 1);
        isSilent = false;
        if (said == Said.TAKEN) {
            return;
        }
        said = Said.of(itsReply);
        reply = Optional.of(itsReply);
        if (said == Said.LATER) {
            long afterMillis = ((ReplicaReply.Refused) itsReply)
                    .refusal()
                    .retryAfterMillis()
                    .getAsLong();
            dueMillis = nowMillis + Math.max(afterMillis, pause(REFUSED_PAUSE_MILLIS, REFUSED_PAUSE_MILLIS_MAX));
        } else if (said == Said.NOT_OWNER) {
            dueMillis = nowMillis + FRESH_VIEW_MILLIS;
        }
    }

    void silent(long nowMillis) {
        isSilent = true;
        if (said == Said.NOTHING) {
            dueMillis = nowMillis + pause(SILENT_PAUSE_MILLIS, SILENT_PAUSE_MILLIS_MAX);
        }
    }

    /** It is gone; what it took it has taken. */
    void gone() {
        unanswered = 0;
        if (said != Said.TAKEN) {
            said = Said.GONE;
        }
    }

    /** Longer each time, so that who has too much to do is not asked ever more. */
    private long pause(long firstMillis, long mostMillis) {
        return Math.min(mostMillis, firstMillis << Math.min(paused++, 10));
    }

    /** True the first time. */
    boolean resolve() {
        boolean isFirst = !isResolved;
        isResolved = true;
        return isFirst;
    }
}
