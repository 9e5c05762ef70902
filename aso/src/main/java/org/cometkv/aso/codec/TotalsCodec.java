package org.cometkv.aso.codec;

import org.cometkv.aso.Totals;

/** A codec of what an object did and cost, on the wire and at rest. */
public final class TotalsCodec {

    private TotalsCodec() {}

    public static void write(Output out, Totals totals) {
        out.number(totals.events());
        out.number(totals.failures());
        out.number(totals.limits());
        out.number(totals.fuel());
        out.number(totals.bytesIn());
        out.number(totals.bytesOut());
        out.number(totals.refusals());
    }

    /** @throws MalformedInput if the input ends before they do */
    public static Totals read(Input in) {
        return new Totals(in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
    }
}
