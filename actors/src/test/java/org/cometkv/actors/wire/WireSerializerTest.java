package org.cometkv.actors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireSerializerTest {

    private static final int SLACK = 64 * 1024;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Arrays and scripts by their contents, numbers by their bits. */
    private static final RecursiveComparisonConfiguration BY_CONTENT = RecursiveComparisonConfiguration.builder()
            .withStrictTypeChecking(true)
            .withIgnoredFields("size")
            .withComparatorForType(Double::compare, Double.class)
            .build();

    private final LongAdder undecodable = new LongAdder();
    private final WireSerializer serializer = new WireSerializer(770_001, undecodable);

    static List<Wire> messages() {
        return WireSamples.messages();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessage_comesBackAsItWas(Wire message) throws Exception {
        assertThat(serializer.fromBinary(serializer.toBinary(message), ""))
                .usingRecursiveComparison(BY_CONTENT)
                .isEqualTo(message);
    }

    @Test
    void everyRecordOfTheProtocol_hasAnIdAndASample() {
        List<Class<?>> registered =
                MessageCodecs.ALL.stream().<Class<?>>map(MessageCodec::type).toList();
        List<Class<?>> sampled = Stream.concat(WireSamples.messages().stream(), WireSamples.replies().stream())
                .<Class<?>>map(Object::getClass)
                .distinct()
                .toList();

        List<Class<?>> records = Stream.concat(records(Wire.class), records(ReplicaReply.class))
                .filter(type -> type != Wire.Unread.class)
                .toList();

        assertThat(records).hasSizeGreaterThan(15);
        assertThat(registered).containsExactlyInAnyOrderElementsOf(records);
        assertThat(sampled).containsExactlyInAnyOrderElementsOf(records);
    }

    /** A change here is a change of the protocol: append, and change nothing that stands. */
    @Test
    void idsAreTheWireContract() {
        Map<Integer, String> ids = new TreeMap<>();
        for (MessageCodec<?> codec : MessageCodecs.ALL) {
            ids.put(codec.id(), codec.type().getSimpleName());
        }
        assertThat(ids)
                .hasToString("{16=Frame, 17=Hello, 18=Get, 19=Put, 20=Remove, 21=Copy, 22=FindNode, 23=Reply, "
                        + "24=Refusals, 25=Part, 26=Stat, 27=Release, 28=Compare, 29=Fetch, 30=Transfer, 31=Resolve, "
                        + "32=Answered, 33=Absent, 34=Stored, 35=Kept, 36=Removed, 37=Held, 38=Refused, 39=Failed, "
                        + "40=Working, 41=Nodes, 42=Status, 43=Superseded, 44=Compared, 45=Fetched, 46=Resolved, "
                        + "47=RangesCompared, 48=KeysCompared, 49=Leaving, 50=Deliver, 51=StreamEnded, 52=Credit, "
                        + "53=Subscribed, 54=Redirected, 55=Renewed, 64=CompareRanges, 65=CompareKeys, 66=Subscribe, "
                        + "67=Renew}");
    }

    /** A change here is a change of the protocol, too: the layout of what has no id. */
    @Test
    void layoutIsTheWireContract() {
        String node = "545ea538461003efdc8c81c244531b003f6f26cfccf6c0073b3239fdedf49446";
        assertThat(WireSamples.NODE).hasToString(node);

        assertThat(hex(new Wire.Hello(1, Replicas.INCARNATION, true, Limits.DEFAULTS, Optional.empty(), false)))
                .isEqualTo("02" + "13" + "01" + "0000000000000001" + "01"
                        + "a08d06" + "808019" + "904e" + "40" + "8008" + "80a006" + "80a006" + "808020" + "808001"
                        + "808004" + "a01f" + "10" + "10" + "e807" + "8827" + "00" + "00");
        assertThat(hex(new Wire.FindNode(300, WireSamples.NODE.point()))).isEqualTo("02" + "18" + "ac02" + node);
        assertThat(hex(WireSamples.frame(new Contact(WireSamples.NODE, "ab", 128), List.of())))
                .isEqualTo("02" + "12" + node + "026162" + "8001" + "0000000000000007" + "00" + "00");
        assertThat(hex(new Wire.Reply(
                        2,
                        new ReplicaReply.Refused(
                                Refusal.retry(Refusal.Reason.RATE_LIMITED, "x", 5), new Usage(1, 2, 3)))))
                .isEqualTo("02" + "19" + "02" + "28" + "02" + "0178" + "0105" + "010203");
        assertThat(hex(new Wire.Reply(
                        2,
                        new ReplicaReply.Answered(
                                Value.list(Value.of(true), Value.of("a"), Value.of(1)),
                                WireSamples.VERSION,
                                Usage.NONE))))
                .isEqualTo("02" + "19" + "02" + "22" + "05" + "03" + "02" + "040161" + "11" + "00" + "0192000000000007"
                        + node + "000000");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void sizeIsWhatIsWritten(Wire message) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        serializer.toBinary(message, buffer);

        assertThat(WireSize.ofTagged(message)).isEqualTo(buffer.position() - 1);
    }

    @Test
    void buffersOfArtery_areWrittenAndReadInPlace() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(100);
        serializer.toBinary(WireSamples.frame(), buffer);
        buffer.flip().position(100);

        assertThat(serializer.fromBinary(buffer, ""))
                .usingRecursiveComparison(BY_CONTENT)
                .isEqualTo(WireSamples.frame());
    }

    @Test
    void messageThatDoesNotFit_isAnOverflowAsArteryKnowsIt() {
        byte[] bytes = serializer.toBinary(WireSamples.frame());

        serializer.toBinary(WireSamples.frame(), ByteBuffer.allocate(bytes.length));
        assertThatThrownBy(() -> serializer.toBinary(WireSamples.frame(), ByteBuffer.allocate(bytes.length - 1)))
                .isInstanceOf(BufferOverflowException.class);
    }

    @Test
    void unregisteredClass_isNotWritten() {
        assertThatThrownBy(() -> serializer.toBinary("text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> serializer.toBinary(new ArrayList<>(), ByteBuffer.allocate(100)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unregisteredId_isNotRead() {
        IntStream.range(0, 128)
                .filter(tag -> MessageCodecs.ALL.stream().noneMatch(codec -> codec.id() + 2 == tag))
                .forEach(tag -> refused(new byte[] {Wire.PROTOCOL, (byte) tag, 1, 1, 1}));
    }

    /** Kryo by itself reads the name first, believes its length, and looks the class up before it says no. */
    @Test
    void classNamedByTheSender_isNotEvenRead() {
        warmUp();
        byte[] giantName = {Wire.PROTOCOL, 1, 0, -1, -1, -1, -1, 0x07, 'a', 'b'};
        refusedCheaply(giantName);
    }

    @Test
    void typeOfTheWrongKind_isNotRead() {
        // A reply where a message should be, and Kryo's own String.
        refused(new byte[] {Wire.PROTOCOL, 33 + 2});
        refused(new byte[] {Wire.PROTOCOL, 1 + 2, 0x7f});
    }

    /** A frame within a frame, a value nested too deep, a constant there is none of, and what ends early or late. */
    @Test
    void brokenItem_isUnread_andTheOthersOfItsFrameAreRead() throws Exception {
        byte[] get = item(get(Value.NIL));
        byte[] deep = withValue(tables(Limits.VALUE_DEPTH + 1));
        List<byte[]> broken = List.of(
                item(WireSamples.frame(List.of())),
                Arrays.copyOfRange(deep, 1, deep.length),
                Arrays.copyOf(get, get.length - 1),
                Arrays.copyOf(get, get.length + 1),
                item(new Wire.Put(
                        1,
                        WireSamples.KEY,
                        WireSamples.VERSION,
                        WireSamples.PLAIN,
                        Script.NONE,
                        Value.table(),
                        Wire.Condition.ALWAYS)));
        // Behind the condition stands the flag of the signature.
        broken.get(4)[broken.get(4).length - 2] = 99;

        for (int i = 0; i < broken.size(); i++) {
            Wire.Frame frame = read(item(WireSamples.items().get(0)), broken.get(i), get);

            assertThat(frame.items()).hasSize(3);
            assertThat(frame.items().get(0)).isEqualTo(WireSamples.items().get(0));
            assertThat(frame.items().get(2)).isEqualTo(get(Value.NIL));
            assertThat(frame.items().get(1)).as("item " + i).isInstanceOfSatisfying(Wire.Unread.class, unread -> {
                assertThat(unread.why().reason()).isEqualTo(Refusal.Reason.INVALID);
                assertThat(unread.why().message()).startsWith("the message cannot be read: ");
            });
            Wire.Unread unread = (Wire.Unread) frame.items().get(1);
            assertThat(unread.waiting()).isEqualTo(i == 0 ? Waiting.NOBODY : Waiting.SENDER);
            assertThat(unread.id()).isEqualTo(i == 0 ? 0 : 1);
        }
        assertThat(undecodable.sum()).isZero();
    }

    @Test
    void itemOfAnUnknownKind_isUnread_andItsSenderKnownWhereItAsks() throws Exception {
        Refusal unknown = Refusal.of(Refusal.Reason.UNKNOWN, "this node knows no message of that kind");
        byte[] request = {(byte) (94 + 2), (byte) 0xac, 0x02, 9, 9, 9};
        byte[] lastRequest = {(byte) (95 + 2), 1};
        byte[] notice = {(byte) (63 + 2), 1, 9, 9};
        byte[] largest = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 1};
        byte[] withoutNumber = {(byte) (94 + 2)};

        assertThat(read(request, lastRequest, notice, largest, withoutNumber, item(get(Value.NIL)))
                        .items())
                .containsExactly(
                        new Wire.Unread(Waiting.SENDER, 300, unknown),
                        new Wire.Unread(Waiting.SENDER, 1, unknown),
                        new Wire.Unread(Waiting.NOBODY, 0, unknown),
                        new Wire.Unread(Waiting.NOBODY, 0, unknown),
                        new Wire.Unread(Waiting.NOBODY, 0, unknown),
                        (Wire.Item) get(Value.NIL));
    }

    @Test
    void replyThatCannotBeRead_endsTheWaitForIt() throws Exception {
        byte[] newer = {23 + 2, 7, 47 + 2, 1, 2, 3};

        assertThat(read(newer).items()).singleElement().isInstanceOfSatisfying(Wire.Unread.class, unread -> {
            assertThat(unread.waiting()).isEqualTo(Waiting.RECEIVER);
            assertThat(unread.id()).isEqualTo(7);
        });
    }

    @Test
    void brokenItemsAtTheirLimit_areUnread_andOneMoreBreaksTheFrame() throws Exception {
        byte[] broken = {18 + 2, 1};
        byte[][] most = java.util.Collections.nCopies(16, broken).toArray(byte[][]::new);

        assertThat(read(most).items()).hasSize(16).hasOnlyElementsOfType(Wire.Unread.class);

        byte[][] over = java.util.Collections.nCopies(17, broken).toArray(byte[][]::new);
        refused(frameOf(over));
    }

    @Test
    void itemLongerThanItsFrame_breaksTheFrame() {
        byte[] frame = frameOf(item(get(Value.NIL)));
        int length = frame.length - item(get(Value.NIL)).length - Integer.BYTES;
        for (int declared : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, frame.length}) {
            byte[] bytes = frame.clone();
            ByteBuffer.wrap(bytes).putInt(length, declared);
            refused(bytes);
        }
    }

    @Test
    void aFrameKnowsTheBytesOfItsItems() throws Exception {
        Wire.Frame frame = (Wire.Frame) serializer.fromBinary(serializer.toBinary(WireSamples.frame()), "");

        // Their callers stand once, at the head.
        int alone = WireSamples.items().stream().mapToInt(WireSize::of).sum();
        assertThat(frame.size()).isBetween(alone / 2, alone - 100);
    }

    @Test
    void callersOfAFrame_areReadOnce_andAnInventedOneIsNobody() throws Exception {
        Wire.Item get = (Wire.Item) get(Value.NIL);
        Wire.Frame frame =
                (Wire.Frame) serializer.fromBinary(serializer.toBinary(WireSamples.frame(List.of(get, get))), "");
        assertThat(frame.items()).containsExactly(get, get);
        assertThat(((Wire.Get) frame.items().get(0)).caller())
                .isSameAs(((Wire.Get) frame.items().get(1)).caller());

        byte[] invented = item(get);
        // Behind the tag, the number and the key.
        invented[2 + 32] = 1;
        assertThat(read(invented).items()).singleElement().isInstanceOf(Wire.Unread.class);
    }

    @Test
    void otherProtocol_isRefused() {
        byte[] bytes = serializer.toBinary(WireSamples.frame());
        for (int version : new int[] {0, Wire.PROTOCOL + 1, 255}) {
            bytes[0] = (byte) version;
            refused(bytes);
        }
    }

    @Test
    void bytesBehindTheEnd_areRefused() {
        byte[] bytes = serializer.toBinary(WireSamples.frame());
        refused(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void valueAtTheDepthLimit_passesAndOneDeeperDoesNot() throws Exception {
        Wire deepest = get(WireSamples.nested(Limits.VALUE_DEPTH));
        byte[] bytes = serializer.toBinary(deepest);

        assertThat(serializer.fromBinary(bytes, "")).isEqualTo(deepest);
        assertThatThrownBy(() -> serializer.toBinary(get(WireSamples.nested(Limits.VALUE_DEPTH + 1))))
                .isInstanceOf(IllegalArgumentException.class);
        refused(withValue(tables(Limits.VALUE_DEPTH + 1)));
        assertThat(serializer.fromBinary(withValue(tables(Limits.VALUE_DEPTH)), ""))
                .isInstanceOf(Wire.Get.class);
    }

    @Test
    void framesAtTheItemLimit_passAndOneOverDoesNot() throws Exception {
        Wire.Item item = new Wire.Hello(1, Replicas.INCARNATION, true, Limits.DEFAULTS, Optional.empty(), true);
        List<Wire.Item> most = new ArrayList<>(java.util.Collections.nCopies(Wire.ITEMS_MAX, item));
        Wire.Frame full = WireSamples.frame(List.copyOf(most));

        assertThat(serializer.fromBinary(serializer.toBinary(full), "")).isEqualTo(full);
        most.add(item);
        assertThatThrownBy(() -> serializer.toBinary(WireSamples.frame(most)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tablesHoldNoNilAndNoKeyNan() {
        refused(withValue(5, 1, 0, 0));
        refused(withValue(5, 0, 1, 0, 1));
        refused(withValue(5, 0, 1, 1, 0));
        refused(withValue(5, 0, 1, 3, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0, 1));
        refused(withValue(7));
        refused(withValue(15));
    }

    @Test
    void portOutOfRange_isRefused() {
        byte[] frame = serializer.toBinary(WireSamples.frame(new Contact(WireSamples.NODE, "a", 1), List.of()));
        int port = frame.length - 2 - Long.BYTES - 1;
        byte[] host = new byte[frame.length + 2];
        System.arraycopy(frame, 0, host, 0, port);
        host[port] = (byte) 0x80;
        host[port + 1] = (byte) 0x80;
        host[port + 2] = 4;
        System.arraycopy(frame, port + 1, host, port + 3, frame.length - port - 1);
        refused(host);
        frame[port - 2] = 0;
        refused(frame);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyTruncation_isRefusedCheaply(Wire message) {
        byte[] bytes = serializer.toBinary(message);
        warmUp();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            refusedCheaply(cut);
        }
    }

    @Test
    void randomBytesAndFlippedBits_neverDoAnythingElse() {
        long seed = 42;
        Random random = new Random(seed);
        List<byte[]> samples = messages().stream().map(serializer::toBinary).toList();
        warmUp();
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = i % 2 == 0 ? flipped(samples.get(random.nextInt(samples.size())), random) : noise(random);
            boolean decoded = decodes(bytes);
            long spent = allocatedWhile(() -> decodes(bytes));
            if (spent > 4L * bytes.length + SLACK) {
                throw new AssertionError("seed " + seed + ": " + spent + " bytes for "
                        + HexFormat.of().formatHex(bytes));
            }
            read += decoded ? 1 : 0;
        }
        assertThat(read).isGreaterThan(1_000).isLessThan(90_000);
        assertThat(undecodable.sum()).isEqualTo(2 * (100_000 - read) + 1);
    }

    @Test
    void giantDeclaredLengths_areNotAllocated() {
        int[][] giants = {
            {0xff, 0xff, 0xff, 0xff, 0x07},
            {0xff, 0xff, 0xff, 0xff, 0x0f},
            {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}
        };
        warmUp();
        for (int[] giant : giants) {
            for (int[] head : new int[][] {{4}, {5}, {5, 0}}) {
                byte[] value = withValue(IntStream.concat(IntStream.of(head), IntStream.of(giant))
                        .toArray());
                refusedCheaply(value);
            }
        }
        // The host of a contact, the items of a frame and the contacts of an answer.
        byte[] frame = serializer.toBinary(WireSamples.frame(List.of()));
        for (int at : new int[] {2 + 32, frame.length - 1}) {
            byte[] declared = Arrays.copyOf(Arrays.copyOf(frame, at), at + 5);
            for (int i = 0; i < 5; i++) {
                declared[at + i] = (byte) giants[0][i];
            }
            refusedCheaply(declared);
        }
    }

    /** Each table says that all that is left is its list: believed at every level, this would be 32 times the input. */
    @Test
    void nestedDeclaredLengths_areAddedUp() {
        int size = 200_000;
        byte[] head = withValue();
        ByteBuffer bomb = ByteBuffer.allocate(size).put(head);
        for (int i = 0; i < Limits.VALUE_DEPTH; i++) {
            int declared = size - bomb.position() - 4;
            bomb.put((byte) 5);
            bomb.put((byte) (declared | 0x80))
                    .put((byte) (declared >> 7 | 0x80))
                    .put((byte) (declared >> 14));
        }
        while (bomb.hasRemaining()) {
            bomb.put((byte) 2);
        }
        warmUp();

        refusedCheaply(bomb.array());
    }

    /** Short strings are the most memory for the least input: an object, an array and a slot for three bytes. */
    @Test
    void densestValue_takesAFixedMultiple() throws Exception {
        Value[] strings = IntStream.range(0, 60_000)
                .mapToObj(i -> Value.of("" + (char) ('a' + i % 26)))
                .toArray(Value[]::new);
        byte[] bytes = serializer.toBinary(get(Value.list(strings)));
        warmUp();

        long spent = allocatedWhile(() -> decodes(bytes));
        assertThat(spent).isLessThanOrEqualTo(16L * bytes.length + SLACK);
    }

    @Test
    void scriptComesBackByItsText() throws Exception {
        Wire.Put put = new Wire.Put(
                1,
                WireSamples.KEY,
                WireSamples.VERSION,
                WireSamples.PLAIN,
                Script.of("x"),
                Value.table(),
                Wire.Condition.IF_ABSENT);
        assertThat(serializer.fromBinary(serializer.toBinary(put), "")).isEqualTo(put);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(WireSerializerTest::records)
                : Stream.of(type);
    }

    private static Wire get(Value value) {
        return new Wire.Get(1, WireSamples.KEY, WireSamples.PLAIN, value);
    }

    /** A get whose value is spelled by these bytes. */
    private byte[] withValue(int... value) {
        byte[] bytes = serializer.toBinary(get(Value.NIL));
        // The value, here nil, is followed by the octet of how it is to be read.
        int place = bytes.length - 2;
        byte[] message = Arrays.copyOf(bytes, place + value.length + 1);
        for (int i = 0; i < value.length; i++) {
            message[place + i] = (byte) value[i];
        }
        message[place + value.length] = bytes[place + 1];
        return message;
    }

    /** So many lists of one within each other, the innermost empty. */
    private static int[] tables(int count) {
        return IntStream.concat(
                        IntStream.range(0, count - 1).flatMap(i -> IntStream.of(5, 1)),
                        IntStream.concat(
                                IntStream.of(5, 0, 0),
                                IntStream.generate(() -> 0).limit(count - 1)))
                .toArray();
    }

    private byte[] item(Wire item) {
        byte[] bytes = serializer.toBinary(item);
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    /** A frame of items that are spelled by these bytes. */
    private byte[] frameOf(byte[]... items) {
        byte[] head = serializer.toBinary(WireSamples.frame(List.of()));
        int size =
                Stream.of(items).mapToInt(item -> Integer.BYTES + item.length).sum();
        ByteBuffer frame = ByteBuffer.allocate(head.length + size);
        frame.put(head, 0, head.length - 1).put((byte) items.length);
        for (byte[] item : items) {
            frame.putInt(item.length).put(item);
        }
        return frame.array();
    }

    private Wire.Frame read(byte[]... items) throws MalformedMessage {
        return (Wire.Frame) serializer.fromBinary(frameOf(items), "");
    }

    private void refused(byte[] bytes) {
        long before = undecodable.sum();
        assertThatThrownBy(() -> serializer.fromBinary(bytes, "")).isExactlyInstanceOf(MalformedMessage.class);
        if (undecodable.sum() != before + 1) {
            throw new AssertionError("not counted");
        }
    }

    /** Measures the second time: the first links the call sites of the path, once in a JVM's life. */
    private void refusedCheaply(byte[] bytes) {
        boolean[] decoded = {decodes(bytes)};
        assertThat(allocatedWhile(() -> decoded[0] = decodes(bytes))).isLessThanOrEqualTo(4L * bytes.length + SLACK);
        assertThat(decoded[0]).isFalse();
    }

    private boolean decodes(byte[] bytes) {
        try {
            serializer.fromBinary(bytes, "");
            return true;
        } catch (MalformedMessage e) {
            return false;
        }
    }

    private static byte[] flipped(byte[] sample, Random random) {
        byte[] bytes = sample.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Random bytes that at least begin like a message. */
    private static byte[] noise(Random random) {
        byte[] bytes = new byte[2 + random.nextInt(200)];
        random.nextBytes(bytes);
        bytes[0] = Wire.PROTOCOL;
        bytes[1] = (byte) (18 + random.nextInt(26));
        return bytes;
    }

    private void warmUp() {
        refused(new byte[] {0});
        decodes(serializer.toBinary(WireSamples.frame()));
    }

    private static long allocatedWhile(Runnable task) {
        long before = allocated();
        task.run();
        return allocated() - before;
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private String hex(Wire message) {
        return HexFormat.of().formatHex(serializer.toBinary(message));
    }

    /** Eight-byte words are written with their lowest byte first. */
}
