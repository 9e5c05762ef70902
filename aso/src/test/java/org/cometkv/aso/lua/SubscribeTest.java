package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Snapshot;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code onSubscribe} may answer and {@code comet.publish} may send. */
class SubscribeTest {

    @Test
    void onSubscribe_givesASnapshot() {
        assertThat(snapshot("return {1, request}")).isEqualTo(new Snapshot(list(1, 7), List.of()));
    }

    @Test
    void onSubscribe_givesSnapshotAndTags() {
        assertThat(snapshot("return {snapshot = 5, tags = {'red', 'blue'}}"))
                .isEqualTo(new Snapshot(Value.of(5), List.of("red", "blue")));
    }

    @Test
    void onSubscribe_thatIsFalseRefuses() {
        assertThat(subscribed("return false, 'members only'").result()).isEqualTo(new Result.Refused("members only"));
    }

    @Test
    void redirection_namesTheOtherKey() {
        Outcome outcome = subscribed("return comet.redirect(comet.key(1))");

        assertThat(outcome.result()).isEqualTo(new Result.Redirected(LuaObject.KEY.child(1)));
        assertThat(outcome.isCommitted()).isTrue();
    }

    @Test
    void redirectionThatIsNotReturned_redirectsNobody() {
        assertThat(subscribed("comet.redirect(comet.key(1)) return 3").result())
                .isEqualTo(new Result.Completed(Value.of(3)));
    }

    @Test
    void redirectionOfAnEarlierEvent_isAnOrdinaryValue() {
        LuaObject object = LuaObject.of("""
                function aso:onSubscribe(caller, request)
                  self.kept = self.kept or comet.redirect(comet.key(1))
                  return self.kept
                end
                """);
        object.handle(new Event.Subscribe(LuaObject.CALLER, Value.NIL));

        assertThat(object.handle(new Event.Subscribe(LuaObject.CALLER, Value.NIL))
                        .result())
                .isEqualTo(new Result.Completed(Value.of(LuaObject.KEY.child(1).toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return {tags = 'red'}",
                "return {tags = {1}}",
                "return {tags = {''}}",
                "return {tags = {'\\255'}}",
                "return {tags = {string.rep('x', 65)}}",
                "return {tags = {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17}}",
            })
    void tagsThatAreNone_failTheEvent(String body) {
        assertThat(subscribed(body).result()).isInstanceOf(Result.Faulted.class);
    }

    @Test
    void tagsAtTheirBounds_pass() {
        assertThat(snapshot("local t = {} for i = 1, 16 do t[i] = string.rep('x', 64) end return {tags = t}")
                        .tags())
                .hasSize(16);
    }

    @Test
    void publish_recordsValueKeyAndTags() {
        LuaObject object =
                LuaObject.of("function onGet() return comet.publish({1}, {conflate = 'ibm', tags = {'red'}}) end");

        Outcome outcome = object.handle(new Event.Get(LuaObject.CALLER, Value.NIL));

        assertThat(outcome.result()).isEqualTo(new Result.Completed(Value.of(true)));
        assertThat(outcome.effects()).containsExactly(new Effect.Publish(list(1), Optional.of("ibm"), List.of("red")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3", "{conflate = 3}", "{conflate = ''}", "{conflate = string.rep('x', 257)}", "{tags = 1}"})
    void publish_withOptionsThatAreNone_raises(String options) {
        LuaObject object = LuaObject.of("function onGet() comet.publish(1, " + options + ") end");

        assertThat(object.handle(new Event.Get(LuaObject.CALLER, Value.NIL)).result())
                .isInstanceOf(Result.Faulted.class);
    }

    @Test
    void publish_thatIsNotAdmitted_givesFalseAndTheReason() {
        LuaObject object = LuaObject.of("function onGet() local ok, why = comet.publish(1) return {ok, why} end");
        object.host.admission(effect -> Optional.of("unpaid"), question -> Optional.empty());

        Outcome outcome = object.handle(new Event.Get(LuaObject.CALLER, Value.NIL));

        assertThat(outcome.result()).isEqualTo(new Result.Completed(Value.list(Value.of(false), Value.of("unpaid"))));
        assertThat(outcome.effects()).isEmpty();
    }

    @Test
    void messageIsMeant_forWhoWantsOneOfItsTags() {
        Snapshot red = new Snapshot(Value.NIL, List.of("red"));

        assertThat(red.isMeant(List.of("blue", "red"))).isTrue();
        assertThat(red.isMeant(List.of("blue"))).isFalse();
        assertThat(red.isMeant(List.of())).isFalse();
        assertThat(new Snapshot(Value.NIL, List.of()).isMeant(List.of())).isTrue();
    }

    private static Snapshot snapshot(String body) {
        return Snapshot.of(((Result.Completed) subscribed(body).result()).value());
    }

    private static Outcome subscribed(String body) {
        LuaObject object = LuaObject.of("function aso:onSubscribe(caller, request) " + body + " end");
        return object.handle(new Event.Subscribe(LuaObject.CALLER, Value.of(7)));
    }

    private static Value list(double... numbers) {
        Value[] values = new Value[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = Value.of(numbers[i]);
        }
        return Value.list(values);
    }
}
