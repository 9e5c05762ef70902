/**
 * Security-enhanced replication: a secret that decides how many copies of it there are, and where.
 *
 * <p><b>What it is for.</b> Vanish kept the parts of an encryption key in a DHT, so that a message could not be read
 * any more once they were gone. A store that copies eagerly works against that: each copy is one more place where
 * somebody who collects what passes by finds it, and one more that may outlive its time. This object wants few copies
 * on nodes that cannot be foretold.
 *
 * <p><b>How it works.</b> {@code replication = "self"}: the store copies and mends nothing. The first owner takes the
 * put and gives copies to neighbors of the key in the order of the hashes of {@code salt} and their ids: who does not
 * know the salt cannot place himself among them. At each tick a copy asks the neighbors who holds one. Only where fewer
 * than {@code least} are left does it choose anew, up to {@code copies}; a node that joins, however close to the key,
 * gets nothing unless it is chosen. All copies that see the same neighbors choose the same nodes, so that two which
 * notice the loss at once do not make more than is wanted.
 *
 * <p><b>What it does not promise.</b> Read it with {@code getFromAll}, which asks all neighbors: a plain {@code get}
 * stops at the owners of the key, where there may be no copy. A copy that does not answer within the ten seconds of a
 * wait counts as lost; so does one whose node is no longer among the 20 closest, which stays there until its time to
 * live ends it. A chosen node that refuses a copy is chosen again at the next tick. Give it a {@code ttl} or the
 * handlers of the flexible timeout to make it vanish; and hosts can see what they store: encrypt what they must not
 * read.
 */
package org.cometkv.examples.vanish;
