package org.cometkv.actors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.cometkv.aso.Script;

/** A script that is a file on the class path. */
final class ScriptResource {

    /** Bytes that are read at most: far more than any node takes, which tells its own limit. */
    private static final int BYTES_MAX = 1 << 20;

    private ScriptResource() {}

    static Script read(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no \"" + name + "\" on the class path");
            }
            byte[] text = in.readNBytes(BYTES_MAX + 1);
            if (text.length > BYTES_MAX) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" has over " + BYTES_MAX + " bytes; no node takes such a script");
            }
            return Script.of(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a container it is the context class loader that sees the application. */
    private static InputStream open(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream found = context == null ? null : context.getResourceAsStream(name);
        return found != null ? found : ScriptResource.class.getClassLoader().getResourceAsStream(name);
    }
}
