package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cometkv.actors.repair.CompareOperation.Answer;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Accept;

/** The rule which owners' content may take the place of what is held, and in which order it is tried. */
final class NewerAnswers {

    private NewerAnswers() {}

    /**
     * The answers that beat what is held, the newest first.
     *
     * <p>Where what is held gives way, those that hold something which was taken back come last; else they do not come.
     *
     * @param held nothing if it gives way
     * @param isSound whether a digest tells of nothing that was taken back
     */
    static List<Answer> of(List<Answer> answers, KeyDigest held, boolean givesWay, Predicate<KeyDigest> isSound) {
        List<Answer> newer = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.digest().beats(held) && (givesWay || isSound.test(answer.digest()))) {
                newer.add(answer);
            }
        }
        newer.sort((one, other) -> order(one.digest(), other.digest(), isSound));
        return newer;
    }

    /** Whether the other owner took updates of the same merging object that may lack here. */
    static boolean hasOtherUpdates(KeyDigest held, KeyDigest other) {
        return held instanceof KeyDigest.Live mine
                && other instanceof KeyDigest.Live theirs
                && mine.accept() == Accept.ALL
                && mine.lineage().equals(theirs.lineage())
                && theirs.updates().count() > 0
                && !mine.updates().equals(theirs.updates());
    }

    private static int order(KeyDigest one, KeyDigest other, Predicate<KeyDigest> isSound) {
        boolean isOneSound = isSound.test(one);
        if (isOneSound != isSound.test(other)) {
            return isOneSound ? -1 : 1;
        }
        return one.beats(other) ? -1 : other.beats(one) ? 1 : 0;
    }
}
