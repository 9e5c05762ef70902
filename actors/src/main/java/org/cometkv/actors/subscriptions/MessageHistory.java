package org.cometkv.actors.subscriptions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.wire.StreamMessage;

/**
 * The last messages of a stream, bounded by count and bytes.
 *
 * <p>Not thread-safe; owned by {@link Subscriptions}.
 */
final class MessageHistory {

    private final int bytesMax;
    private final Deque<StreamMessage> messages = new ArrayDeque<>(0);
    private int countMax;
    private int bytes;

    MessageHistory(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Keeps so many from now on. */
    void limit(int count) {
        countMax = count;
        trim();
    }

    void add(StreamMessage message) {
        if (countMax > 0) {
            messages.addLast(message);
            bytes += message.bytes();
            trim();
        }
    }

    /** The stream has ended: what it was caused by is not all that its replica holds. */
    void clear() {
        messages.clear();
        bytes = 0;
    }

    List<StreamMessage> all() {
        return List.copyOf(messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The messages behind that number, of a stream whose last one has the second number; empty if some are gone. */
    Optional<List<StreamMessage>> after(long number, long last) {
        if (number == last) {
            return Optional.of(List.of());
        }
        boolean isHeld = !messages.isEmpty() && messages.peekFirst().number() <= number + 1;
        return isHeld
                ? Optional.of(messages.stream()
                        .filter(message -> message.number() > number)
                        .toList())
                : Optional.empty();
    }

    /**
     * The messages behind the one at which a replica had taken just those changes; empty if there is none, or if others
     * than changes caused some of these.
     */
    Optional<List<StreamMessage>> afterChanges(long digest) {
        List<StreamMessage> behind = new ArrayList<>();
        boolean isFound = false;
        for (StreamMessage message : messages) {
            if (isFound) {
                if (message.digest() == StreamMessage.NO_CHANGE) {
                    return Optional.empty();
                }
                behind.add(message);
            }
            isFound |= message.digest() == digest;
        }
        return isFound ? Optional.of(behind) : Optional.empty();
    }

    private void trim() {
        while (messages.size() > countMax || bytes > bytesMax) {
            bytes -= messages.removeFirst().bytes();
        }
    }
}
