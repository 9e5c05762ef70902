/**
 * The counter: the example of the talk's introduction.
 *
 * <p><b>What it is for.</b> The smallest object that does something: a value that knows how often it was read.
 * Download counters, quotas for each key and "read by" marks are this with another line or two.
 *
 * <p><b>How it works.</b> {@code onGet} adds one to a field of the object and answers with the value and the count. A
 * handler runs where the object is stored, and the events of one object run one after the other: there is nothing to
 * lock, and a thousand readers at once are told a thousand different numbers.
 *
 * <p><b>What it does not promise.</b> Replicas are independent, so each has a count of its own and nobody adds them
 * up; as long as nothing fails all readers ask the same replica first, and its count is the one they see. A read that
 * found that replica slow may be counted by two. A replica that is lost with its node takes its count along.
 */
package org.cometkv.examples.counter;
