package org.cometkv.node.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that the user named. Whatever is wrong with it is a {@link UserMistake} of one sentence. */
public final class UserFile {

    /** The first byte of a compiled script, and of no script's text. */
    private static final byte BYTE_CODE = 0x1b;

    private final String name;
    private final Path path;

    private UserFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /** A file to be written. */
    public static UserFile of(String name) {
        if (name.isEmpty()) {
            throw mistake("the name of a file is empty");
        }
        try {
            return new UserFile(name, Path.of(name));
        } catch (InvalidPathException notOfThisSystem) {
            throw mistake(name + " is no name of a file");
        }
    }

    /** A file that is there and may be read. */
    public static UserFile readable(String name) {
        UserFile file = of(name);
        if (!Files.exists(file.path)) {
            throw mistake("there is no file " + name);
        }
        if (Files.isDirectory(file.path)) {
            throw mistake(name + " is a directory, not a file");
        }
        if (!Files.isReadable(file.path)) {
            throw mistake(name + " cannot be read");
        }
        return file;
    }

    /** The name without its directories and its ending. */
    public String stem() {
        String last = path.getFileName().toString();
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** The file's first bytes, at most one more than this bound: whoever asks can tell what is over it. */
    public byte[] read(int bytesMax) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes((int) Math.min(bytesMax + 1L, Integer.MAX_VALUE));
        } catch (IOException failure) {
            throw mistake(name + " cannot be read: " + reason(failure));
        }
    }

    /** Whether these bytes of a file begin as a compiled script does. */
    public static boolean isByteCode(byte[] content) {
        return content.length > 0 && content[0] == BYTE_CODE;
    }

    /** Writes a file that was not there before; one that is secret is for its owner alone. */
    public void create(ByteBuffer content, boolean isSecret) {
        boolean hasModes = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] modes = isSecret && hasModes
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var out =
                Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), modes)) {
            while (content.hasRemaining()) {
                out.write(content);
            }
        } catch (FileAlreadyExistsException there) {
            throw mistake(name + " is there already; a new file is needed");
        } catch (IOException failure) {
            throw mistake(name + " cannot be written: " + reason(failure));
        }
    }

    /** The meaning of a system's exception: the message of some is the file's name and nothing else. */
    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "it is not permitted";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getMessage();
    }

    private static UserMistake mistake(String sentence) {
        return new UserMistake(ExitCode.USAGE, sentence + ".");
    }
}
