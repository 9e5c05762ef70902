package org.cometkv.actors.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.RawSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects and copies that come to a key where an object lives: its onUpdate decides, and sees what they are. */
class OfferTest {

    private static final Script DECIDES = Script.of("""
            aso.saw = "nothing"
            function aso:onUpdate(caller, value, object)
              self.saw = tostring(value) .. " " .. tostring(object.extra) .. " " .. tostring(caller.key ~= nil)
              if value == "replace" then return true end
              if value == "refuse" then return false, "no" end
            end
            function aso:onPut(caller)
              self.puts = (self.puts or 0) + 1
            end
            function aso:onGet() return self.saw .. " " .. tostring(self.puts) end
            """);

    private static final Script MUTE = Script.of("function aso:onGet() return self.value end");

    private final CometTestKit kit = Kits.of(1);
    private final Contact node = kit.node(0).contact();
    private final RawSender client = new RawSender(kit);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void theScriptsOwnValueAndFields_areTheNewcomers() {
        client.ask(node, put(DECIDES, Map.of()));

        ReplicaReply reply = client.ask(
                node, put(Script.of("aso.value, aso.extra = 'from the script', 7"), Map.of("extra", Value.of(8))));

        assertThat(reply).isInstanceOf(ReplicaReply.Kept.class);
        assertThat(value()).isEqualTo(Value.of("from the script 8 false 1"));
    }

    @Test
    void aNewcomerThatFails_isToldAtOnce_andNobodyIsAsked() {
        client.ask(node, put(DECIDES, Map.of()));

        assertThat(client.ask(node, put(Script.of("error('no object')"), Map.of())))
                .isInstanceOf(ReplicaReply.Failed.class);

        assertThat(value()).isEqualTo(Value.of("nothing 1"));
    }

    @Test
    void aNewerCopyOfTheSameObject_isTakenWithoutAHandler_andAnEqualOneIsHeld() {
        Version lineage = client.version();
        client.ask(node, copy(DECIDES, lineage, lineage, "first", "tester"));
        Version newer = client.version();

        assertThat(client.ask(node, copy(DECIDES, lineage, newer, "refuse", "tester")))
                .isInstanceOf(ReplicaReply.Stored.class);
        assertThat(client.ask(node, copy(DECIDES, lineage, newer, "again", "tester")))
                .isInstanceOf(ReplicaReply.Held.class);

        assertThat(value()).as("as it came, whose onPut never ran").isEqualTo(Value.of("as it was copied nil"));
    }

    @Test
    void aCopyOfAnotherObject_thatItsOnUpdateDoesNotTake_isNoChange() {
        Wire.Put first = put(DECIDES, Map.of());
        client.ask(node, first);
        Version lineage = client.version();

        assertThat(client.ask(node, copy(DECIDES, lineage, lineage, "keep", "tester")))
                .isInstanceOf(ReplicaReply.Kept.class);

        assertThat(value()).isEqualTo(Value.of("keep copied true 1"));
        assertThat(version()).isEqualTo(first.version());
    }

    @Test
    void aCopyOfAnOlderObject_isSuperseded() {
        Version older = client.version();
        client.ask(node, put(DECIDES, Map.of()));

        assertThat(client.ask(node, copy(DECIDES, older, client.version(), "replace", "tester")))
                .isInstanceOf(ReplicaReply.Superseded.class);
    }

    @Test
    void aCopyOfAnotherObject_replacesThisOne_ifItsOnUpdateSaysSo_whoeverWroteIt() {
        client.ask(node, put(DECIDES, Map.of()));
        Version lineage = client.version();

        assertThat(client.ask(node, copy(DECIDES, lineage, lineage, "replace", "somebody else")))
                .isInstanceOf(ReplicaReply.Stored.class);

        assertThat(value()).as("its own state, and its onPut ran").isEqualTo(Value.of("as it was copied 1"));
    }

    @Test
    void withoutAnOnUpdate_aCopyReplacesWhatItsWriterPut_andNothingElse() {
        client.ask(node, put(MUTE, Map.of("value", Value.of("first"))));
        Version lineage = client.version();

        ReplicaReply.Refused refused =
                (ReplicaReply.Refused) client.ask(node, copy(MUTE, lineage, lineage, "other", "somebody else"));
        assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.NO_HANDLER);
        assertThat(client.ask(node, copy(MUTE, lineage, lineage, "second", "tester")))
                .isInstanceOf(ReplicaReply.Stored.class);

        assertThat(value()).isEqualTo(Value.of("second"));
    }

    private Wire.Copy copy(Script script, Version lineage, Version version, String value, String writer) {
        Header header = new Header(Replicas.KEY, lineage, version, writer, OptionalLong.empty(), 3, Replication.SYSTEM);
        return new Wire.Copy(
                client.id(),
                RawSender.object(Replicas.KEY, writer),
                new Image(header, script, state(script, value), Map.of()));
    }

    /** The state of an object that this sender has. */
    private byte[] state(Script script, String value) {
        HostingContext hosting =
                HostingContext.of(QuietNode.of(RawSender.SELF), new Sandbox(1 << 20, 42), Runnable::run);
        Wire.Put put = put(
                script,
                Map.of("value", Value.of(value), "extra", Value.of("copied"), "saw", Value.of("as it was copied")));
        ArrivingObject newcomer = ArrivingObject.of(put, hosting);
        newcomer.load(hosting.handlers().scratch(), new LoadingHost(hosting.node()));
        return newcomer.instance().encode();
    }

    private Value value() {
        return answer().value();
    }

    private Version version() {
        return answer().version();
    }

    private ReplicaReply.Answered answer() {
        Wire.Get get = new Wire.Get(client.id(), Replicas.KEY, RawSender.client("tester"), Value.NIL);
        return (ReplicaReply.Answered) client.ask(node, get);
    }

    private Wire.Put put(Script script, Map<String, Value> fields) {
        return new Wire.Put(
                client.id(),
                Replicas.KEY,
                client.version(),
                RawSender.client("tester"),
                script,
                Value.table(fields),
                Wire.Condition.ALWAYS,
                Optional.empty());
    }
}
