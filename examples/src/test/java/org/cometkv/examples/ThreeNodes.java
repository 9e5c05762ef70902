package org.cometkv.examples;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.cometkv.actors.Comet;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.LocalCluster;

/** Three real nodes on loopback, started once for all tests of this JVM and stopped with it. */
public final class ThreeNodes {

    private static final LocalCluster CLUSTER = start();

    private ThreeNodes() {}

    /** The store, as seen from each node. */
    public static List<Comet> comets() {
        return CLUSTER.comets();
    }

    /** Runs an application's story and gives what it printed. */
    public static String tell(Application application) {
        StringWriter printed = new StringWriter();
        application.run(comets(), new PrintWriter(printed));
        return printed.toString();
    }

    private static LocalCluster start() {
        LocalCluster cluster = LocalCluster.start(Applications.issuers());
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        return cluster;
    }
}
