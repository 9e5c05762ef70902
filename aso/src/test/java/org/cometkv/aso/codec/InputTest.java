package org.cometkv.aso.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class InputTest {

    @Test
    void textAtItsBound_passes_andOneByteMoreDoesNot() {
        ByteOutput out = new ByteOutput();
        out.text("é".repeat(5), 10);

        assertThat(new Input(out.toBytes()).text(10)).isEqualTo("é".repeat(5));
        malformed(() -> new Input(out.toBytes()).text(9));
        assertThatIllegalArgumentException().isThrownBy(() -> new ByteOutput().text("é".repeat(5), 9));
    }

    /** Replaced, it would take three bytes for each, and could not be sent on. */
    @Test
    void textThatIsNotUtf8_isMalformed() {
        malformed(() -> new Input(new byte[] {2, 'a', -1}).text(10));
        malformed(() -> new Input(new byte[] {3, -16, -112, -128}).text(10));
        malformed(() -> new Input(new byte[] {4, -61, -17, -65, -67}).text(10));
        assertThat(new Input(new byte[] {4, 'a', -17, -65, -67}).text(10)).isEqualTo("a\ufffd");
    }

    @Test
    void listAtItsBound_passes_andOneElementMoreDoesNot() {
        List<Long> list = Collections.nCopies(5, 1L);
        ByteOutput out = new ByteOutput();
        out.list(list, 5, Output::number);

        assertThat(new Input(out.toBytes()).list(5, Input::number)).isEqualTo(list);
        malformed(() -> new Input(out.toBytes()).list(4, Input::number));
        assertThatIllegalArgumentException().isThrownBy(() -> new ByteOutput().list(list, 4, Output::number));
    }

    @Test
    void elementsDeclared_areClaimedOnce() {
        Input in = new Input(new byte[5]);
        in.claim(2);
        in.claim(3);
        malformed(() -> in.claim(1));
    }

    @Test
    void flagsAndConstants_areThoseThereAre() {
        assertThat(new Input(new byte[] {1}).flag()).isTrue();
        malformed(() -> new Input(new byte[] {2}).flag());
        malformed(() -> new Input(new byte[] {-1}).flag());
        malformed(() -> new Input(new byte[] {-1, -1, -1, -1, 0x1f}).integer());
    }

    @Test
    void octetThatIsNext_isRead() {
        Input in = new Input(new byte[] {-1});
        assertThat(in.isNext(7)).isFalse();
        assertThat(in.left()).isEqualTo(1);
        assertThat(in.isNext(255)).isTrue();
        assertThat(in.isNext(255)).isFalse();
    }

    @Test
    void valueAtTheDepthLimit_passes_andOneDeeperDoesNot() {
        Value deepest = Value.of(1);
        for (int i = 0; i < Limits.VALUE_DEPTH; i++) {
            deepest = Value.list(deepest);
        }
        ByteOutput out = new ByteOutput();
        ValueCodec.write(out, deepest);
        byte[] deeper = ByteBuffer.allocate(out.toBytes().length + 3)
                .put(new byte[] {5, 1})
                .put(out.toBytes())
                .array();
        Value tooDeep = Value.list(deepest);

        assertThat(ValueCodec.read(new Input(out.toBytes()))).isEqualTo(deepest);
        malformed(() -> ValueCodec.read(new Input(deeper)));
        assertThatIllegalArgumentException().isThrownBy(() -> ValueCodec.size(tooDeep));
    }

    @Test
    void givenBuffer_isWrittenFromItsPosition_inOneOrder_andDoesNotGrow() {
        ByteBuffer buffer = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(4);
        ByteOutput out = new ByteOutput(buffer);
        out.octet(1);
        out.word(7);

        assertThat(buffer.array()).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7);
        assertThat(buffer.position()).isEqualTo(4);
        assertThatThrownBy(() -> out.octet(1)).isInstanceOf(BufferOverflowException.class);
        assertThat(new Input(buffer.position(5)).word()).isEqualTo(7);
    }

    @Test
    void ownBuffer_growsToWhatIsWritten() {
        ByteOutput out = new ByteOutput();
        out.octet(9);
        out.raw(new byte[100_000]);
        out.raw(new byte[] {1, 2, 3, 4}, 1, 2);

        assertThat(out.toBytes()).hasSize(100_003).startsWith(9, 0).endsWith(0, 2, 3);
    }

    private static void malformed(Executable reading) {
        assertThatThrownBy(reading::execute)
                .isExactlyInstanceOf(MalformedInput.class)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }
}
