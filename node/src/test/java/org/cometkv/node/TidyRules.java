package org.cometkv.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of form: each gives the places where a set of files breaks it, one sentence each. */
final class TidyRules {

    static final int FILE_LINES_MAX = 400;
    static final int FILE_LINES_MEDIAN = 120;
    static final int METHOD_LINES_MAX = 60;
    static final int LINE_MAX = 120;
    static final int PACKAGE_CLASSES_MAX = 25;

    private static final String LITERAL = "(\\+ )?\"([^\"\\\\]|\\\\.)*\"[,;)}]*";

    /** Words that say nothing. */
    private static final Set<String> EMPTY_WORDS =
            Set.of("Impl", "Helper", "Util", "Utils", "Common", "Base", "Abstract", "Data", "Info", "Service");

    /** The two supervisors that the design names so. */
    private static final Set<String> MANAGERS = Set.of("RoutingTableManager", "ReplicaManager");

    private static final Set<String> HOMELESS_PACKAGES =
            Set.of("util", "utils", "common", "helper", "misc", "internal", "impl", "core", "base");

    private TidyRules() {}

    /** The length of the file in the middle. */
    static int median(List<SourceFile> files) {
        int[] lengths =
                files.stream().mapToInt(file -> file.lines().size()).sorted().toArray();
        return lengths[lengths.length / 2];
    }

    /** Files over the mark, but for the excepted ones (path to reason). */
    static List<String> longFiles(List<SourceFile> files, Map<String, String> exceptions) {
        return each(
                files,
                file -> file.lines().size() > FILE_LINES_MAX && !exceptions.containsKey(file.name())
                        ? Stream.of(
                                file.name() + " has " + file.lines().size() + " lines; the mark is " + FILE_LINES_MAX)
                        : Stream.empty());
    }

    /** Methods over the mark, but for the excepted ones ({@code Type.method} to reason). */
    static List<String> longMethods(List<SourceFile> files, Map<String, String> exceptions) {
        return each(
                files,
                file -> file.methods().stream()
                        .filter(method -> method.lines() > METHOD_LINES_MAX)
                        .filter(method -> !exceptions.containsKey(method.type() + "." + method.name()))
                        .map(method -> file.name() + ": " + method.name() + " has " + method.lines()
                                + " lines; the mark is " + METHOD_LINES_MAX));
    }

    /** Lines over the limit, but for those that are nothing but a literal: cut in two, it would be harder to read. */
    static List<String> longLines(List<SourceFile> files) {
        return eachLine(
                files,
                line -> line.length() > LINE_MAX && !line.strip().matches(LITERAL)
                        ? "has " + line.length() + " characters; the limit is " + LINE_MAX
                        : "");
    }

    static List<String> untidyLines(List<SourceFile> files) {
        return eachLine(files, line -> {
            if (line.indexOf('\t') >= 0) {
                return "holds a tab";
            }
            return line.endsWith(" ") || line.endsWith("\r") ? "ends with space" : "";
        });
    }

    static List<String> remarks(List<SourceFile> files) {
        // Spelled in parts, or this file would break its own rule.
        String unfinished = ".*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b.*";
        String author = "@" + "author";
        return eachLine(files, line -> {
            if (line.matches(unfinished)) {
                return "is a note of something unfinished";
            }
            return line.contains(author) ? "names an author; the history knows them" : "";
        });
    }

    /** Type names of words that say nothing, but for the excepted ones (name to reason). */
    static List<String> emptyNames(List<SourceFile> files, Map<String, String> exceptions) {
        return each(
                files,
                file -> file.types().stream()
                        .filter(type -> isEmptyName(type) && !exceptions.containsKey(type))
                        .map(type -> file.name() + ": the name " + type + " has a word that says nothing"));
    }

    private static boolean isEmptyName(String type) {
        List<String> words = Arrays.asList(type.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
        // A manager's tests are named after it.
        boolean isManager = MANAGERS.stream().anyMatch(type::startsWith);
        return words.stream().anyMatch(EMPTY_WORDS::contains) || words.contains("Manager") && !isManager;
    }

    static List<String> homelessPackages(List<SourceFile> files) {
        return each(
                files,
                file -> Arrays.stream(
                                file.directory().replaceFirst(".*/java/", "").split("/"))
                        .filter(HOMELESS_PACKAGES::contains)
                        .map(part -> file.name() + ": the package name " + part + " says nothing"));
    }

    /** Main packages of more classes than the mark, but for the excepted ones (path to reason). */
    static List<String> crowdedPackages(List<SourceFile> files, Map<String, String> exceptions) {
        Map<String, Integer> classes = new TreeMap<>();
        files.stream()
                .filter(file -> file.isMain() && !file.isPackageInfo())
                .forEach(file -> classes.merge(file.directory(), 1, Integer::sum));
        return classes.entrySet().stream()
                .filter(each -> each.getValue() > PACKAGE_CLASSES_MAX && !exceptions.containsKey(each.getKey()))
                .map(each -> each.getKey() + " has " + each.getValue() + " classes; the mark is " + PACKAGE_CLASSES_MAX)
                .toList();
    }

    /** Main packages without a package-info. */
    static List<String> unexplainedPackages(List<SourceFile> files) {
        Set<String> packages = new TreeSet<>();
        files.stream().filter(SourceFile::isMain).map(SourceFile::directory).forEach(packages::add);
        files.stream()
                .filter(SourceFile::isPackageInfo)
                .map(SourceFile::directory)
                .forEach(packages::remove);
        return packages.stream().map(name -> name + " has no package-info.java").toList();
    }

    static List<String> sleeps(List<SourceFile> files) {
        return selections(files, Set.of("Thread.sleep", "TimeUnit.SECONDS.sleep", "TimeUnit.MILLISECONDS.sleep"));
    }

    /** Writing to the console is the program's alone, but for the excepted files (path to reason). */
    static List<String> consoles(List<SourceFile> files, Map<String, String> exceptions) {
        return selections(
                files.stream()
                        .filter(file -> !file.name().startsWith("node/") && !exceptions.containsKey(file.name()))
                        .toList(),
                Set.of("System.out", "System.err"));
    }

    /** Suppressed warnings without a comment on the same line or on the one before. */
    static List<String> unexplainedWaivers(List<SourceFile> files) {
        return each(
                files,
                file -> file.waivers().stream()
                        .filter(use -> !file.lines().get(use.line() - 1).contains("//"))
                        .filter(use -> use.line() < 2
                                || !file.lines().get(use.line() - 2).strip().startsWith("//"))
                        .map(use -> file.name() + ":" + use.line() + " suppresses a warning and does not say why"));
    }

    private static List<String> selections(List<SourceFile> files, Set<String> banned) {
        return each(
                files,
                file -> file.calls().stream()
                        .filter(use -> banned.contains(use.name()))
                        .map(use -> file.name() + ":" + use.line() + " uses " + use.name()));
    }

    private static List<String> each(List<SourceFile> files, Function<SourceFile, Stream<String>> rule) {
        return files.stream().flatMap(rule).toList();
    }

    /** @param rule says what is wrong with a line, or nothing */
    private static List<String> eachLine(List<SourceFile> files, Function<String, String> rule) {
        List<String> broken = new ArrayList<>();
        for (SourceFile file : files) {
            for (int i = 0; i < file.lines().size(); i++) {
                String wrong = rule.apply(file.lines().get(i));
                if (!wrong.isEmpty()) {
                    broken.add(file.name() + ":" + (i + 1) + " " + wrong);
                }
            }
        }
        return broken;
    }
}
