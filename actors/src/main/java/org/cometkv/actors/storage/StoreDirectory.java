package org.cometkv.actors.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.cometkv.actors.seam.StoreFailure;

/**
 * The data directory of one node, open for one process.
 *
 * <pre>
 *   comet.format      "comet data 1": whose directory it is, and the format of what is in it
 *   lock              held by the process that uses it
 *   db                what RocksDB writes
 *   damaged-1, …      what was damaged and set aside; for the operator
 *   suspect           there while a table is known to be damaged: the next start sets it aside
 * </pre>
 */
final class StoreDirectory implements AutoCloseable {

    /** The format of the directory as a whole; a newer one is refused. */
    private static final int FORMAT = 1;

    private static final String FORMAT_FILE = "comet.format";
    private static final String FORMAT_WORDS = "comet data ";
    private static final String SUSPECT_FILE = "suspect";

    private final Path path;
    private final FileChannel channel;
    /** Looked up once: the system reads its list of mounts for that. */
    private final FileStore disk;

    private StoreDirectory(Path path, FileChannel channel, FileStore disk) {
        this.path = path;
        this.channel = channel;
        this.disk = disk;
    }

    /**
     * Opens a directory, and makes it if it is not there.
     *
     * @throws StoreFailure if it cannot be used; the message says why in a sentence
     */
    static StoreDirectory open(Path path) throws StoreFailure {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                StoreDirectory opened = new StoreDirectory(path, channel, Files.getFileStore(path));
                opened.lock();
                opened.checkFormat();
                return opened;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (StoreFailure e) {
            throw e;
        } catch (IOException e) {
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN, "the data directory " + path + " cannot be used: " + reason(e), e);
        }
    }

    /** The reason in words, without the names of Java's classes. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "there is no right to write " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is no directory";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " cannot be made";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            String reason = file.getReason();
            return file.getFile() + ": " + Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
        }
        return e.getMessage() == null ? "the system does not say why" : e.getMessage();
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN, "the data directory " + path + " is used by another node that runs");
        }
    }

    private void checkFormat() throws IOException {
        Path file = path.resolve(FORMAT_FILE);
        if (!Files.exists(file)) {
            requireEmpty();
            Files.writeString(
                    file, FORMAT_WORDS + FORMAT + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            return;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        String number = text.startsWith(FORMAT_WORDS) ? text.substring(FORMAT_WORDS.length()) : "";
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new StoreFailure(
                    StoreFailure.Kind.DAMAGED,
                    file + " is not as Comet wrote it; it must be the line \"" + FORMAT_WORDS + FORMAT + "\"");
        }
        if (Integer.parseInt(number) > FORMAT) {
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN,
                    "the data directory " + path + " is of format " + number
                            + ", by a newer Comet; this one knows format " + FORMAT);
        }
    }

    private void requireEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            if (files.anyMatch(file -> !file.endsWith("lock"))) {
                throw new StoreFailure(
                        StoreFailure.Kind.BROKEN,
                        "the directory " + path + " has files that are not Comet's; a data directory begins empty");
            }
        }
    }

    /** Where RocksDB's files are. */
    Path database() {
        return path.resolve("db");
    }

    /** Where a database is built that takes the place of a damaged one. */
    Path rebuilt() {
        return path.resolve("db-rebuilt");
    }

    /** A new directory for what is set aside. */
    Path aside() throws IOException {
        for (int i = 1; ; i++) {
            Path aside = path.resolve("damaged-" + i);
            if (!Files.exists(aside)) {
                return Files.createDirectory(aside);
            }
        }
    }

    /** Notes that a table is damaged, so that the next start sets it aside. */
    void suspect() throws IOException {
        Path file = path.resolve(SUSPECT_FILE);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    boolean isSuspect() {
        return Files.exists(path.resolve(SUSPECT_FILE));
    }

    /** What was damaged is set aside. */
    void cleared() throws IOException {
        Files.deleteIfExists(path.resolve(SUSPECT_FILE));
    }

    /** Bytes that may still be written on this disk. */
    long free() throws IOException {
        return disk.getUsableSpace();
    }

    /** Bytes of all files in it. */
    long bytes() throws IOException {
        long[] sum = {0};
        Files.walkFileTree(database(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // RocksDB deletes files meanwhile.
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
