package org.cometkv.actors.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.objects.PlayedReplica.put;
import static org.cometkv.actors.objects.PlayedReplica.update;
import static org.cometkv.actors.objects.PlayedReplica.version;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.actors.changes.Retraction;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images that pass between the replicas of one key, and changes that are taken back. */
class ImageMergeTest {

    /** Joins all that it was told, and would replace itself by a value of that name. */
    private static final Script MERGES = Script.of("""
            aso.accept, aso.all = "all", ""
            function aso:onUpdate(caller, value)
              if value == "replace" then return true end
              self.all = self.all .. value
            end
            function aso:onGet() return self.all end
            """);

    private static final Script OTHER = Script.of("function aso:onGet() return 'other' end");

    private static final Wire.Put PUT = put(version(1), MERGES);

    private static final int BYTES_MAX = 1 << 20;

    private static ActorSystem system;

    @BeforeAll
    static void start() {
        system = ActorSystem.create("merges");
    }

    @AfterAll
    static void stop() {
        ActorTestKit.shutdown(Adapter.toTyped(system));
    }

    @Test
    void anImageIsRestoredAsItWas_andItsUpdatesDoNotRunAgain() {
        PlayedReplica first = merging(2, 3);
        PlayedReplica second = empty();

        assertThat(second.restore(first.image())).isTrue();

        assertThat(second.image().digest()).isEqualTo(first.image().digest());
        assertThat(second.ask(update(version(3), "3"))).isInstanceOf(ReplicaReply.Kept.class);
        assertThat(second.get()).isEqualTo(Value.of("23"));
    }

    @Test
    void aHigherImageIsTaken_andTheOwnUpdatesThatItLacksRunOnIt() {
        PlayedReplica mine = merging(2, 3);
        PlayedReplica other = merging(3, 4, 5);

        KeyDigest digest = mine.take(other.image());

        assertThat(mine.get()).isEqualTo(Value.of("3452"));
        assertThat(digest).isEqualTo(merging(2, 3, 4, 5).image().digest());
    }

    @Test
    void ofALowerImage_theUpdatesThatAreLackingHereRun() {
        PlayedReplica mine = merging(2, 5);

        mine.take(merging(3, 4).image());

        assertThat(mine.get()).isEqualTo(Value.of("2534"));
        mine.take(merging(3, 4).image());
        assertThat(mine.get()).as("once each").isEqualTo(Value.of("2534"));
    }

    @Test
    void aLowerImageOfAnotherLineage_changesNothing_andAHigherOneReplacesAll() {
        PlayedReplica mine = merging(3);
        PlayedReplica older = empty();
        older.create(put(version(0), OTHER));
        PlayedReplica newer = empty();
        newer.create(put(version(2), OTHER));

        mine.take(older.image());
        assertThat(mine.get()).isEqualTo(Value.of("3"));
        mine.take(newer.image());
        assertThat(mine.get()).isEqualTo(Value.of("other"));
    }

    @Test
    void anImageWhoseChunkFails_changesNothing() {
        PlayedReplica mine = merging(2);
        Image image = merging(3, 4).image();
        Image broken = new Image(image.header(), Script.of("error('broken')"), image.state(), Map.of(), image.recent());

        KeyDigest digest = mine.take(broken);

        assertThat(digest).isEqualTo(merging(2).image().digest());
        assertThat(mine.get()).isEqualTo(Value.of("2"));
        assertThat(empty().restore(broken)).isFalse();
    }

    @Test
    void anImageOfAPassiveValue_takesThePlaceOfTheObject() {
        PlayedReplica mine = merging(2);
        Slot.Passive value = Slot.Passive.of(
                put(version(3), Script.NONE, Map.of("value", Value.of("plain")), Wire.Condition.ALWAYS),
                QuietNode.of(Replicas.node(1)));

        KeyDigest digest = mine.take((Image) value.content(Replicas.KEY).orElseThrow());

        assertThat(digest).isEqualTo(value.digest());
        assertThat(mine.left().flatMap(left -> left).map(Slot::digest)).contains(value.digest());
    }

    @Test
    void aPutThatIsTakenBack_leavesItsSlotAsItWas() {
        Slot.Tombstone tombstone = new Slot.Tombstone(version(0), Optional.empty(), 0);
        PlayedReplica mine = after(tombstone);
        mine.create(PUT);
        mine.ask(update(version(2), "2"));
        mine.take(merging(2, 3).image());

        assertThat(mine.resolve(version(1), Wire.Resolution.RETRACTED)).isEqualTo(Retraction.UNDONE);

        assertThat(mine.left()).contains(Optional.of(tombstone));
    }

    @Test
    void anObjectThatHoldsWhatIsTakenBack_givesWayToAnOlderImage_andKeepsItsOtherUpdates() {
        PlayedReplica mine = merging(2, 3, 4);
        Image withoutIt = merging(2).image();

        assertThat(mine.resolve(version(3), Wire.Resolution.RETRACTED)).isEqualTo(Retraction.GIVES_WAY);
        assertThat(mine.get()).as("while there is none it keeps its own").isEqualTo(Value.of("234"));
        mine.take(withoutIt);

        assertThat(mine.get()).isEqualTo(Value.of("24"));
        assertThat(refusal(mine.ask(update(version(3), "3")))).isEqualTo(Refusal.Reason.RETRACTED);
        mine.take(merging(2, 3, 4, 5).image());
        assertThat(mine.get()).as("an image that holds it is refused").isEqualTo(Value.of("24"));
    }

    @Test
    void anObjectThatHoldsNothingThatWasTakenBack_doesNotGiveWayToWhatIsOlder() {
        PlayedReplica mine = merging(3);
        mine.resolve(version(2), Wire.Resolution.RETRACTED);

        mine.giveWayTo(new KeyContent.Gone(PUT.key(), version(0), Optional.empty(), 0));
        assertThat(mine.get()).isEqualTo(Value.of("3"));
        mine.giveWayTo(merging().image());

        assertThat(mine.get()).isEqualTo(Value.of("3"));
    }

    @Test
    void anImageOfAPutThatIsTakenBack_leavesItsSlotAsItWas() {
        Slot.Tombstone tombstone = new Slot.Tombstone(version(0), Optional.empty(), 0);
        PlayedReplica mine = after(tombstone);
        assertThat(mine.restore(merging(2).image())).isTrue();

        assertThat(mine.resolve(version(1), Wire.Resolution.RETRACTED)).isEqualTo(Retraction.UNDONE);

        assertThat(mine.left()).contains(Optional.of(tombstone));
    }

    @Test
    void anObjectThatHoldsTwoThatAreTakenBack_givesWayToAnImageThatHoldsOneOfThem() {
        PlayedReplica mine = merging(2, 3, 4);
        mine.resolve(version(2), Wire.Resolution.RETRACTED);
        mine.resolve(version(3), Wire.Resolution.RETRACTED);

        mine.giveWayTo(merging(2, 3, 4, 5).image());
        assertThat(mine.get()).as("it holds both").isEqualTo(Value.of("234"));
        mine.giveWayTo(merging(2, 5).image());

        assertThat(mine.get()).isEqualTo(Value.of("254"));
    }

    @Test
    void whereOnlyNewerUpdatesCount_anObjectKeepsANewerOneThatStands_ratherThanToGiveWayToAnOlderImage() {
        PlayedReplica mine = newest(2, 3, 4);
        Image older = newest(2).image();
        mine.resolve(version(3), Wire.Resolution.RETRACTED);

        mine.giveWayTo(older);
        assertThat(mine.get()).as("4 may have been acknowledged").isEqualTo(Value.of("234"));
        mine.resolve(version(4), Wire.Resolution.RETRACTED);
        mine.giveWayTo(older);

        assertThat(mine.get()).isEqualTo(Value.of("2"));
    }

    @Test
    void anObjectThatHoldsANewerOneThatIsTakenBack_givesWayToAnImageThatHoldsAnOlderOne_andNotTheOtherWayRound() {
        PlayedReplica newer = newest(2, 5);
        PlayedReplica older = newest(3, 4);
        Image newerImage = newer.image();
        Image olderImage = older.image();
        for (PlayedReplica each : List.of(newer, older)) {
            each.resolve(version(3), Wire.Resolution.RETRACTED);
            each.resolve(version(5), Wire.Resolution.RETRACTED);
        }

        newer.giveWayTo(olderImage);
        older.giveWayTo(newerImage);

        assertThat(newer.get()).isEqualTo(Value.of("34"));
        assertThat(older.get()).isEqualTo(Value.of("34"));
    }

    @Test
    void whereOnlyNewerUpdatesCount_anObjectDropsANewerOneThatWasNotAcknowledged_toGiveWayToAnOlderImage() {
        PlayedReplica mine = newest(2, 3, 4);
        Image older = newest(2).image();
        mine.resolve(version(3), Wire.Resolution.RETRACTED);

        mine.resolve(version(4), Wire.Resolution.LAPSED);
        assertThat(mine.get()).as("it stays where nothing has to give way").isEqualTo(Value.of("234"));
        mine.giveWayTo(older);

        assertThat(mine.get()).isEqualTo(Value.of("2"));
    }

    @Test
    void anImageWithAChangeThatIsTakenBack_isTakenIfANewerOneInItWasAcknowledged() {
        PlayedReplica mine = newest(2);
        Image refused = newest(2, 3).image();
        Image acknowledged = newest(2, 3, 4).image();
        mine.resolve(version(3), Wire.Resolution.RETRACTED);
        mine.resolve(version(4), Wire.Resolution.OVERRULED);

        mine.take(refused);
        assertThat(mine.get()).isEqualTo(Value.of("2"));
        mine.take(acknowledged);

        assertThat(mine.get()).isEqualTo(Value.of("234"));
    }

    @Test
    void aChangeThatIsNotHeld_isRefusedAfterItWasTakenBack_untilThatIsOverruled() {
        PlayedReplica mine = merging(2);

        assertThat(mine.resolve(version(3), Wire.Resolution.RETRACTED)).isEqualTo(Retraction.NOT_HELD);
        assertThat(refusal(mine.ask(update(version(3), "3")))).isEqualTo(Refusal.Reason.RETRACTED);
        mine.resolve(version(3), Wire.Resolution.OVERRULED);

        assertThat(mine.ask(update(version(3), "3"))).isInstanceOf(ReplicaReply.Kept.class);
    }

    @Test
    void aPutOfAnEmptyKey_notesWhatItFoundGone_untilItIsConfirmed() {
        PlayedReplica mine = after(new Slot.Tombstone(version(0), Optional.empty(), 0));
        mine.create(put(version(1), MERGES, Map.of(), Wire.Condition.IF_ABSENT));
        assertThat(mine.image().header().foundGone()).contains(version(0));

        mine.resolve(version(1), Wire.Resolution.CONFIRMED);

        assertThat(mine.image().header().foundGone()).isEmpty();
        PlayedReplica empty = empty();
        empty.create(put(version(1), MERGES, Map.of(), Wire.Condition.IF_ABSENT));
        assertThat(empty.image().header().foundGone()).contains(Header.NOTHING_GONE);
    }

    @Test
    void whereOnlyNewerUpdatesCount_anOlderOneIsSuperseded_andLeavesNoTrace_unlessItReplaces() {
        PlayedReplica mine = newest(5);

        assertThat(mine.ask(update(version(3), "3"))).isEqualTo(new ReplicaReply.Superseded(3));
        assertThat(mine.get()).isEqualTo(Value.of("5"));
        assertThat(mine.ask(update(version(4), "replace"))).isInstanceOf(ReplicaReply.Stored.class);
        assertThat(mine.left()).isPresent();
    }

    @Test
    void anObjectThatGrowsBeyondTheNodesQuota_keepsWhatItHas_andTakesNoMore() {
        PlayedReplica mine = new PlayedReplica(system, Optional.empty(), 9_000);
        mine.create(PUT);

        assertThat(mine.ask(update(version(2), "x".repeat(3_000)))).isInstanceOf(ReplicaReply.Kept.class);
        assertThat(mine.ask(update(version(3), "x".repeat(12_000)))).isInstanceOf(ReplicaReply.Kept.class);

        assertThat(refusal(mine.ask(update(version(4), "y")))).isEqualTo(Refusal.Reason.QUOTA);
        assertThat(mine.get()).isEqualTo(Value.of("x".repeat(15_000)));
        assertThat(mine.ask(new Wire.Remove(1, Replicas.KEY, version(5), Replicas.caller(), Value.NIL)))
                .isInstanceOf(ReplicaReply.Removed.class);
    }

    @Test
    void anUpdateThatMayHaveBeenForgotten_isTooOld() {
        PlayedReplica mine = empty();
        mine.create(put(version(-100_000), MERGES));

        assertThat(refusal(mine.ask(update(version(-43_001), "old")))).isEqualTo(Refusal.Reason.TOO_OLD);
        assertThat(mine.ask(update(version(-43_000), "young"))).isInstanceOf(ReplicaReply.Kept.class);
        assertThat(mine.get()).isEqualTo(Value.of("young"));
    }

    private static Refusal.Reason refusal(ReplicaReply reply) {
        return ((ReplicaReply.Refused) reply).refusal().reason();
    }

    /** A replica that was told these, in this order. */
    private static PlayedReplica merging(int... updates) {
        return told(PUT, updates);
    }

    /** A replica of an object that takes newer updates alone, which was told these, in this order. */
    private static PlayedReplica newest(int... updates) {
        return told(put(version(1), MERGES, Map.of("accept", Value.of("newer")), Wire.Condition.ALWAYS), updates);
    }

    private static PlayedReplica told(Wire.Put put, int... updates) {
        PlayedReplica replica = empty();
        replica.create(put);
        for (int update : updates) {
            replica.ask(update(version(update), Integer.toString(update)));
        }
        return replica;
    }

    private static PlayedReplica empty() {
        return new PlayedReplica(system, Optional.empty(), BYTES_MAX);
    }

    private static PlayedReplica after(Slot before) {
        return new PlayedReplica(system, Optional.of(before), BYTES_MAX);
    }
}
