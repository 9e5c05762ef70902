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

    /** Every node that could hold the key said that it does not. */
    record NotFound(int asked) implements GetReply {}

    /** The object or its node said no. */
    record Refused(Refusal refusal, AnswerSource answer) implements GetReply {}

    /** The object's handler went wrong; the object is as it was. */
    record Failed(Failure failure, AnswerSource answer) implements GetReply {}
}
