package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.PlayedPeer;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.RawSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that come while a handler waits for an answer, and overtake it. */
class OvertakenTest {

    /** Waits in every handler, unless its caller is an object, for the answer of a node that a test plays. */
    private static final Script WAITS = Script.of("""
            function aso:onPut() comet.get() end
            function aso:onUpdate(caller, value)
              self.value = value
              if value ~= "quick" then comet.get() self.value = "after the wait" end
            end
            function aso:onRemove(caller, request) if request ~= "quick" then comet.get() end end
            function aso:onGet() return self.value end
            """);

    private static final Script PLAIN = Script.of("""
            function aso:onGet() return self.value end
            """);

    /** Waits when it is read, unless the reader is quick; what it is to do then depends on the answer. */
    private static final Script DOES = Script.of("""
            function aso:onGet(caller, request)
              if request == "quick" then return self.value end
              comet.after("soon", 1)
              comet.get()
              if request == "fail" then error("after the wait") end
              comet.deleteSelf()
            end
            function aso:onTimer(name) if name == "soon" then self.value = "fired" end end
            """);

    /** Is over after the event that waits, whatever becomes of that. */
    private static final Script ENDS = Script.of("""
            local function leave(request) comet.deleteSelf() comet.get() assert(request ~= "fail", "after the wait") end
            function aso:onPut() if self.value == "short" then leave() end end
            function aso:onGet(caller, request)
              if request ~= "quick" then leave(request) end
              return self.value
            end
            """);

    private static final Script ASKS = Script.of("function aso:onGet() comet.get() end");
    private static final Script ASKS_TWICE = Script.of("function aso:onGet() comet.get() comet.get() end");

    /** Makes room for what is quick at once, and waits for the rest. */
    private static final Script YIELDS_TO_GUARDED = Script.of("""
            function aso:onUpdate(caller, value) if value == "quick" then return true end comet.get() end
            function aso:onRemove() comet.get() end
            """);

    private static final Script GUARDED = Script.of("""
            function aso:onUpdate(caller, value) return value == "first", "never" end
            function aso:onRemove() return false, "never" end
            function aso:onGet() return self.value end
            """);

    private static final Key KEY = Replicas.KEY;

    private final CometTestKit kit = Kits.of(1);
    private final Contact node = kit.node(0).contact();
    private final RawSender client = new RawSender(kit);
    private final Contact silent = Replicas.node(5);
    private final PlayedPeer peer = kit.peer(silent);

    @BeforeEach
    void join() {
        peer.holdNothing();
        peer.join();
        assertThat(peer.next()).isInstanceOf(Wire.Hello.class);
        peer.send(node, peer.hello(true, true));
        kit.awaitQuiet();
        assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                .hasSize(2);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anObjectWhoseOnPutWaits_isNotThereYet() {
        Wire.Put put = put(WAITS, "first");
        client.send(node, put);
        Wire.Get waitsFor = question();

        assertThat(client.ask(node, get())).isInstanceOf(ReplicaReply.Absent.class);
        for (Wire.Request other : new Wire.Request[] {put(PLAIN, "second"), remove("quick")}) {
            ReplicaReply.Refused busy = (ReplicaReply.Refused) client.ask(node, other);
            assertThat(busy.refusal().reason()).isEqualTo(Refusal.Reason.BUSY);
            assertThat(busy.refusal().retryAfterMillis()).isPresent();
        }

        answer(waitsFor);
        assertThat(client.reply(put.id())).isInstanceOf(ReplicaReply.Stored.class);
        assertThat(value()).isEqualTo(Value.of("first"));
    }

    @Test
    void aValueStays_untilWhatReplacesItIsStored() {
        client.ask(node, put(Script.NONE, "before"));
        Wire.Put put = put(WAITS, "after");
        client.send(node, put);
        Wire.Get waitsFor = question();

        assertThat(value()).isEqualTo(Value.of("before"));

        answer(waitsFor);
        assertThat(client.reply(put.id())).isInstanceOf(ReplicaReply.Stored.class);
        assertThat(value()).isEqualTo(Value.of("after"));
    }

    @Test
    void aLocalGetOfAnEventThatWaitsAgainAndAgain_hasTheTimeOfARequest() {
        client.ask(node, put(ASKS_TWICE, "here"));
        CompletableFuture<GetReply> here =
                kit.node(0).comet().get(KEY, Value.NIL).toCompletableFuture();
        Wire.Get waitsFor = question();

        for (int second = 0; second < 9; second++) {
            works(waitsFor);
            kit.advance(Duration.ofSeconds(1));
        }
        works(waitsFor);
        kit.advance(Duration.ofMillis(999));
        assertThat(here).isNotDone();
        kit.advance(Duration.ofMillis(1));

        assertThat(Kits.broken(kit, here).code()).isEqualTo(CometException.Code.TIMEOUT);
    }

    @Test
    void aPutWhoseOnPutWaits_isSuperseded_ifANewerOneCameMeanwhile() {
        client.ask(node, put(PLAIN, "before"));
        Wire.Put older = put(WAITS, "older");
        client.send(node, older);
        Wire.Get waitsFor = question();

        assertThat(value()).as("what was there stays meanwhile").isEqualTo(Value.of("before"));
        assertThat(client.ask(node, put(PLAIN, "newer"))).isInstanceOf(ReplicaReply.Stored.class);
        answer(waitsFor);

        assertThat(client.reply(older.id())).isInstanceOf(ReplicaReply.Superseded.class);
        assertThat(value()).isEqualTo(Value.of("newer"));
    }

    @Test
    void aPutWhoseOnPutWaits_isSuperseded_ifTheKeyWasRemovedMeanwhile() {
        client.ask(node, put(PLAIN, "before"));
        Wire.Put older = put(WAITS, "older");
        client.send(node, older);
        Wire.Get waitsFor = question();

        assertThat(client.ask(node, remove("quick"))).isInstanceOf(ReplicaReply.Removed.class);
        answer(waitsFor);

        assertThat(client.reply(older.id())).isInstanceOf(ReplicaReply.Superseded.class);
        assertThat(client.ask(node, get())).isInstanceOf(ReplicaReply.Absent.class);
    }

    @Test
    void anUpdateThatWaits_isSuperseded_andUndoneToItsWait_ifANewerUpdateCameMeanwhile() {
        client.send(node, put(WAITS, "first"));
        answer(question());
        Wire.Change older = put(Script.NONE, "slow");
        client.send(node, older);
        Wire.Get waitsFor = question();

        assertThat(client.ask(node, put(Script.NONE, "quick"))).isInstanceOf(ReplicaReply.Kept.class);
        answer(waitsFor);

        assertThat(client.reply(older.id())).isInstanceOf(ReplicaReply.Superseded.class);
        assertThat(value()).as("what it set after its wait is undone").isEqualTo(Value.of("quick"));
    }

    @Test
    void aRemoveThatWaits_removesTheObject_howeverManyUpdatesCameMeanwhile() {
        client.send(node, put(WAITS, "first"));
        answer(question());
        Wire.Change remove = remove("slow");
        client.send(node, remove);
        Wire.Get waitsFor = question();

        assertThat(client.ask(node, put(Script.NONE, "quick"))).isInstanceOf(ReplicaReply.Kept.class);
        answer(waitsFor);

        assertThat(client.reply(remove.id())).isInstanceOf(ReplicaReply.Removed.class);
        assertThat(client.ask(node, get())).isInstanceOf(ReplicaReply.Absent.class);
    }

    @Test
    void anUpdateOrRemoveThatWaits_isForWhatLivesThereByThen_ifAnOlderPutReplacedTheObjectMeanwhile() {
        for (boolean isRemove : new boolean[] {false, true}) {
            client.ask(node, put(YIELDS_TO_GUARDED, "first"));
            Wire.Put older = put(GUARDED, "quick");
            Wire.Change slow = isRemove ? remove("slow") : put(Script.NONE, "slow");
            client.send(node, slow);
            Wire.Get waitsFor = question();
            assertThat(client.ask(node, older)).isInstanceOf(ReplicaReply.Stored.class);

            answer(waitsFor);

            assertThat(refusal(slow.id())).isEqualTo(Refusal.Reason.OBJECT);
            assertThat(value()).isEqualTo(Value.of("quick"));
        }
    }

    @Test
    void aGetThatWaits_isAnswered_ifTheObjectIsRemovedMeanwhile() {
        client.ask(node, put(ASKS, "here"));
        Wire.Get waiting = get();
        client.send(node, waiting);
        CompletionStage<GetReply> here = kit.node(0).comet().get(KEY, Value.NIL);
        question();
        question();
        assertThat(waits()).isEqualTo(2);

        assertThat(client.ask(node, remove("quick"))).isInstanceOf(ReplicaReply.Removed.class);

        assertThat(client.reply(waiting.id())).isInstanceOf(ReplicaReply.Absent.class);
        assertThat(waits()).as("nothing waits any more").isZero();
        // The local reader goes on to the second owner, which the test plays.
        answer(question());
        assertThat(kit.await(here)).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void aTimerThatIsSetBeforeAWait_firesDuringIt_andWhetherTheEventEndsWellOrNot() {
        for (String request : new String[] {"wait", "fail"}) {
            client.ask(node, put(DOES, "put"));
            Wire.Get waiting = get(request);
            client.send(node, waiting);
            Wire.Get waitsFor = question();
            if (request.equals("fail")) {
                answer(waitsFor);
                assertThat(client.reply(waiting.id())).isInstanceOf(ReplicaReply.Failed.class);
            } else {
                works(waitsFor);
            }

            // Not by a get: its end would arm the timer as well.
            long before = events();
            kit.advance(Duration.ofMillis(1_200));
            assertThat(events()).as(request).isGreaterThan(before);
            assertThat(value("quick")).isEqualTo(Value.of("fired"));
        }
    }

    @Test
    void anEventThatWaits_leavesNothingToDo_ifItsObjectIsReplacedMeanwhile() {
        client.ask(node, put(DOES, "before"));
        Wire.Get waiting = get("wait");
        client.send(node, waiting);
        Wire.Get waitsFor = question();
        assertThat(client.ask(node, put(PLAIN, "newer"))).isInstanceOf(ReplicaReply.Stored.class);

        answer(waitsFor);

        assertThat(client.reply(waiting.id())).isInstanceOf(ReplicaReply.Answered.class);
        assertThat(value()).as("what came meanwhile is not deleted").isEqualTo(Value.of("newer"));
    }

    @Test
    void anObjectThatDeletesItselfAndWaits_isThereUntilTheEventIsOver_whetherThatEndsWellOrNot() {
        for (String request : new String[] {"wait", "fail"}) {
            client.ask(node, put(ENDS, "last words"));
            Wire.Get waiting = get(request);
            client.send(node, waiting);
            Wire.Get waitsFor = question();
            assertThat(value("quick")).isEqualTo(Value.of("last words"));

            answer(waitsFor);

            assertThat(client.reply(waiting.id()))
                    .isInstanceOf(request.equals("fail") ? ReplicaReply.Failed.class : ReplicaReply.Answered.class);
            assertThat(client.ask(node, get("quick"))).isInstanceOf(ReplicaReply.Absent.class);
        }
    }

    @Test
    void aNewcomerThatDeletesItselfAndWaits_leavesWhatIsThereAlone_untilItIsStoredAndOver() {
        client.ask(node, put(PLAIN, "before"));
        Wire.Put put = put(ENDS, "short");
        client.send(node, put);
        Wire.Get waitsFor = question();
        assertThat(value()).isEqualTo(Value.of("before"));

        answer(waitsFor);

        assertThat(client.reply(put.id())).isInstanceOf(ReplicaReply.Stored.class);
        assertThat(client.ask(node, get("quick"))).isInstanceOf(ReplicaReply.Absent.class);
    }

    @Test
    void aGetThatWaits_isAnsweredWithTheVersionOfTheObjectThatItRead() {
        Wire.Put first = put(ASKS, "first");
        client.ask(node, first);
        Wire.Get waiting = get();
        client.send(node, waiting);
        Wire.Get waitsFor = question();
        client.ask(node, put(PLAIN, "second"));

        answer(waitsFor);

        assertThat(((ReplicaReply.Answered) client.reply(waiting.id())).version())
                .isEqualTo(first.version());
    }

    private Refusal.Reason refusal(long id) {
        ReplicaReply reply = client.reply(id);
        assertThat(reply).isInstanceOf(ReplicaReply.Refused.class);
        return ((ReplicaReply.Refused) reply).refusal().reason();
    }

    private int waits() {
        return kit.node(0).comet().stat().waitingEvents();
    }

    /** What the object asks the node that the test plays. */
    private Wire.Get question() {
        return (Wire.Get) peer.next();
    }

    /** A node that says nothing is not waited for. */
    private void works(Wire.Get question) {
        peer.send(node, new Wire.Reply(question.id(), new ReplicaReply.Working()));
    }

    private void answer(Wire.Get question) {
        peer.send(node, new Wire.Reply(question.id(), new ReplicaReply.Absent()));
    }

    private Value value() {
        return ((ReplicaReply.Answered) client.ask(node, get())).value();
    }

    private long events() {
        Wire.Stat stat = new Wire.Stat(client.id(), KEY, RawSender.client("tester"));
        return ((ReplicaReply.Status) client.ask(node, stat)).totals().events();
    }

    private Value value(String request) {
        return ((ReplicaReply.Answered) client.ask(node, get(request))).value();
    }

    private Wire.Get get() {
        return new Wire.Get(client.id(), KEY, RawSender.client("tester"), Value.NIL);
    }

    private Wire.Get get(String request) {
        return new Wire.Get(client.id(), KEY, RawSender.client("tester"), Value.of(request));
    }

    private Wire.Remove remove(String request) {
        return new Wire.Remove(client.id(), KEY, client.version(), RawSender.client("tester"), Value.of(request));
    }

    private Wire.Put put(Script script, String value) {
        return new Wire.Put(
                client.id(),
                KEY,
                client.version(),
                RawSender.client("tester"),
                script,
                Value.table(Map.of("value", Value.of(value))),
                Wire.Condition.ALWAYS);
    }
}
