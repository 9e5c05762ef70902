package org.cometkv.actors.wire;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A codec of one type: its tag on the wire, its writer and its reader. Thread-safe.
 *
 * <p>Neither direction lets through what the other would refuse, so that whatever was written can be read.
 *
 * @param id the tag on the wire: never changed, never given to another type
 * @param write throws IllegalArgumentException for a value over a bound
 * @param read throws IllegalArgumentException for whatever cannot have been written
 */
record MessageCodec<T>(int id, Class<T> type, BiConsumer<WireOutput, T> write, Function<WireInput, T> read) {}
