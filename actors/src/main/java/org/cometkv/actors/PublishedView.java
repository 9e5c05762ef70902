package org.cometkv.actors;

import org.cometkv.routing.RoutingView;

/** The routing view of a node, written by its RoutingTableManager and read by every thread. */
final class PublishedView {

    private volatile RoutingView view = RoutingView.empty();

    RoutingView view() {
        return view;
    }

    void publish(RoutingView next) {
        view = next;
    }
}
