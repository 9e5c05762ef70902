/**
 * A chat room that a browser can come back to.
 *
 * <p><b>What it is for.</b> A page loses its connection now and then, and its server may end. Whoever comes back wants
 * what was said meanwhile, and nothing twice.
 *
 * <p><b>How it works.</b> {@code aso.history} keeps the last 200 messages of each replica. {@code ChatServer} serves a
 * page by the JDK's HTTP server and sends messages as server-sent events; the id of each event is the message's
 * position. A browser sends the last one that it saw when it connects again, {@code Last-Event-ID}, to whichever node,
 * and the subscription goes on from there.
 *
 * <p><b>What it does not promise.</b> Who was away for more than 200 messages gets a gap and the snapshot. The server
 * takes one thread for each open page and asks nobody who they are; it is an example.
 */
package org.cometkv.examples.chat;
