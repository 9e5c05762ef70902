/**
 * Access logging: a value whose writer learns who read it.
 *
 * <p><b>What it is for.</b> A forensic trail: if a place, a key or a document was read by someone who should not have,
 * its owner can tell, and from when on.
 *
 * <p><b>How it works.</b> {@code onPut} and {@code onGet} write down time, kind and the address that the accepting
 * node saw, never one that the reader gave. The log is a ring of {@code size} entries, so the object cannot be filled
 * up by reading it. A get with the request {@code "log"} by the writer of the object ({@code caller.writer}) gives the
 * entries in order, and is not written down; anyone else who sends it is an ordinary reader. Each replica logs what it
 * saw; {@link org.cometkv.examples.accesslog.AccessLog} asks all of them and merges.
 *
 * <p><b>What it does not promise.</b> A flood of reads pushes old entries out of the ring. The log of a replica that
 * is lost with its node is lost; a copy made by {@code comet.put(self, nodes)} or by repair starts with a copy of the
 * log, so a merge may see an entry twice. Times are those of each host's clock, and a dishonest host can leave out
 * what it likes.
 */
package org.cometkv.examples.accesslog;
