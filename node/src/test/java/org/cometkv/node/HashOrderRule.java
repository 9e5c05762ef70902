package org.cometkv.node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule that nothing walks through a hash collection, because its order is that of hashes: for identities and for
 * {@code Set.of} and {@code Map.of} another one in each JVM, so that a simulated node would not repeat itself.
 *
 * <p>It knows a hash collection by the name of the variable that holds it, in the file where it was made.
 */
final class HashOrderRule {

    private static final Set<String> MODULES = Set.of("routing", "timers", "aso", "actors");

    private static final Pattern MADE =
            Pattern.compile("(\\w+)\\s*=\\s*(new\\s+(HashMap|HashSet|IdentityHashMap|ConcurrentHashMap)\\b"
                    + "|(Map|Set)\\.(of|copyOf|ofEntries)\\((?!\\))"
                    + "|ConcurrentHashMap\\.newKeySet\\(|Collections\\.newSetFromMap\\()");

    private static final String WALKED = "\\b%1$s\\s*\\.\\s*(forEach|entrySet|keySet|values|stream|iterator|toArray)\\("
            + "|:\\s*(this\\.)?%1$s\\s*\\)"
            + "|(List\\.copyOf|new\\s+\\w+<>|addAll|putAll)\\((this\\.)?%1$s\\b";

    private HashOrderRule() {}

    /** The walks through hash collections, but for the excepted ones ({@code File.variable} to reason). */
    static List<String> walks(List<SourceFile> files, Map<String, String> exceptions) {
        return files.stream()
                .filter(file -> file.isMain() && MODULES.contains(file.name().replaceFirst("/.*", "")))
                .flatMap(file -> walks(file, exceptions))
                .toList();
    }

    private static Stream<String> walks(SourceFile file, Map<String, String> exceptions) {
        String code = code(file);
        String type = file.name().replaceFirst(".*/", "").replaceFirst("\\.java$", "");
        Set<String> collections =
                MADE.matcher(code).results().map(made -> made.group(1)).collect(Collectors.toCollection(TreeSet::new));
        return collections.stream()
                .filter(collection -> !exceptions.containsKey(type + "." + collection))
                .flatMap(collection -> Pattern.compile(WALKED.formatted(collection))
                        .matcher(code)
                        .results()
                        .map(MatchResult::group)
                        .map(walk ->
                                file.name() + ": " + collection + " has the order of hashes, and is walked: " + walk));
    }

    private static String code(SourceFile file) {
        return file.lines().stream()
                .filter(line -> !line.strip().matches("(\\*|/\\*|//).*"))
                .map(line -> line.replaceFirst("\\s//.*", ""))
                .collect(Collectors.joining("\n"));
    }
}
