package org.cometkv.actors;

import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.seam.Network;

/** The outside of one node: everything that differs between production and a test. */
record Seams(Clock clock, Network network, Members members) {}
