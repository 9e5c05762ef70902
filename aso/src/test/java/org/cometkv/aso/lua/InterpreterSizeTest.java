package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpreterSizeTest {

    /** HotSpot does not compile a method of more bytes than this. */
    private static final int HOTSPOT_BYTES_MAX = 8_000;

    @Test
    void loop_isSmallEnoughToBeCompiled() throws IOException {
        Map<String, Integer> sizes = codeSizes(Interpreter.class);

        assertThat(sizes).containsKey("loop");
        assertThat(sizes.get("loop")).isBetween(1_000, HOTSPOT_BYTES_MAX / 2);
    }

    private static Map<String, Integer> codeSizes(Class<?> type) throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        try (DataInputStream in = new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
            in.skipBytes(8);
            String[] texts = constants(in);
            in.skipBytes(6);
            in.skipBytes(2 * in.readUnsignedShort());
            members(in, texts, new HashMap<>());
            members(in, texts, sizes);
        }
        return sizes;
    }

    private static String[] constants(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> in.skipBytes(4);
            }
        }
        return texts;
    }

    private static void members(DataInputStream in, String[] texts, Map<String, Integer> sizes) throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            in.skipBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipBytes(2);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String attribute = texts[in.readUnsignedShort()];
                int length = in.readInt();
                if (attribute.equals("Code")) {
                    in.skipBytes(4);
                    sizes.put(name, in.readInt());
                    in.skipBytes(length - 8);
                } else {
                    in.skipBytes(length);
                }
            }
        }
    }
}
