package org.cometkv.actors.wire;

/** A message to a Gateway: its node's own commands, and the frames of its peers. */
public interface GatewayMessage {}
