/**
 * Storage-location awareness: a value that is stored where its writer allows it, and tells where it is.
 *
 * <p><b>What it is for.</b> Data that must stay in a country, a building or a group of machines; and to see how an
 * object came to the nodes that hold it.
 *
 * <p><b>How it works.</b> {@code places} are beginnings of addresses ({@code "10.1."}, with the dot) or ids of nodes;
 * by default everywhere. {@code onPut} refuses to be stored on a node that is at none of them, whoever sends it there;
 * with {@code replication = "self"} the store copies nothing. The first owner of the key takes the put, if it is
 * inside, and gives copies to the closest neighbors inside; each copy looks at every tick whether fewer than {@code
 * copies} are left and makes them anew, inside only. Each copy keeps a trail of the nodes that it and those before it
 * were stored on, the last 20, and gives it for the request {@code "where"}.
 *
 * <p><b>What it does not promise.</b> A put is refused where the first owner of the key is outside: its writer tries
 * other names, as the story does. The value passes through the node that a writer or reader talks to, and the put is
 * sent to the owner before that refuses it. The address is what the cluster knows the node by: behind a translation of
 * addresses it says little about the place. A node that crashed is chosen again until the cluster removed it. Copies
 * are the business of the object, so read with {@code getFromAll} where the first owner may be gone; a copy whose node
 * is no longer among the 20 closest stays there until its time to live ends it.
 */
package org.cometkv.examples.location;
