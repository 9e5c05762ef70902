/**
 * Time as data: schedules of objects, the node's timer wheel, token buckets. Time is always an argument.
 *
 * <p>No clock, no thread, no randomness: {@code now} and seeds come from the caller, and the same calls give the same
 * answers. Times are monotonic: milliseconds in {@link org.cometkv.timers.TimerSchedule} and
 * {@link org.cometkv.timers.TimerWheel}, nanoseconds in {@link org.cometkv.timers.TokenBucket}.
 * {@code Long.MAX_VALUE} is never.
 *
 * <pre>
 * TimerSchedule (one an object)   --nextDeadline-->   TimerWheel (one a node)
 *       |  due(now): Firing...    &lt;------expired id------    |  poll(now, limit)
 * </pre>
 *
 * <p>Decisions. 2026-11: an object arms one deadline, its nearest, in the wheel, so that a million objects with many
 * names cost a million wheel entries. 2026-11: a wheel entry is 16 bytes (two links and the due tick, exact for any
 * deadline) and not 4 (one link), because an object that is touched cancels and arms again, which one link makes
 * linear. 2026-11: a bucket counts in exact fractions of a nanosecond: rounding the interval of 256 MiB/s to whole
 * nanoseconds would be 7 % off.
 */
package org.cometkv.timers;
