package org.cometkv.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

/** The events of a script, and what a test sees of them. */
class ScriptTesterTest {

    private static final String COUNTER = """
            aso.count = 0
            function aso:onGet(caller, request)
              self.count = self.count + 1
              return "Hello " .. tostring(request) .. ", you are reader " .. self.count
            end
            """;

    @Test
    void fiveLines_testAScript() {
        ScriptTester object = ScriptTester.of(COUNTER);
        object.put();
        assertThat(object.get("Ada").text()).isEqualTo("Hello Ada, you are reader 1");
        assertThat(object).hasState("count", 1).usedAtMost(500);
    }

    @Test
    void put_setsTheFieldsAfterTheBody_andRunsOnPut() {
        ScriptTester object = ScriptTester.of(Aso.script("""
                        aso.value = 1
                        function aso:onPut(caller) self.by, self.seen = caller.writer, self.value end
                        """).with("value", 2));

        assertThat(object.put(ScriptTester.caller("ada"))).isCompleted();

        assertThat(object).hasState("by", "ada").hasState("seen", 2);
        assertThat(object.outcomes()).extracting(ScriptOutcome::handler).containsExactly("chunk", "onPut");
    }

    @Test
    void putThatIsRefused_leavesNoObject() {
        ScriptTester object = ScriptTester.of("function onPut() return false, 'not today' end");

        assertThat(object.put()).isRefused("not today");

        assertThat(object.exists()).isFalse();
        assertThatThrownBy(object::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not today");
    }

    @Test
    void getBeforePut_saysThatPutIsMissing() {
        assertThatThrownBy(() -> ScriptTester.of(COUNTER).get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no object: call put() first");
    }

    @Test
    void scriptThatIsNone_isAFailedPut_withItsLine() {
        assertThat(ScriptTester.of("aso.value = 1\nfunction (").put())
                .failedAtLine(2)
                .saysThat("<name> expected near '('");
    }

    @Test
    void error_isAnOutcome_withMessageAndLine_andTheStateIsAsBefore() {
        ScriptTester object = ScriptTester.of("""
                aso.count = 0
                function aso:onGet()
                  self.count = self.count + 1
                  error("no " .. self.count)
                end
                """);
        object.put();

        ScriptOutcome outcome = object.get();

        assertThat(outcome).failedAtLine(4).saysThat("no 1");
        assertThat(outcome.isFailed()).isTrue();
        assertThat(object).hasState("count", 0);
        assertThatThrownBy(outcome::value)
                .isInstanceOf(AssertionError.class)
                .hasMessage("there is no answer: onGet failed: script:4: no 1");
    }

    @Test
    void limit_isBrokenOneOverIt_andNotAtIt() {
        ScriptTester object = ScriptTester.of("function onGet() for i = 1, 100 do end return 'done' end");
        object.put();
        int fuel = object.get().fuel();

        ScriptTester enough = ScriptTester.of("function onGet() for i = 1, 100 do end return 'done' end")
                .limit(Limits.Name.FUEL, fuel);
        enough.put();
        ScriptTester tooLittle = ScriptTester.of("function onGet() for i = 1, 100 do end return 'done' end")
                .limit(Limits.Name.FUEL, fuel - 1);
        tooLittle.put();

        assertThat(enough.get()).hasValue("done").usedAtMost(fuel);
        assertThat(tooLittle.get()).broke(Limit.FUEL);
    }

    @Test
    void update_isDecidedByOnUpdate() {
        ScriptTester object = ScriptTester.of("""
                function aso:onUpdate(caller, value, object)
                  if value == "replace" then return true end
                  if type(value) ~= "number" then return false, "numbers only" end
                  self.value = value
                end
                """);
        object.put();

        assertThat(object.update(7)).isCompleted();
        assertThat(object).hasState("value", 7);
        assertThat(object.update("seven")).isRefused("numbers only");
        assertThat(object).hasState("value", 7);
        assertThat(object.update("replace")).isCompleted();
        assertThat(object).as("the passive value has taken its place").hasState("value", "replace");
    }

    @Test
    void updateWithAnObject_showsItsStateToOnUpdate_andRunsItsOnPut() {
        ScriptTester object = ScriptTester.of("function onUpdate(caller, value, object) return object.rank > 1 end");
        Aso newcomer = Aso.script("aso.rank = 1 function aso:onPut() self.isIn = true end");
        object.put();

        assertThat(object.put(ScriptTester.caller("bob"), newcomer)).isRefused("refused by the object");
        assertThat(object.put(ScriptTester.caller("bob"), newcomer.with("rank", 2)))
                .isCompleted();

        assertThat(object).hasState("rank", 2).hasState("isIn", true);
    }

    @Test
    void withoutAHandler_onlyTheWriterReplacesAndRemoves() {
        ScriptTester object = ScriptTester.of(COUNTER);
        object.put(ScriptTester.caller("ada"));

        String refusal = "the object has no handler for it and \"bob\" may not ";
        assertThat(object.update(ScriptTester.caller("bob"), 1)).isRefused(refusal + "replace what \"ada\" put");
        assertThat(object.remove(ScriptTester.caller("bob"), null)).isRefused(refusal + "remove what \"ada\" put");

        assertThat(object.remove(ScriptTester.caller("ada"), null)).isCompleted();
        assertThat(object).isGone();
    }

    @Test
    void onRemove_mayRefuse() {
        ScriptTester object =
                ScriptTester.of("function onRemove(caller, request) return request == 'please', 'ask' end");
        object.put();

        assertThat(object.remove()).isRefused("ask");
        assertThat(object).isHeldBy(1);
        assertThat(object.remove(ScriptTester.caller("bob"), "please")).isCompleted();
        assertThat(object).isGone();
    }

    @Test
    void subscribe_givesTheSnapshot() {
        ScriptTester object =
                ScriptTester.of("aso.value = 1 function aso:onSubscribe(c, r) return {r, self.value} end");
        object.put();

        assertThat(object.subscribe(ScriptTester.caller("ada"), "from here").list())
                .containsExactly(Value.of("from here"), Value.of(1));
    }

    @Test
    void deleteSelf_endsTheObject() {
        ScriptTester object = ScriptTester.of("function onGet() comet.deleteSelf() return 'last words' end");
        object.put();

        assertThat(object.get()).hasValue("last words").hasEffect(new Effect.DeleteSelf());

        assertThat(object).isGone();
        assertThatThrownBy(object::get).hasMessage("there is no object: it ended itself");
    }

    @Test
    void effects_areDataInOrder() {
        ScriptTester object = ScriptTester.of("""
                function onGet()
                  comet.publish("news")
                  comet.put(comet.key(), 1)
                  comet.after("later", 5)
                end
                """);
        object.put();

        assertThat(object.get().effects())
                .containsExactly(
                        new Effect.Publish(Value.of("news")),
                        new Effect.Put(object.key(), Value.of(1), Optional.empty()),
                        new Effect.After("later", 5_000));
        assertThat(object.effects(Effect.Publish.class)).hasSize(1);
    }

    @Test
    void effectsOfAnEventThatFails_doNotHappen() {
        ScriptTester object = ScriptTester.of("function onGet() comet.after('x', 5) error('no') end");
        object.put();

        assertThat(object.get()).saysThat("no").hasNoEffects();
        assertThat(object.timers()).isEmpty();
    }

    @Test
    void unsignedObject_reachesItsOwnKeyOnly_andATrustedOneAll() {
        String spawns = "function onGet() return {comet.spawn(comet.key(1), {})} end";
        ScriptTester unsigned = ScriptTester.of(spawns);
        unsigned.put();
        ScriptTester signed = ScriptTester.of(spawns);
        signed.node().trust();
        signed.put();

        assertThat(unsigned.get().list())
                .containsExactly(Value.of(false), Value.of("an unsigned object reaches its own key only"));
        assertThat(signed.get().list()).containsExactly(Value.of(true));
        assertThat(signed.effects(Effect.Spawn.class))
                .containsExactly(new Effect.Spawn(Key.of("object").child(1), Value.table(), Optional.empty()));
    }

    @Test
    void refusingNode_tellsTheScriptWhy() {
        ScriptTester object = ScriptTester.of("function onGet() return {comet.put(comet.key(), 1)} end");
        object.node().refuse("cannot pay");
        object.put();
        assertThat(object.get().list()).containsExactly(Value.of(false), Value.of("cannot pay"));

        object.node().admit();
        assertThat(object.get().list()).containsExactly(Value.of(true));
    }

    @Test
    void script_seesTheNodeThatTheTestSets() {
        ScriptTester object = ScriptTester.of("""
                function onGet()
                  local names = {}
                  for _, node in ipairs(comet.lookup()) do names[#names + 1] = node.ip end
                  return {nodes = names, subscribers = comet.subscribers(), time = comet.systemTime()}
                end
                """);
        object.node().neighbors("b", "c").subscribers(3);
        object.put();

        assertThat(object.get())
                .hasValue(Map.of(
                        "nodes",
                        List.of("b", "c"),
                        "subscribers",
                        3,
                        "time",
                        object.now().toEpochMilli()));
    }

    @Test
    void log_isReadable() {
        ScriptTester object = ScriptTester.of("function onGet() comet.log('read', 1) end");
        object.put();
        object.get();

        assertThat(object.log()).containsExactly("read\t1");
    }
}
