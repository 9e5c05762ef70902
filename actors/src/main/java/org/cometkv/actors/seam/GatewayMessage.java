package org.cometkv.actors.seam;

/** What a Gateway can be told: its node's own commands, and the frames of its peers. */
public interface GatewayMessage {}
