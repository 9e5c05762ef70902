package org.cometkv.testkit.script;

import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;
import org.cometkv.routing.Key;

/**
 * The rule of what an event of a tested script may send and ask, in the words of a node: an unsigned object reaches its
 * own key only, and sends nothing in an event that another object caused.
 *
 * <p>A node also checks that the nodes are neighbors of the key and that the object can pay; here a test says when it
 * cannot.
 */
final class SendRule {

    private static final String RECURSIVE = "an event that another object's request caused sends and asks nothing";
    private static final String ELSEWHERE = "an unsigned object reaches its own key only";

    private final Key own;
    private boolean isSigned;
    private Optional<String> denial = Optional.empty();

    SendRule(Key own) {
        this.own = own;
    }

    /** The object is signed from now on, with a grant for all keys and for requests in a row. */
    void sign() {
        isSigned = true;
    }

    /** Whatever it sends or asks is refused for this reason; empty ends that. */
    void deny(Optional<String> reason) {
        denial = reason;
    }

    Optional<String> denial(Effect effect, boolean isCausedByObject) {
        if (effect instanceof Effect.PutSelf) {
            return denial(own, isCausedByObject);
        }
        if (effect instanceof Effect.Put put) {
            return denial(put.key(), isCausedByObject);
        }
        if (effect instanceof Effect.Spawn spawn) {
            return denial(spawn.key(), isCausedByObject);
        }
        boolean isSent = effect instanceof Effect.Answer || effect instanceof Effect.Publish;
        return isSent ? denial : Optional.empty();
    }

    Optional<String> denial(Question question, boolean isCausedByObject) {
        return denial(question instanceof Question.Get get ? get.key() : own, isCausedByObject);
    }

    private Optional<String> denial(Key key, boolean isCausedByObject) {
        if (denial.isPresent() || isSigned) {
            return denial;
        }
        if (isCausedByObject) {
            return Optional.of(RECURSIVE);
        }
        return key.equals(own) ? Optional.empty() : Optional.of(ELSEWHERE);
    }
}
