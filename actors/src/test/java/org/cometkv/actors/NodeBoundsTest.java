package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.FakeCluster.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.MembershipChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one node does at a time for its applications and its objects' waiting events. */
class NodeBoundsTest {

    private FakeCluster cluster;

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void listeners_atTheBoundAreTaken_oneOverThrows_closingMakesRoom() {
        cluster = new FakeCluster(1, "comet.members.listeners-max = 2");
        List<MembershipChange> told = new CopyOnWriteArrayList<>();
        // Whoever waits for the node to be ready is no listener.
        for (int i = 0; i < 10; i++) {
            await(cluster.comet(0).ready());
        }

        Watch first = cluster.comet(0).watch(told::add);
        Watch second = cluster.comet(0).watch(told::add);
        assertThatThrownBy(() -> cluster.comet(0).watch(told::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the members have 2 listeners; the limit is comet.members.listeners-max");

        cluster.eventually(() -> assertThat(told).hasSize(2));
        first.close();
        first.close();
        Watch third = cluster.comet(0).watch(told::add);
        assertThatThrownBy(() -> cluster.comet(0).watch(told::add)).isInstanceOf(IllegalStateException.class);
        second.close();
        third.close();
    }

    @Test
    void aWatchThatIsClosed_isToldNothingMore() {
        cluster = new FakeCluster(2);
        List<MembershipChange> closed = new CopyOnWriteArrayList<>();
        List<MembershipChange> open = new CopyOnWriteArrayList<>();
        Watch watch = cluster.comet(0).watch(closed::add);
        cluster.eventually(() -> assertThat(closed).hasSize(2));

        watch.close();
        cluster.comet(0).watch(open::add);
        cluster.members.tell(new Members.Suspected("node-1", 2, FakeMembers.INCARNATION));

        cluster.eventually(
                () -> assertThat(open).extracting(MembershipChange::kind).contains(MembershipChange.Kind.SUSPECTED));
        assertThat(closed).hasSize(2);
    }

    @Test
    void rehearsals_atTheBoundRun_oneOverIsRefused_andRoomComesBack() throws Exception {
        cluster = new FakeCluster(1, "comet.requests.rehearsals-max = 1");
        Comet comet = cluster.comet(0);
        java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
        // All threads that run handlers stand still.
        for (int i = 0; i < 1_024; i++) {
            cluster.hosting(0).handlers().executor().execute(() -> {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        var first = comet.put("first", Aso.script("aso.x = 1"));

        PutReply over = await(comet.put("second", Aso.script("aso.x = 1")));

        assertThat(((PutReply.Refused) over).refusal().reason()).isEqualTo(Refusal.Reason.BUSY);
        gate.countDown();
        assertThat(await(first)).isInstanceOf(PutReply.Stored.class);
        assertThat(await(comet.put("second", Aso.script("aso.x = 1")))).isInstanceOf(PutReply.Stored.class);
        // One that fails gives its room back as well.
        assertThat(await(comet.put("third", Aso.script("error('no')")))).isInstanceOf(PutReply.Failed.class);
        assertThat(await(comet.put("third", Aso.script("aso.x = 1")))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aListenerThatThrows_costsNoOtherListenerAChange() {
        cluster = new FakeCluster(2);
        List<MembershipChange> told = new CopyOnWriteArrayList<>();
        cluster.comet(0).watch(change -> {
            throw new IllegalStateException("a mistake of the application");
        });

        cluster.comet(0).watch(told::add);
        cluster.members.tell(new Members.Suspected("node-1", 2, FakeMembers.INCARNATION));

        cluster.eventually(() -> assertThat(told)
                .extracting(MembershipChange::kind)
                .contains(MembershipChange.Kind.JOINED, MembershipChange.Kind.SUSPECTED));
    }

    @Test
    void rehearsalThatMeetsABug_isTold_andGivesItsRoomBack() {
        cluster = new FakeCluster(1, "comet.requests.rehearsals-max = 1");
        Comet comet = cluster.comet(0);
        cluster.clock.breakHandlers(1);

        assertThat(await(comet.put("key", Aso.script("aso.x = 1"))))
                .isInstanceOfSatisfying(
                        PutReply.Failed.class,
                        failed -> assertThat(failed.failure().message()).isEqualTo("internal error"));
        assertThat(await(comet.put("key", Aso.script("aso.x = 1")))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void examinationThatMeetsABug_isTold_andTheSameRequestMayComeAgain() {
        cluster = new FakeCluster(1, "");
        RawSender sender = new RawSender(cluster);
        Script script = Script.of("aso.x = 1");
        ObjectSignature signature =
                Signer.of(Authors.AUTHOR).sign(CanonicalForm.object(Replicas.KEY, script, Value.table()));
        Caller author = RawSender.client(Authors.AUTHOR.identity().writer());
        Supplier<Wire.Put> put = () -> new Wire.Put(
                sender.id(),
                Replicas.KEY,
                sender.version(),
                author,
                script,
                Value.table(),
                Wire.Condition.ALWAYS,
                Optional.of(signature));

        cluster.clock.breakHandlers(1);

        assertThat(sender.ask(cluster.comet(0).self(), put.get()))
                .isInstanceOfSatisfying(
                        ReplicaReply.Failed.class,
                        failed -> assertThat(failed.failure().message()).isEqualTo("internal error"));
        assertThat(sender.ask(cluster.comet(0).self(), put.get())).isInstanceOf(ReplicaReply.Stored.class);
    }

    @Test
    void waitingEvents_leaveOutTheAnswersThatTheNodeHasNoRoomFor() {
        cluster = new FakeCluster(3, "comet.requests.waiting-bytes-max = 16KiB");
        await(cluster.comet(0).put("asks", Aso.script("""
                function aso:onGet(caller, request)
                  if request ~= "ask" then return string.rep("x", request) end
                  return #comet.get(nil, nil, self.size)
                end
                """).with("size", 20_000), PutOptions.DEFAULT.acks(3)));
        assertThat(((GetReply.Found) await(cluster.comet(0).get("asks", Value.of("ask")))).value())
                .isEqualTo(Value.of(0));

        await(cluster.comet(0).put("small", Aso.script("""
                function aso:onGet(caller, request)
                  if request ~= "ask" then return string.rep("x", request) end
                  return #comet.get(nil, nil, self.size)
                end
                """).with("size", 2_000), PutOptions.DEFAULT.acks(3)));
        assertThat(((GetReply.Found) await(cluster.comet(0).get("small", Value.of("ask")))).value())
                .isEqualTo(Value.of(2));
    }
}
