package org.cometkv.node.bench;

import java.util.function.ToDoubleFunction;

/** The bound that a figure of a line is to meet. */
record Target(String field, boolean isFloor, double bound) {

    static Target atLeast(String field, double bound) {
        return new Target(field, true, bound);
    }

    static Target atMost(String field, double bound) {
        return new Target(field, false, bound);
    }

    boolean isMet(ToDoubleFunction<String> figures) {
        double figure = figures.applyAsDouble(field);
        return isFloor ? figure >= bound : figure <= bound;
    }

    /** Such as {@code ratio <= 1}. */
    @Override
    public String toString() {
        return field + (isFloor ? " >= " : " <= ") + ResultLine.rounded(bound).toPlainString();
    }
}
