package org.cometkv.actors.coordination;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The rule by which a change is acknowledged: enough owners took it, the first one that is not suspect among them,
 * because readers ask that one first.
 *
 * @param acks how many of so many owners must take it
 * @param isForEmptyKey whether it is a put of an empty key: then a majority of all owners must hold its version, and
 *     what is superseded is not taken
 */
record Acknowledgement(IntUnaryOperator acks, boolean isForEmptyKey) {

    /** An owner and its word. */
    interface Owner {
        Said said();

        boolean isSuspect();
    }

    /** The state of a change after what its owners said. */
    enum Verdict {
        /** It depends on what is to come. */
        OPEN,
        ACKNOWLEDGED,
        /** It cannot be acknowledged any more. */
        REFUSED,
        /** Its version is too old: a newer one may do. */
        BEHIND,
        /** There is nothing to change. */
        ABSENT
    }

    /**
     * The verdict on what was said so far.
     *
     * @param owners all of them, closest first
     * @param isRepeated whether the change was repeated with a newer version: then it is not once more
     * @param isLast whether nothing more is to come: then what was refused for now is refused
     */
    Verdict verdict(List<? extends Owner> owners, boolean isRepeated, boolean isLast) {
        if (isAbsent(owners)) {
            return Verdict.ABSENT;
        }
        Owner first = first(owners);
        if (!isRepeated && (first.said() == Said.SUPERSEDED || first.said() == Said.BEHIND)) {
            return Verdict.BEHIND;
        }
        int holders = 0;
        int taken = 0;
        int stored = 0;
        int waited = 0;
        int lost = 0;
        for (Owner owner : owners) {
            holders += owner.said() == Said.ABSENT ? 0 : 1;
            taken += isTaken(owner) ? 1 : 0;
            waited += owner.said() == Said.NOTHING && !owner.isSuspect() ? 1 : 0;
            stored += owner.said() == Said.TAKEN ? 1 : 0;
            lost += isLost(owner, isLast) ? 1 : 0;
        }
        int needed = needed(holders, owners.size());
        if (taken >= needed && isTaken(first)) {
            if (stored >= needed || isRepeated) {
                return Verdict.ACKNOWLEDGED;
            }
            // A reader of the latest may ask those only that hold what is newer by its version, and began before.
            return stored + waited >= needed ? Verdict.OPEN : Verdict.BEHIND;
        }
        return isLost(first, isLast) || holders - lost < needed ? Verdict.REFUSED : Verdict.OPEN;
    }

    /** How many must take it. */
    int needed(int holders, int owners) {
        int needed = acks.applyAsInt(Math.max(1, holders));
        return isForEmptyKey ? Math.max(needed, owners / 2 + 1) : needed;
    }

    /** The owner that decides: the first that is not suspect and may hold something; of suspects alone, the first. */
    static <O extends Owner> O first(List<O> owners) {
        O suspect = owners.get(0);
        boolean hasSuspect = false;
        for (O owner : owners) {
            if (owner.said() != Said.ABSENT) {
                if (!owner.isSuspect()) {
                    return owner;
                }
                suspect = hasSuspect ? suspect : owner;
                hasSuspect = true;
            }
        }
        return suspect;
    }

    /** Whether every owner that is not suspect, and a majority of all, said that there is nothing. */
    private static boolean isAbsent(List<? extends Owner> owners) {
        int absent = 0;
        for (Owner owner : owners) {
            if (owner.said() == Said.ABSENT) {
                absent++;
            } else if (!owner.isSuspect() || owner.said() == Said.TAKEN) {
                return false;
            }
        }
        return absent > owners.size() / 2;
    }

    /**
     * Whether most owners of what was changed hold nothing: it is gone there, and who changed it is behind.
     *
     * @param named how many owners it has, by the word of those that changed it
     */
    static boolean isOfStale(List<? extends Owner> owners, int named) {
        List<? extends Owner> its = owners.subList(0, Math.min(named, owners.size()));
        return 2 * its.stream().filter(owner -> owner.said() == Said.ABSENT).count() > its.size();
    }

    private boolean isTaken(Owner owner) {
        return owner.said() == Said.TAKEN || owner.said() == Said.SUPERSEDED && !isForEmptyKey;
    }

    /** Whether it counts against the change. */
    boolean isLost(Owner owner, boolean isLast) {
        return switch (owner.said()) {
            case REFUSED, BEHIND -> true;
            case SUPERSEDED -> isForEmptyKey;
            case LATER, NOT_OWNER -> isLast;
            default -> false;
        };
    }
}
