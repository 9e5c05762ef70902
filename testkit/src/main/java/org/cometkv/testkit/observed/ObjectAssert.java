package org.cometkv.testkit.observed;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.cometkv.aso.Value;

/** Assertions about an object and all its replicas. */
public final class ObjectAssert extends AbstractAssert<ObjectAssert, ObservedObject> {

    public ObjectAssert(ObservedObject actual) {
        super(actual, ObjectAssert.class);
    }

    /** Every replica has this value in this field, whatever {@link Value#from} makes of it; one at least is there. */
    public ObjectAssert hasState(String field, Object value) {
        Value expected = Value.from(value);
        for (ObservedReplica replica : present()) {
            Value is = replica.state().get(field);
            if (!is.equals(expected)) {
                failWithMessage(
                        "aso.%s is %s on node %s; expected %s. Its whole state: %s",
                        field, is, replica.node(), expected, replica.state());
            }
        }
        return this;
    }

    /** No replica has a value in this field; one at least is there. */
    public ObjectAssert hasNoState(String field) {
        return hasState(field, Value.NIL);
    }

    /** So many nodes hold the object. */
    public ObjectAssert isHeldBy(int nodes) {
        List<String> holders = nodes();
        if (holders.size() != nodes) {
            failWithMessage("the object is held by %s nodes, %s; expected %s", holders.size(), holders, nodes);
        }
        return this;
    }

    /** Nobody holds the object. */
    public ObjectAssert isGone() {
        return isHeldBy(0);
    }

    /** No event of any replica used more fuel than this. */
    public ObjectAssert usedAtMost(int fuel) {
        for (ObservedReplica replica : present()) {
            if (replica.highestFuel() > fuel) {
                failWithMessage(
                        "an event on node %s used %s units of fuel; expected at most %s",
                        replica.node(), replica.highestFuel(), fuel);
            }
        }
        return this;
    }

    private List<ObservedReplica> present() {
        isNotNull();
        List<ObservedReplica> replicas = actual.replicas();
        if (replicas.isEmpty()) {
            failWithMessage("nobody holds the object: %s", actual);
        }
        return replicas;
    }

    private List<String> nodes() {
        isNotNull();
        return actual.replicas().stream().map(ObservedReplica::node).toList();
    }
}
