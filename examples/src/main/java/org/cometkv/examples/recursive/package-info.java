/**
 * Recursive gets: a get that goes on from object to object until one has the value.
 *
 * <p><b>What it is for.</b> Directories, indexes and aliases that follow themselves: the reader asks once, and each
 * object asks the next, near its data. Without bounds this is how one message becomes a flood, so no unsigned object
 * can do it.
 *
 * <p><b>How it works.</b> {@code onGet} gives the object's own value. Without one it asks the object under its child
 * key, {@code comet.key(1)}, at the closest node there, and gives what that one gives. Each step is one message. To
 * reach another key at all the object needs an author's signature with a grant for {@code keys}; to ask because another
 * object asked it needs {@code depth}. A grant of depth 2 lets the first object ask and two more go on; the object
 * after those is asked and may ask nobody, and says why: the reader is told {@code {refused = reason}}. How many
 * messages a reader's one get may cause in all is the grant's {@code fanout}, and only shrinks on the way.
 *
 * <p><b>What it does not promise.</b> The signature covers the script and the fields that the object began with, not
 * what it did since; each node on the way could answer anything in its objects' names. A step goes to one node: if that
 * one is silent, the reader waits until the event's ten seconds are over and learns that nobody answered. Nodes honour
 * the grants of the issuers in their own {@code comet.trust.issuers}, each for itself.
 */
package org.cometkv.examples.recursive;
