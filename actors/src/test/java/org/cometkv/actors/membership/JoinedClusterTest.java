package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.cometkv.actors.context.DeadlineTask;
import org.junit.jupiter.api.Test;

/** When a node that joins is ready: once it knows everyone, or a majority after the wait. */
class JoinedClusterTest {

    private static final long WAIT = 5_000;

    @Test
    void nodeAlone_isReadyAtOnce() {
        JoinedCluster cluster = new JoinedCluster(List.of("self:1"), List.of(), WAIT);

        assertThat(cluster.isReady(0)).isTrue();
        assertThat(cluster.nextDue(0)).isEqualTo(DeadlineTask.NEVER);
    }

    @Test
    void everyoneHasGreeted_isReadyBeforeTheWaitIsOver() {
        JoinedCluster cluster = of(3, 2);
        assertThat(cluster.isReady(0)).isFalse();

        cluster.heard("peer-1:1");
        assertThat(cluster.isReady(0)).isFalse();
        cluster.heard("peer-2:1");

        assertThat(cluster.isReady(0)).isTrue();
    }

    @Test
    void silentMember_isWaitedForAsLongAsTheWait_andNoLonger() {
        JoinedCluster cluster = of(5, 2);

        assertThat(cluster.nextDue(0)).isEqualTo(WAIT);
        assertThat(cluster.isReady(WAIT - 1)).isFalse();
        assertThat(cluster.isReady(WAIT)).isTrue();
        assertThat(cluster.nextDue(WAIT)).isEqualTo(DeadlineTask.NEVER);
    }

    @Test
    void halfOfTheMembers_areNoMajority_andOneMoreIs() {
        JoinedCluster cluster = of(4, 2);
        assertThat(cluster.isReady(WAIT)).isFalse();

        cluster.heard("peer-1:1");

        assertThat(cluster.isReady(WAIT)).isTrue();
    }

    @Test
    void memberThatIsGone_isNotWaitedFor_andDoesNotCount() {
        JoinedCluster cluster = of(3, 2);

        cluster.gone("peer-1:1");
        cluster.gone("peer-2:1");

        assertThat(cluster.isReady(0)).isTrue();
    }

    @Test
    void memberThatGreetedAsAnotherLife_isWaitedForAgain() {
        JoinedCluster cluster = of(3, 1);

        cluster.doubted("peer-2:1");
        cluster.heard("peer-1:1");
        assertThat(cluster.isReady(0)).isFalse();

        cluster.heard("peer-2:1");
        assertThat(cluster.isReady(0)).isTrue();
    }

    @Test
    void silentMembers_areNamed_thoughNotAllOfMany() {
        assertThat(of(3, 2)).hasToString("2 of the 3 members have not greeted: peer-1:1, peer-2:1");
        assertThat(of(20, 19).toString())
                .startsWith("19 of the 20 members have not greeted: peer-1:1, ")
                .endsWith(", peer-10:1 and 9 more");
    }

    /** A cluster of the node itself and peers, of which the first have not greeted. */
    private static JoinedCluster of(int members, int silent) {
        List<String> all = IntStream.range(0, members)
                .mapToObj(i -> i == 0 ? "self:1" : "peer-" + i + ":1")
                .toList();
        return new JoinedCluster(all, all.subList(1, 1 + silent), WAIT);
    }
}
