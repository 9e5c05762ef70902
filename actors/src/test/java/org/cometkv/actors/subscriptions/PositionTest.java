package org.cometkv.actors.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.wire.StreamId;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Key KEY = Key.of("topic");
    private static final Position POSITION = new Position(new StreamId(-1, 300), Long.MAX_VALUE, Long.MIN_VALUE);

    @Test
    void position_comesBackFromItsText() {
        assertThat(Position.parse(KEY, POSITION.text(KEY))).contains(POSITION);
        assertThat(POSITION.text(KEY)).hasSizeLessThanOrEqualTo(Wire.POSITION_BYTES_MAX);
    }

    @Test
    void positionOfAnotherKey_isNone() {
        assertThat(Position.parse(Key.of("other"), POSITION.text(KEY))).isEmpty();
    }

    @Test
    void textWithOneCharacterChanged_isNone() {
        String text = POSITION.text(KEY);
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(Position.parse(KEY, changed)).as("character %d", i).isEmpty();
        }
    }

    @Test
    void textThatIsNoPosition_isNone() {
        for (String text : new String[] {"", "x", "===", "A".repeat(51), "A".repeat(100), "größe"}) {
            assertThat(Position.parse(KEY, text)).as(text).isEmpty();
        }
    }
}
