package org.cometkv.aso.lua;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A walk over object graphs that adds up the bytes of heap they take, as HotSpot lays objects out with compressed
 * pointers: a header of 12 bytes, or 16 of an array, references of 4, and all rounded up to 8.
 *
 * <p>The platform's own classes do not let themselves be looked into; of its collections the contents are walked and
 * the room is estimated from above.
 */
final class HeapWalk {

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int STRING = 24;
    private static final int BOX = 16;
    private static final int LARGE_BOX = 24;
    private static final int LIST = 24;
    private static final int LIST_ROOM_MIN = 10;
    private static final int DEQUE = 24;
    private static final int DEQUE_ROOM_MIN = 17;
    private static final int MAP = 48;
    private static final int MAP_ENTRY = 56;

    /** The size of a class's instances, and which of their fields refer to something. */
    private record Layout(int bytes, List<Field> references) {}

    private static final Map<Class<?>, Layout> LAYOUTS = new HashMap<>();

    /** The walk that came before, whose objects are not counted again; null if none did. */
    private final HeapWalk before;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final Set<Class<?>> apart;
    private long bytes;

    /** A walk that does not enter objects of these classes, nor count them. */
    HeapWalk(Class<?>... apart) {
        this(null, Set.of(apart));
    }

    private HeapWalk(HeapWalk before, Set<Class<?>> apart) {
        this.before = before;
        this.apart = apart;
    }

    /** A walk that does not count what this one has seen. */
    HeapWalk next() {
        return new HeapWalk(this, apart);
    }

    /** The bytes of what can be reached from these and has not been seen. */
    long add(Object... roots) {
        bytes = 0;
        for (Object root : roots) {
            reach(root);
        }
        while (!open.isEmpty()) {
            visit(open.pop());
        }
        return bytes;
    }

    private void reach(Object object) {
        if (object == null || object instanceof Class || object instanceof Enum || apart.contains(object.getClass())) {
            return;
        }
        if (!isSeenBefore(object) && seen.add(object)) {
            open.push(object);
        }
    }

    private boolean isSeenBefore(Object object) {
        for (HeapWalk walk = before; walk != null; walk = walk.before) {
            if (walk.seen.contains(object)) {
                return true;
            }
        }
        return false;
    }

    private void visit(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            array(object, type.getComponentType());
        } else if (object instanceof String text) {
            bytes += STRING + aligned(ARRAY_HEADER + stringBytes(text));
        } else if (object instanceof Optional<?> optional) {
            bytes += BOX;
            reach(optional.orElse(null));
        } else if (object instanceof Collection<?> collection) {
            bytes += room(collection);
            collection.forEach(this::reach);
        } else if (object instanceof Map<?, ?> map) {
            bytes += MAP + (long) MAP_ENTRY * map.size();
            map.forEach((key, value) -> {
                reach(key);
                reach(value);
            });
        } else if (object instanceof OptionalLong) {
            bytes += LARGE_BOX;
        } else if (object instanceof Number || object instanceof Boolean || object instanceof Character) {
            bytes += object instanceof Long || object instanceof Double ? LARGE_BOX : BOX;
        } else {
            own(object, type);
        }
    }

    private void array(Object array, Class<?> component) {
        int length = Array.getLength(array);
        bytes += aligned(ARRAY_HEADER + (long) size(component) * length);
        if (array instanceof Object[] elements) {
            for (Object element : elements) {
                reach(element);
            }
        }
    }

    private static int stringBytes(String text) {
        return text.chars().allMatch(c -> c < 256) ? text.length() : 2 * text.length();
    }

    private static long room(Collection<?> collection) {
        int size = collection.size();
        return switch (collection.getClass().getSimpleName()) {
            case "ListN", "SetN" -> LIST + aligned(ARRAY_HEADER + (long) REFERENCE * size);
            case "List12", "Set12" -> LIST;
            case "ArrayList" -> LIST + aligned(ARRAY_HEADER + (long) REFERENCE * listRoom(size));
            case "ArrayDeque" -> DEQUE + aligned(ARRAY_HEADER + (long) REFERENCE * Math.max(DEQUE_ROOM_MIN, 2 * size));
            default -> MAP + (long) MAP_ENTRY * size;
        };
    }

    /** Room as an {@code ArrayList} makes it that was filled one by one. */
    private static int listRoom(int size) {
        int room = size == 0 ? 0 : LIST_ROOM_MIN;
        while (room < size) {
            room += room >> 1;
        }
        return room;
    }

    private void own(Object object, Class<?> type) {
        Layout layout = LAYOUTS.computeIfAbsent(type, HeapWalk::layout);
        bytes += layout.bytes;
        try {
            for (Field field : layout.references) {
                reach(field.get(object));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Layout layout(Class<?> type) {
        List<Field> references = new ArrayList<>();
        int small = 0;
        int large = 0;
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            if (at.getName().startsWith("java.") && at != Record.class) {
                throw new IllegalStateException("what does a " + type + " hold?");
            }
            for (Field field : at.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                int size = size(field.getType());
                large += size == Long.BYTES ? size : 0;
                small += size == Long.BYTES ? 0 : size;
                if (!field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    references.add(field);
                }
            }
        }
        // Fields of eight bytes stand at multiples of eight; if nothing smaller does, a gap of four is before them.
        int gap = large > 0 && small < REFERENCE ? REFERENCE - small : 0;
        return new Layout((int) aligned(HEADER + gap + small + large), references);
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class || !type.isPrimitive()) {
            return REFERENCE;
        }
        return type == short.class || type == char.class ? Short.BYTES : 1;
    }

    private static long aligned(long bytes) {
        return bytes + 7 & ~7L;
    }
}
