package org.cometkv.node;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java file as {@link TidyTest} sees it: its lines, and what the compiler's own parser finds in it, so that braces
 * in strings and names in comments mislead no rule.
 *
 * @param name the path below the root of the repository
 * @param types the simple names of all types, nested ones included
 */
record SourceFile(
        String name, List<String> lines, List<String> types, List<Method> methods, List<Use> calls, List<Use> waivers) {

    /** A method or constructor, from its head to its last line; annotations, often tables of data, do not count. */
    record Method(String type, String name, int lines) {}

    /** A selected member ({@code System.out}) or an annotation, and the line it is on. */
    record Use(String name, int line) {}

    /** Every Java file of the repository, in the order of their names. */
    static List<SourceFile> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return parse(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
                    // A project of a user's, which stands outside of the build.
                    .filter(file -> !file.startsWith(root.resolve("examples/starter")))
                    .sorted()
                    .map(file -> new Text(root.relativize(file).toString(), read(file)))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The root of the repository: the nearest directory above that holds the launcher. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(directory.resolve("comet"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "no directory above " + Path.of("").toAbsolutePath() + " holds ./comet");
            }
        }
        return directory;
    }

    /** Parses this text as the Java file of that name. */
    static SourceFile parse(String name, String text) {
        return parse(List.of(new Text(name, text))).get(0);
    }

    /** Parses all in one task: to set up the compiler takes longer than to parse a file. */
    private static List<SourceFile> parse(List<Text> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, texts);
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> parsed = new ArrayList<>();
            // The units come in the order of the texts.
            Iterator<Text> text = texts.iterator();
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(of(text.next(), unit, positions));
            }
            return parsed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SourceFile of(Text file, CompilationUnitTree unit, SourcePositions positions) {
        Scanner scanner = new Scanner(unit, positions);
        scanner.scan(unit, "");
        List<String> lines = List.of(file.text.split("\n", -1));
        // The text after the last line feed is no line.
        lines = file.text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
        return new SourceFile(file.path, lines, scanner.types, scanner.methods, scanner.calls, scanner.waivers);
    }

    /** The text of a Java file, as the compiler reads it. */
    private static final class Text extends SimpleJavaFileObject {

        private final String path;
        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    boolean isMain() {
        return name.contains("/src/main/");
    }

    boolean isPackageInfo() {
        return name.endsWith("/package-info.java");
    }

    String directory() {
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Collects what the rules ask about. The parameter is the name of the enclosing type. */
    private static final class Scanner extends TreeScanner<Void, String> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final List<Use> calls = new ArrayList<>();
        private final List<Use> waivers = new ArrayList<>();

        Scanner(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, String enclosing) {
            String simpleName = type.getSimpleName().toString();
            if (!simpleName.isEmpty()) {
                types.add(simpleName);
            }
            return super.visitClass(type, simpleName.isEmpty() ? enclosing : simpleName);
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            // A constructor has no return type.
            Tree head = Optional.<Tree>ofNullable(method.getReturnType()).orElse(method.getBody());
            int length = lineOf(positions.getEndPosition(unit, method)) - firstLine(head) + 1;
            methods.add(new Method(type, method.getName().toString(), length));
            return super.visitMethod(method, type);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree member, String type) {
            calls.add(new Use(member.toString(), firstLine(member)));
            return super.visitMemberSelect(member, type);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, String type) {
            if (annotation.getAnnotationType().toString().equals("SuppressWarnings")) {
                waivers.add(new Use("SuppressWarnings", firstLine(annotation)));
            }
            return super.visitAnnotation(annotation, type);
        }

        private int firstLine(Tree tree) {
            return lineOf(positions.getStartPosition(unit, tree));
        }

        private int lineOf(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
