package org.cometkv.testkit.world;

import java.util.Arrays;
import java.util.function.Predicate;

/** A ring of tasks that are ready. Not thread-safe; owned by a {@link World}. */
final class ReadyRing {

    private Runnable[] tasks = new Runnable[256];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(Runnable task) {
        if (size == tasks.length) {
            grow();
        }
        tasks[(head + size++) & (tasks.length - 1)] = task;
    }

    /** Takes the one that came first. */
    Runnable poll() {
        Runnable task = tasks[head];
        tasks[head] = null;
        head = (head + 1) & (tasks.length - 1);
        size--;
        return task;
    }

    /** Takes the one at this place, 0 for the one that came first; the first one moves there. */
    Runnable take(int place) {
        int at = (head + place) & (tasks.length - 1);
        Runnable task = tasks[at];
        tasks[at] = tasks[head];
        tasks[head] = null;
        head = (head + 1) & (tasks.length - 1);
        size--;
        return task;
    }

    /** The one at this place, which stays there. */
    Runnable at(int place) {
        return tasks[(head + place) & (tasks.length - 1)];
    }

    /** Takes out all of these; the others keep their order. */
    void removeIf(Predicate<Runnable> condition) {
        int before = size;
        for (int i = 0; i < before; i++) {
            Runnable task = poll();
            if (!condition.test(task)) {
                add(task);
            }
        }
    }

    private void grow() {
        Runnable[] larger = new Runnable[tasks.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = at(i);
        }
        Arrays.fill(tasks, null);
        tasks = larger;
        head = 0;
    }
}
