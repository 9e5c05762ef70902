package org.cometkv.aso.lua.work;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A loader that defines the classes of the sandbox with those below it, its codec and LuaJ anew, rewritten so that they
 * count what they do.
 *
 * <p>The tests' own classes of the sandbox's packages are defined as well, as they are: only so may they touch
 * package-private parts. All else comes from the parent.
 */
public final class CountingLoader extends ClassLoader {

    private static final String SANDBOX = "org.cometkv.aso.lua.";
    private static final String COUNTER = SANDBOX + "work.";
    private static final String CODEC = "org.cometkv.aso.codec.";
    private static final String LUAJ = "org.luaj.vm2.";

    private final Rewriter rewriter;
    private final List<String> rewritten;

    /**
     * A loader with classes of its own.
     *
     * @param tellsMethods whether {@link Work#byMethod} is to know who did what, which makes it all slower
     * @param program a class of the sandbox and one of LuaJ: what lies beside them is rewritten
     */
    public CountingLoader(boolean tellsMethods, Class<?>... program) throws IOException {
        super(CountingLoader.class.getClassLoader());
        rewriter = new Rewriter(new CostTable(), tellsMethods);
        rewritten = Stream.of(program)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().toString())
                .toList();
    }

    private static boolean isOwn(String name) {
        return name.startsWith(LUAJ) || name.startsWith(CODEC) || name.startsWith(SANDBOX) && !name.startsWith(COUNTER);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isOwn(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        URL source = getParent().getResource(file);
        if (source == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = source.openStream()) {
            byte[] bytes = in.readAllBytes();
            boolean counts = rewritten.stream().anyMatch(source.toString()::contains);
            byte[] code = counts ? rewriter.rewrite(bytes) : bytes;
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads all classes of a package and of those below it that were built with one of its classes, so that all their
     * calls are known.
     *
     * @return their names
     */
    public Set<String> loadAllBeside(Class<?> one) throws IOException, ClassNotFoundException, URISyntaxException {
        Path built =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = built.resolve(one.getPackageName().replace('.', '/'));
        Set<String> loaded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = built.relativize(file).toString().replace(File.separatorChar, '.');
                if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
                    Class<?> type = loadClass(name.substring(0, name.length() - ".class".length()));
                    loaded.add(type.getName());
                }
            }
        }
        return loaded;
    }

    /** Methods that the sandbox calls and no cost is known of. */
    public Set<String> unlisted() {
        return rewriter.unlisted;
    }

    /** Whether the places were found where instructions and library functions begin: one of each. */
    public boolean seesScripts() {
        return rewriter.interpreters == 1 && rewriter.callers == 1;
    }
}
