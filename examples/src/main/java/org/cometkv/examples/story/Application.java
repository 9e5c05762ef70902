package org.cometkv.examples.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.cometkv.actors.Comet;
import org.cometkv.actors.trust.Identity;

/** A script worth having, and the story that shows what it promises. */
public interface Application {

    /** The word it is called by; its package and its script have the same name. */
    String name();

    /** The purpose, in one line. */
    String summary();

    /** The lines of Lua that the talk of 2010 counted for it; empty where it only named it. */
    OptionalInt talkLines();

    /** Issuers whose grants the nodes of the story must honour. */
    default List<Identity> issuers() {
        return List.of();
    }

    /**
     * Tells the story on these nodes.
     *
     * @param nodes the store as seen from three or more nodes of one cluster; whoever calls closes them
     * @param out what happens is printed here as it happens
     * @throws NotSeen if something that the application promises did not come about
     */
    default void run(List<Comet> nodes, PrintWriter out) {
        tell(new Story(this, nodes, out));
    }

    /**
     * Tells the story.
     *
     * @throws NotSeen as {@link #run}
     */
    void tell(Story story);

    /** Its script. */
    default String script() {
        String file = "/org/cometkv/examples/" + name() + "/" + name() + ".lua";
        try (InputStream in = Application.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of its script that do something: neither empty nor a comment. */
    default int lines() {
        return (int) script().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("--"))
                .count();
    }
}
