package org.cometkv.testkit.observed;

import java.util.List;
import org.cometkv.testkit.script.ScriptTester;

/** An object that assertions are about: one in a {@link ScriptTester}, or one with its replicas in a cluster. */
public interface ObservedObject {

    /** Its replicas, one for each node that holds it; none if it is not there. */
    List<ObservedReplica> replicas();
}
