package org.cometkv.node.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases of {@code bench prices}: the scripts in {@code prices/} beside these classes. */
final class PriceCases {

    private static final String FOLDER = "prices";
    private static final String SUFFIX = ".lua";

    private PriceCases() {}

    /** Their names, in order. */
    static List<String> names() {
        try {
            URI folder = PriceCases.class.getResource(FOLDER).toURI();
            if (!folder.getScheme().equals("jar")) {
                return names(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return names(jar.provider().getPath(folder));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    /** @throws IllegalStateException if there is none of this name */
    static PriceCase named(String name) {
        return PriceCase.parse(name, Workload.text(FOLDER + "/" + name + SUFFIX));
    }
}
