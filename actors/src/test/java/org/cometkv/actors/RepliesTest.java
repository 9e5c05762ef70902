package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepliesTest {

    private static final AnswerSource SOURCE =
            new AnswerSource(new Contact(NodeId.of("node"), "host", 1), 1, Usage.NONE);
    private static final Refusal REFUSAL = Refusal.retry(Refusal.Reason.BUSY, "too much to do", 10);
    private static final Failure FAILURE = Failure.script("line 1: boom");

    static Stream<Arguments> badReplies() {
        String refused = "refused as BUSY: too much to do";
        String failed = "failed: line 1: boom";
        return Stream.of(
                bad(new GetReply.NotFound(3)::orElseThrow, "NOT_FOUND", "nothing is under the key; 3 nodes were asked"),
                bad(new GetReply.NotFound(1)::orElseThrow, "NOT_FOUND", "nothing is under the key; 1 node was asked"),
                bad(new GetReply.Refused(REFUSAL, SOURCE)::orElseThrow, "REFUSED", refused),
                bad(new GetReply.Failed(FAILURE, SOURCE)::orElseThrow, "FAILED", failed),
                bad(
                        new PutReply.NotFound(List.of())::orElseThrow,
                        "NOT_FOUND",
                        "nothing is under the key; 0 nodes were asked"),
                bad(new PutReply.Refused(REFUSAL, List.of())::orElseThrow, "REFUSED", refused),
                bad(new PutReply.Failed(FAILURE, List.of())::orElseThrow, "FAILED", failed),
                bad(
                        new RemoveReply.NotFound(List.of())::orElseThrow,
                        "NOT_FOUND",
                        "nothing is under the key; 0 nodes were asked"),
                bad(new RemoveReply.Refused(REFUSAL, List.of())::orElseThrow, "REFUSED", refused),
                bad(new RemoveReply.Failed(FAILURE, List.of())::orElseThrow, "FAILED", failed),
                bad(
                        new StatReply.NotFound(2)::orElseThrow,
                        "NOT_FOUND",
                        "nothing is under the key; 2 nodes were asked"),
                bad(new StatReply.Refused(REFUSAL)::orElseThrow, "REFUSED", refused));
    }

    private static Arguments bad(ThrowingCallable call, String code, String sentence) {
        return Arguments.of(call, CometException.Code.valueOf(code), sentence);
    }

    @ParameterizedTest
    @MethodSource("badReplies")
    void aBadReply_throwsItsCodeAndSentence(ThrowingCallable call, CometException.Code code, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(CometException.class, thrown -> {
                    assertThat(thrown.code()).isEqualTo(code);
                    assertThat(thrown.refusal().isPresent()).isEqualTo(code == CometException.Code.REFUSED);
                    thrown.refusal().ifPresent(refusal -> assertThat(refusal).isEqualTo(REFUSAL));
                })
                .hasMessage(sentence);
    }

    @Test
    void aGoodReply_givesWhatItHas() {
        PutReply.Stored stored =
                new PutReply.Stored(new Version(1, NodeId.of("node")), List.of(), new Reached(0, 0, 0));
        RemoveReply.Removed removed = new RemoveReply.Removed(List.of());
        StatReply.Found found = new StatReply.Found(List.of(), 3);

        assertThat(new GetReply.Found(Value.of("x"), SOURCE).orElseThrow()).isEqualTo(Value.of("x"));
        assertThat(new GetReply.Empty(SOURCE).orElseThrow()).isEqualTo(Value.NIL);
        assertThat(stored.orElseThrow()).isSameAs(stored);
        assertThat(removed.orElseThrow()).isSameAs(removed);
        assertThat(found.orElseThrow()).isSameAs(found);
    }
}
