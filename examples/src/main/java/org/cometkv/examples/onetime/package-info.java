/**
 * One-time values: a secret for whoever comes first.
 *
 * <p><b>What it is for.</b> Keys and links that must not be used twice; and to notice that someone was there before:
 * who finds nothing knows that the secret is out.
 *
 * <p><b>How it works.</b> The replica that is asked first forgets the value at once, then asks its siblings with
 * {@code comet.get()}. A sibling sees that an object calls ({@code caller.key}), forgets the value too and gives
 * nothing. Only then does the first reader get its answer: a reader who comes later, through whichever replica, gets
 * nothing. On each tick a replica that was read tells the others once more, in case one was out of reach, and after
 * {@code grace} seconds it ends.
 *
 * <p><b>What it does not promise.</b> Replicas hold no vote. Two readers who ask two replicas at the same time, before
 * one has heard of the other, both get the value; a test shows it, and {@code getAll} is a way to provoke it. Readers
 * that use {@code get} all ask the same replica first, so they meet this only when that one fails or is slow. A
 * replica that was cut off while the value was read elsewhere can give it again until the next tick reaches it. If the
 * reader, or its node, fails before the answer arrives, the value is gone unread: at most once was chosen over at
 * least once. And hosts can see what they store: encrypt what they must not read.
 */
package org.cometkv.examples.onetime;
