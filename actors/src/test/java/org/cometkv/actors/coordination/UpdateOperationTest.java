package org.cometkv.actors.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

/** Updates, which do not know how many owners an object has nor whether it is there. */
class UpdateOperationTest {

    private final ChangeSteps steps = new ChangeSteps();
    private final List<Contact> nodes = steps.nodes;
    private final List<Contact> asked = steps.asked;
    private final List<String> replies = steps.replies;

    @Test
    void update_asksNobodyElse_whereTheOwnersHoldTheObject() {
        steps.begin(Wire.Condition.IF_PRESENT);
        assertThat(asked).hasSize(3);
        for (int i = 0; i < 3; i++) {
            steps.reply(i, kept(3));
            assertThat(asked).isEmpty();
        }

        assertThat(steps.isOver).isTrue();
    }

    @Test
    void update_ofAnObjectWithMoreOwners_needsAMajorityOfThose() {
        steps.begin(Wire.Condition.IF_PRESENT);

        steps.reply(0, kept(5));

        assertThat(asked).containsExactly(nodes.get(3), nodes.get(4));
        steps.reply(1, kept(5));
        assertThat(replies).isEmpty();
        steps.reply(4, kept(5));
        assertThat(replies).hasSize(1);
    }

    @Test
    void update_ofAnObjectWithOneOwner_isTakenByIt_andAsksNoOtherNode() {
        steps.begin(Wire.Condition.IF_PRESENT);
        steps.reply(1, Replicas.ABSENT);
        assertThat(asked).isEmpty();

        steps.reply(0, kept(1));

        assertThat(replies).hasSize(1);
        assertThat(steps.isOver).isTrue();
    }

    @Test
    void update_thatNoOwnerHolds_asksTheOtherNeighbors_andIsTakenByWhoHoldsIt() {
        steps.begin(Wire.Condition.IF_PRESENT);
        steps.absent(0, 3);
        assertThat(asked).containsExactlyElementsOf(nodes.subList(3, 20));
        assertThat(((Wire.Change) steps.change.request(1, nodes.get(9), 10)).terms())
                .isEqualTo(new Terms(0, 0, 10));

        steps.absent(3, 19);
        assertThat(replies).isEmpty();
        steps.reply(19, Replicas.STORED);

        assertThat(replies).containsExactly("acknowledged 1");
    }

    @Test
    void update_thatNobodyHolds_isNotFound_thoughASilentNeighborMayHoldIt() {
        steps.begin(Wire.Condition.IF_PRESENT);
        steps.absent(0, 19);

        steps.silent(19);

        assertThat(replies).containsExactly("not found");
    }

    @Test
    void update_withASilentOwner_isNeverNotFound() {
        steps.begin(Wire.Condition.IF_PRESENT);
        steps.absent(0, 2);
        steps.silent(2);

        steps.take(steps.change.onTimeout());

        assertThat(replies).isEmpty();
        assertThat(steps.late).startsWith("1 of the 3 owners");
    }

    private static ReplicaReply kept(int replicas) {
        return new ReplicaReply.Kept(Usage.NONE, replicas);
    }
}
