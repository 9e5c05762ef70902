package org.cometkv.routing;

/**
 * A node's network coordinates (Vivaldi with height): the distance of two is a guess of their round trip.
 *
 * @param x milliseconds
 * @param y milliseconds
 * @param height milliseconds from the node to the core of the network, 0 or more
 */
public record Coordinates(double x, double y, double height) {}
