package org.cometkv.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The version that {@code comet --version} prints, from a resource that Maven wrote, and the JVM it runs on. */
final class ProgramVersion implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is missing beside ProgramVersion");
            }
            String version = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new String[] {"comet " + version + " on Java " + Runtime.version()};
        }
    }
}
