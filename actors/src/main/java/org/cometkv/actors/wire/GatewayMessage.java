package org.cometkv.actors.wire;

/** What a Gateway can be told: its node's own commands, and the frames of its peers. */
public interface GatewayMessage {}
