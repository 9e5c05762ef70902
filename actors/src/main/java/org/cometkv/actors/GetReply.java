package org.cometkv.actors;

import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;

/** The reply to a get. */
public sealed interface GetReply {

    /** The object gave this value. */
    record Found(Value value, AnswerSource answer) implements GetReply {}

    /** The object is there and gave nothing. */
    record Empty(AnswerSource answer) implements GetReply {}

    /** Every owner of the key that is not suspect, and a majority of all owners, said that there is nothing. */
    record NotFound(int asked) implements GetReply {}

    /** The object or its node said no. */
    record Refused(Refusal refusal, AnswerSource answer) implements GetReply {}

    /** The object's handler went wrong; the object is as it was. */
    record Failed(Failure failure, AnswerSource answer) implements GetReply {}

    /**
     * The value that the object gave; {@link Value#NIL} if it gave nothing.
     *
     * @throws CometException with code NOT_FOUND, REFUSED or FAILED where there is none
     */
    default Value orElseThrow() {
        if (this instanceof Found found) {
            return found.value();
        }
        if (this instanceof Empty) {
            return Value.NIL;
        }
        if (this instanceof NotFound nothing) {
            throw CometException.notFound(nothing.asked());
        }
        if (this instanceof Refused refused) {
            throw CometException.refused(refused.refusal());
        }
        throw CometException.failed(((Failed) this).failure());
    }
}
