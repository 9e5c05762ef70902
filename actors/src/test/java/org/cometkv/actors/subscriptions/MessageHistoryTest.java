package org.cometkv.actors.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class MessageHistoryTest {

    private final MessageHistory history = new MessageHistory(1_000);

    @Test
    void historyOfSoMany_keepsTheLastOnes() {
        keep(3, 1, 5);

        assertThat(numbers(history.after(2, 5))).containsExactly(3L, 4L, 5L);
        assertThat(history.after(1, 5)).isEmpty();
        assertThat(numbers(history.after(5, 5))).isEmpty();
    }

    @Test
    void historyOverItsBytes_keepsFewer() {
        history.limit(100);
        int each = message(1, 0).bytes();
        for (int i = 1; i <= 100; i++) {
            history.add(message(i, i));
        }

        assertThat(history.all()).hasSize(1_000 / each);
    }

    @Test
    void historyOfNothing_reachesToTheLastMessageOnly() {
        keep(0, 1, 5);

        assertThat(history.isEmpty()).isTrue();
        assertThat(history.after(5, 5)).contains(List.of());
        assertThat(history.after(4, 5)).isEmpty();
    }

    @Test
    void messagesBehindChanges_areThoseThatChangesCausedAlone() {
        keep(10, 1, 5);

        assertThat(numbers(history.afterChanges(3))).containsExactly(4L, 5L);
        assertThat(history.afterChanges(9)).isEmpty();

        history.add(message(6, StreamMessage.NO_CHANGE));
        assertThat(history.afterChanges(3)).isEmpty();
    }

    @Test
    void historyThatShrinks_forgets() {
        keep(10, 1, 5);

        history.limit(2);

        assertThat(history.all()).hasSize(2);
    }

    private void keep(int most, int from, int to) {
        history.limit(most);
        for (int i = from; i <= to; i++) {
            history.add(message(i, i));
        }
    }

    private static StreamMessage message(long number, long digest) {
        return new StreamMessage(number, Value.of("text"), Optional.empty(), List.of(), digest);
    }

    private static List<Long> numbers(Optional<List<StreamMessage>> messages) {
        return messages.orElseThrow().stream().map(StreamMessage::number).toList();
    }
}
