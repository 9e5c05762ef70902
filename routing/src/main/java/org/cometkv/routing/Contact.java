package org.cometkv.routing;

/**
 * A node's id and the address at which it is reached.
 *
 * @param host a host name or an IP address, not empty
 * @param port 1 to 65535, or 0 for a node that is reached without a network
 */
public record Contact(NodeId id, String host, int port) {

    /** @throws IllegalArgumentException if the host is empty or the port out of range */
    public Contact {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("a contact's host is empty");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a contact's port is " + port + "; a port is 0 to 65535");
        }
    }

    /** {@code host:port}. */
    public String address() {
        return host + ":" + port;
    }

    /** The short id and the address: how log lines name a node. */
    @Override
    public String toString() {
        return id.brief() + "@" + address();
    }
}
