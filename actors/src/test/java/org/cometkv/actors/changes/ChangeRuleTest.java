package org.cometkv.actors.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.changes.ChangeRule.Content;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule for changes, as a table: what is held has version 10 and lineage 5, and the writer "tester" put it. */
class ChangeRuleTest {

    private static final Key KEY = Replicas.KEY;
    private static final long NOW = 1_000;
    private static final Script SCRIPT = Script.of("function aso:onGet() return 1 end");
    private static final Value.Table FIELDS = Value.table(Map.of("value", Value.of(1)));
    private static final ObjectSignature SEVENTH = signature(7);
    private static final ObjectSignature EIGHTH = signature(8);

    /** Update 7 was taken, whatever was before 7 is forgotten, and 20 was taken back. */
    private static final ChangeRule.Memory MEMORY = new ChangeRule.Memory() {
        @Override
        public boolean isRetracted(Wire.Change change) {
            return change.version().equals(version(20));
        }

        @Override
        public boolean hasTaken(Version update) {
            return update.equals(version(7));
        }

        @Override
        public boolean mayHaveForgotten(Version update) {
            return !update.isNewerThan(version(7));
        }
    };

    private static final Map<String, Content> HELD = Map.ofEntries(
            Map.entry("nothing", new Content.Nothing()),
            Map.entry("tombstone", new Content.Gone(version(10), Optional.empty(), 0)),
            Map.entry("signed tombstone", new Content.Gone(version(10), Optional.of(SEVENTH.author()), 7)),
            Map.entry("value", new Content.Plain(header(5, 10), 100)),
            Map.entry("signed value", new Content.Plain(signed(header(5, 10)), 100)),
            Map.entry("local tombstone", new Content.Gone(version(10), Optional.empty(), 0, Optional.of(version(5)))),
            Map.entry("object", new Content.Hosted(header(5, 10), false, false, false, MEMORY)),
            Map.entry("signed object", new Content.Hosted(signed(header(5, 10)), false, false, false, MEMORY)),
            Map.entry("deciding object", new Content.Hosted(header(5, 10), true, true, false, MEMORY)),
            Map.entry("object set aside", new Content.Hosted(header(5, 10), true, true, true, MEMORY)));

    private static final Map<String, Wire.Change> CHANGES = Map.ofEntries(
            Map.entry("put 4", put(4, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 5", put(5, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 6", put(6, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 7", put(7, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 20", put(20, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 4 if present", put(4, "tester", Wire.Condition.IF_PRESENT)),
            Map.entry("remove 4", remove(4, "tester")),
            Map.entry("remove 20", remove(20, "tester")),
            Map.entry("copy 11 of an older one", copy(header(4, 11), SCRIPT)),
            Map.entry("copy 20", copy(header(5, 20), SCRIPT)),
            Map.entry("copy 11 of lineage 11", copy(header(11, 11), SCRIPT)),
            Map.entry("put 9", put(9, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 10", put(10, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 11", put(11, "tester", Wire.Condition.ALWAYS)),
            Map.entry("put 11 of a stranger", put(11, "stranger", Wire.Condition.ALWAYS)),
            Map.entry("put 9 if absent", put(9, "tester", Wire.Condition.IF_ABSENT)),
            Map.entry("put 11 if absent", put(11, "tester", Wire.Condition.IF_ABSENT)),
            Map.entry("put 11 if present", put(11, "tester", Wire.Condition.IF_PRESENT)),
            Map.entry("put 11 of serial 7", signed(put(11, SEVENTH.author().writer(), Wire.Condition.ALWAYS), SEVENTH)),
            Map.entry("put 11 of serial 8", signed(put(11, EIGHTH.author().writer(), Wire.Condition.ALWAYS), EIGHTH)),
            Map.entry("remove 6", remove(6, "tester")),
            Map.entry("remove 9", remove(9, "tester")),
            Map.entry("remove 10", remove(10, "tester")),
            Map.entry("remove 11", remove(11, "tester")),
            Map.entry("remove 11 of a stranger", remove(11, "stranger")),
            Map.entry("copy 9", copy(header(5, 9), SCRIPT)),
            Map.entry("copy 10", copy(header(5, 10), SCRIPT)),
            Map.entry("copy 11", copy(header(5, 11), SCRIPT)),
            Map.entry("copy 9 of another", copy(header(6, 9), SCRIPT)),
            Map.entry("copy 10 of another", copy(header(6, 10), SCRIPT)),
            Map.entry("copy 11 of another", copy(header(6, 11), SCRIPT)),
            Map.entry("copy 11 of a stranger", copy(header(6, 11, "stranger", OptionalLong.empty()), SCRIPT)),
            Map.entry("copy 11 that ends now", copy(header(5, 11, "tester", OptionalLong.of(NOW)), SCRIPT)),
            Map.entry("copy 11 that ends soon", copy(header(5, 11, "tester", OptionalLong.of(NOW + 1)), SCRIPT)),
            Map.entry("copy 11 of a value", copy(header(5, 11), Script.NONE)));

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "nothing, put 9, STORE",
        "nothing, put 9 if absent, STORE",
        "nothing, put 11 if present, ABSENT",
        "nothing, remove 9, REMOVE",
        "nothing, copy 9, STORE",
        "nothing, copy 11 that ends now, EXPIRED",
        "nothing, copy 11 that ends soon, STORE",
        "nothing, copy 11 of a value, UNSCRIPTED",
        "tombstone, put 10, SUPERSEDED",
        "tombstone, put 11, STORE",
        "tombstone, put 9 if absent, BEHIND",
        "tombstone, put 11 if absent, STORE",
        "tombstone, put 11 if present, ABSENT",
        "tombstone, remove 9, SUPERSEDED",
        "tombstone, remove 10, EQUAL",
        "tombstone, remove 11, REMOVE",
        "tombstone, copy 11, SUPERSEDED",
        "tombstone, copy 11 of lineage 11, STORE",
        "local tombstone, copy 11, SUPERSEDED",
        "local tombstone, copy 9 of another, STORE",
        "local tombstone, put 9, SUPERSEDED",
        "local tombstone, put 11, STORE",
        "signed tombstone, put 11 of serial 7, REPLAYED",
        "signed tombstone, put 11 of serial 8, STORE",
        "signed tombstone, put 11, STORE",
        "value, put 4, SUPERSEDED",
        "value, put 10, EQUAL",
        "value, put 11, REPLACE",
        "value, put 11 of a stranger, REPLACE",
        "value, put 9 if absent, OCCUPIED",
        "value, put 11 if absent, OCCUPIED",
        "value, put 11 if present, REPLACE",
        "value, remove 4, SUPERSEDED",
        "value, remove 6, REMOVE",
        "value, remove 11 of a stranger, REMOVE",
        "value, copy 11 of an older one, SUPERSEDED",
        "value, copy 9 of another, REPLACE",
        "signed value, put 11 of serial 7, REPLAYED",
        "signed value, put 11 of serial 8, REPLACE",
        "object, put 4, SUPERSEDED",
        "object, put 4 if present, SUPERSEDED",
        "object, put 5, EQUAL",
        "object, put 6, REPLACE",
        "object, put 7, EQUAL",
        "object, put 9, REPLACE",
        "object, put 10, EQUAL",
        "object, put 11, REPLACE",
        "object, put 20, RETRACTED",
        "object, put 11 of a stranger, STRANGER",
        "object, put 9 if absent, OCCUPIED",
        "object, put 11 if absent, OCCUPIED",
        "object, put 11 if present, REPLACE",
        "object, remove 4, SUPERSEDED",
        "object, remove 9, REMOVE",
        "object, remove 20, RETRACTED",
        "object, remove 11 of a stranger, STRANGER",
        "object, copy 9, EQUAL",
        "object, copy 10, EQUAL",
        "object, copy 11, TAKE",
        "object, copy 20, RETRACTED",
        "object, copy 11 of an older one, SUPERSEDED",
        "object, copy 9 of another, REPLACE",
        "object, copy 11 of a stranger, STRANGER",
        "object, copy 11 that ends now, EXPIRED",
        "object, copy 11 of a value, UNSCRIPTED",
        "signed object, put 11 of serial 7, REPLAYED",
        "signed object, put 11 of serial 8, REPLACE",
        "signed object, put 11 of a stranger, STRANGER",
        "deciding object, put 4, SUPERSEDED",
        "deciding object, put 6, TOO_OLD",
        "deciding object, put 7, EQUAL",
        "deciding object, put 9, ASK",
        "deciding object, put 10, EQUAL",
        "deciding object, put 11 of a stranger, ASK",
        "deciding object, put 11 if absent, OCCUPIED",
        "deciding object, put 20, RETRACTED",
        "deciding object, remove 11 of a stranger, ASK",
        "deciding object, remove 6, ASK",
        "deciding object, remove 4, SUPERSEDED",
        "deciding object, copy 11, TAKE",
        "deciding object, copy 11 of a stranger, ASK",
        "object set aside, put 6, REPLACE",
        "object set aside, put 11, REPLACE",
        "object set aside, remove 11, REMOVE",
        "object set aside, copy 11, TAKE",
    })
    void whatIsHeldAndTheChange_giveTheResult(String held, String change, ChangeRule.Kind kind) {
        ChangeRule.Result result = of(held, change, empty());

        assertThat(result.kind()).isEqualTo(kind);
        assertThat(result.reply().isPresent())
                .as("a reply ends the change: %s", result)
                .isEqualTo(kind.compareTo(ChangeRule.Kind.OVER_QUOTA) <= 0);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, \"{3}\"")
    @CsvSource({
        "tombstone, put 9 if absent, BEHIND, 'version 9 is not newer than 10, which is gone'",
        "deciding object, put 6, TOO_OLD, the update is so old that it may have run before",
        "object, put 20, RETRACTED, the change was taken back",
        "value, put 11 if absent, OCCUPIED, the key is taken",
        "nothing, copy 11 that ends now, VERSION, the copy has expired",
        "nothing, copy 11 of a value, NOT_ALLOWED, a passive value does not copy itself",
        "signed value, put 11 of serial 7, VERSION, 'serial 7 is not over 7, which was seen before'",
        "object, put 11 of a stranger, NO_HANDLER,"
                + " the object has no handler for it and \"stranger\" may not replace what \"tester\" put",
        "object, remove 11 of a stranger, NO_HANDLER,"
                + " the object has no handler for it and \"stranger\" may not remove what \"tester\" put",
    })
    void aRefusal_saysWhy(String held, String change, Refusal.Reason reason, String message) {
        assertThat(of(held, change, empty()).reply()).contains(new ReplicaReply.Refused(Refusal.of(reason, message)));
    }

    @Test
    void whatWasTaken_isAcknowledgedAgain_asItWas() {
        assertThat(of("object", "put 5", empty()).reply()).contains(new ReplicaReply.Stored(Usage.NONE, 3));
        assertThat(of("object", "put 7", empty()).reply()).contains(new ReplicaReply.Kept(Usage.NONE, 3));
        assertThat(of("object", "copy 10", empty()).reply()).contains(new ReplicaReply.Held());
        assertThat(of("tombstone", "remove 10", empty()).reply()).contains(new ReplicaReply.Removed(Usage.NONE));
    }

    @Test
    void whatIsSuperseded_isToldHowManyOwnersThereAre_andARemoveFindsNothingWhereNothingLives() {
        assertThat(of("value", "remove 4", empty()).reply()).contains(new ReplicaReply.Superseded(3));
        assertThat(of("object", "put 4", empty()).reply()).contains(new ReplicaReply.Superseded(3));
        assertThat(of("tombstone", "put 9", empty()).reply()).contains(new ReplicaReply.Superseded(0));
        assertThat(of("tombstone", "remove 9", empty()).reply()).contains(Replicas.ABSENT);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "nothing, put 11, OVER_QUOTA",
        "tombstone, copy 11 of lineage 11, OVER_QUOTA",
        "value, put 11, OVER_QUOTA",
        "value, put 10, EQUAL",
        "value, put 4, SUPERSEDED",
        "signed tombstone, put 11 of serial 7, REPLAYED",
        "nothing, remove 11, REMOVE",
        "object, put 11, REPLACE",
        "deciding object, put 11, ASK",
    })
    void aNodeThatIsFull_refusesWhatItWouldStoreAtOnce(String held, String change, ChangeRule.Kind kind) {
        ChangeRule.Result result = of(held, change, (charge, replaced) -> Optional.of("full"));

        assertThat(result.kind()).isEqualTo(kind);
        if (kind == ChangeRule.Kind.OVER_QUOTA) {
            assertThat(result.reply()).contains(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.QUOTA, "full")));
        }
    }

    @Test
    void theRoomThatAChangeNeeds_isItsOwnSize_inPlaceOfAValue() {
        int size = HeldBytes.of(CHANGES.get("put 11"));
        ChangeRule.Room exact = (charge, replaced) -> {
            assertThat(charge.bytes()).isEqualTo(size);
            return Optional.of("in place of " + replaced.map(Charge::bytes));
        };

        assertThat(of("nothing", "put 11", exact).reply().toString()).contains("in place of Optional.empty");
        assertThat(of("value", "put 11", exact).reply().toString()).contains("in place of Optional[100]");
    }

    private static ChangeRule.Room empty() {
        return (charge, replaced) -> Optional.empty();
    }

    private static ChangeRule.Result of(String held, String change, ChangeRule.Room room) {
        assertThat(HELD).containsKey(held);
        assertThat(CHANGES).containsKey(change);
        return ChangeRule.of(HELD.get(held), CHANGES.get(change), NOW, room);
    }

    private static Version version(long clock) {
        return new Version(clock, NodeId.of("writer"));
    }

    private static Header header(long lineage, long clock) {
        return header(lineage, clock, "tester", OptionalLong.empty());
    }

    private static Header header(long lineage, long clock, String writer, OptionalLong expiresAtMillis) {
        return new Header(KEY, version(lineage), version(clock), writer, expiresAtMillis, 3, Replication.SYSTEM);
    }

    private static Header signed(Header header) {
        return new Header(
                header.key(),
                header.lineage(),
                header.version(),
                SEVENTH.author().writer(),
                header.expiresAtMillis(),
                header.replicas(),
                header.replication(),
                Optional.of(SEVENTH),
                SEVENTH.serial());
    }

    private static Wire.Put put(long clock, String writer, Wire.Condition condition) {
        return new Wire.Put(1, KEY, version(clock), Replicas.caller().withWriter(writer), SCRIPT, FIELDS, condition);
    }

    private static Wire.Put signed(Wire.Put put, ObjectSignature signature) {
        return new Wire.Put(
                put.id(),
                put.key(),
                put.version(),
                put.caller(),
                put.script(),
                put.fields(),
                put.condition(),
                Optional.of(signature));
    }

    private static Wire.Remove remove(long clock, String writer) {
        return new Wire.Remove(1, KEY, version(clock), Replicas.caller().withWriter(writer), Value.NIL);
    }

    private static Wire.Copy copy(Header header, Script script) {
        return new Wire.Copy(1, Replicas.caller(), new Image(header, script, new byte[0], Map.of()));
    }

    private static ObjectSignature signature(long serial) {
        return Signer.of(Authors.AUTHOR).serial(serial).sign(CanonicalForm.object(KEY, SCRIPT, FIELDS));
    }
}
