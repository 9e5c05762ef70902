package org.cometkv.aso;

/** How an object stands with the node that hosts it. Append only: the order is on the wire. */
public enum Standing {
    /** It runs as others do. */
    ORDINARY,
    /** It broke limits again and again: all such objects together get a small share of the node's time. */
    SLOWED,
    /** It went on: none of its handlers runs, until it is released, replaced or removed. */
    SET_ASIDE
}
