package org.cometkv.aso.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class StandaloneHostTest {

    private static final Effect NEWS = new Effect.Publish(Value.of("news"));
    private static final Question OTHERS = new Question.Get(Key.of("k"), Optional.empty(), Value.NIL);

    private final StandaloneHost host = new StandaloneHost(StandaloneHost.contact("here"));

    @Test
    void newHost_admitsAll_knowsNobody_andNobodyAnswers() {
        assertThat(host.admit(NEWS)).isEmpty();
        assertThat(host.admit(OTHERS)).isEmpty();
        assertThat(host.neighbors(Key.of("k"))).hasValue(List.of());
        assertThat(host.answer(OTHERS)).isEqualTo(new Reply.Values(List.of()));
        assertThat(host.answer(new Question.Lookup(Key.of("k")))).isEqualTo(new Reply.Nodes(List.of()));
        assertThat(host.systemTimeMillis()).isEqualTo(StandaloneHost.EPOCH_MILLIS);
        assertThat(host.subscribers()).isZero();
        assertThat(host.self().host()).isEqualTo("here");
    }

    @Test
    void recordingHost_remembersWhatItAdmitted_andAllQuestions() {
        host.recording();
        host.admit(NEWS);
        host.refuse("no");

        assertThat(host.admit(new Effect.DeleteSelf())).hasValue("no");
        assertThat(host.admit(OTHERS)).hasValue("no");
        assertThat(host.admitted()).containsExactly(NEWS);
        assertThat(host.asked()).containsExactly(OTHERS);
    }

    @Test
    void namedTimers_areCountedOverEvents() {
        host.namedTimers(1);
        assertThat(host.admit(new Effect.After("a", 1))).isEmpty();
        host.conclude(List.of(new Effect.After("a", 1)));
        assertThat(host.admit(new Effect.After("b", 1))).hasValue("the object has 1 named timers");

        host.fired("a");

        assertThat(host.admit(new Effect.After("b", 1))).isEmpty();
    }

    @Test
    void timerOfAnEventThatFailed_takesNoPlaceInTheNextOne() {
        host.namedTimers(1);
        assertThat(host.admit(new Effect.After("a", 1))).isEmpty();
        host.conclude(List.of());

        assertThat(host.admit(new Effect.After("b", 1))).isEmpty();
    }
}
