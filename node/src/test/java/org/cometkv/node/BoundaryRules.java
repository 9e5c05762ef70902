package org.cometkv.node;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of structure: what may depend on what, and who may read time or send.
 *
 * @param root the package whose children are the modules
 */
record BoundaryRules(String root) {

    /** Which modules a module may use; with {@link #LIBRARIES}, section 3 of the design. */
    private static final Map<String, List<String>> MODULES = new TreeMap<>(Map.of(
            "routing", List.of(),
            "timers", List.of(),
            "aso", List.of("routing"),
            "actors", List.of("aso", "routing", "timers"),
            "testkit", List.of("actors", "aso", "routing", "timers"),
            "examples", List.of("actors", "aso", "routing"),
            "node", List.of("actors", "examples", "testkit", "aso", "routing")));

    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "routing", List.of(),
            "timers", List.of(),
            "aso", List.of("org.luaj.vm2.."),
            "actors",
                    List.of(
                            "org.apache.pekko..",
                            "scala..",
                            "com.esotericsoftware..",
                            "com.typesafe.config..",
                            "io.micrometer..",
                            "org.rocksdb..",
                            "org.slf4j.."),
            "testkit", List.of("org.apache.pekko..", "scala..", "com.typesafe.config..", "org.[slf4j|junit|assertj].."),
            "examples", List.of("org.apache.pekko..", "com.typesafe.config..", "com.sun.net.httpserver.."),
            "node",
                    List.of(
                            "picocli..",
                            "com.fasterxml.jackson.core..",
                            "com.typesafe.config..",
                            "io.netty..",
                            "io.lettuce..",
                            "org.HdrHistogram..",
                            "org.slf4j..",
                            "org.luaj.vm2..",
                            "org.apache.pekko..",
                            // The JDK's own count of the bytes that a thread allocates, for the bench.
                            "com.sun.management.."));

    /** Modules and packages of plain classes: time and seeds are arguments. */
    private static final List<String> PURE = List.of("routing", "timers", "aso", "actors.trust");

    /** The modules whose public types must have a user. */
    private static final List<String> LAYERS = List.of("routing", "timers", "aso", "actors");

    /** The packages of {@code actors} for applications. */
    private static final List<String> FOR_USERS = List.of("actors", "actors.trust");

    /** The packages of {@code actors} for the TestKit, beside those for applications. */
    private static final List<String> FOR_TESTKIT = List.of("actors.seam", "actors.wire");

    /** The classes among those for applications that are for the TestKit alone. */
    private static final Set<String> TESTKIT_ONLY = Set.of("actors.NodeFactory", "actors.RunningNode");

    /** The one class of an inner package that the benchmarks of {@code node} measure. */
    private static final String MEASURED = "actors.peers.AdmissionBenchmark";

    /** The classes of {@code actors} behind which time, the network and the cluster are. */
    private static final Set<String> SEAMS = Set.of("PekkoClock", "ArteryNetwork", "ClusterMembers", "SecureChance");

    /** The class that asks: the door from threads into actors. */
    private static final String ASKER = "Comet";

    /** The class of node that measures stock LuaJ beside ours, in a JVM of its own. */
    private static final String STOCK_LUA = "StockLua";

    /** The class of node that measures Artery beside ours. */
    private static final String ARTERY_ECHO = "ArteryEcho";

    /** Types that no pure module touches. */
    private static final String[] IMPURE = {
        "java.lang.Thread",
        "java.lang.ThreadLocal",
        "java.lang.Runtime",
        "java.time.Clock",
        "java.util.Timer",
        "java.util.concurrent.Executor",
        "java.util.concurrent.ExecutorService",
        "java.util.concurrent.Executors",
        "java.util.concurrent.ForkJoinPool",
        "java.util.concurrent.CompletableFuture",
        "java.util.concurrent.CompletionStage",
        "java.util.concurrent.ThreadLocalRandom",
        "java.security.SecureRandom",
        "java.util.UUID"
    };

    /** The modules there are. */
    static Set<String> modules() {
        return MODULES.keySet();
    }

    /** A module depends on the JDK, on itself and on what the design gives it. */
    ArchRule moduleDependsOnItsOwn(String module) {
        String[] allowed = Stream.of(
                        Stream.of("java..", "javax..", in(module)),
                        MODULES.get(module).stream().map(this::in),
                        LIBRARIES.get(module).stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(in(module))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .allowEmptyShould(true);
    }

    ArchRule noPackageCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** The modules above {@code actors} see its Java API and trust; the TestKit the seams and the node factory, too. */
    ArchRule outsideIsOutside(String module) {
        List<String> open = module.equals("testkit")
                ? Stream.concat(FOR_USERS.stream(), FOR_TESTKIT.stream()).toList()
                : FOR_USERS;
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat(describe(
                        "are inside of actors",
                        type -> isIn(type, "actors")
                                && (open.stream().noneMatch(place -> isExactlyIn(type, place))
                                        || !module.equals("testkit") && isForTestKitOnly(type))
                                && !(module.equals("node") && topLevelName(type).equals(root + "." + MEASURED))))
                .allowEmptyShould(true);
    }

    private boolean isForTestKitOnly(JavaClass type) {
        return TESTKIT_ONLY.contains(topLevelName(type).replace(root + ".", ""));
    }

    /** Among all modules, LuaJ is seen by the sandbox and by the stock benchmark. */
    ArchRule luaStaysInTheSandbox() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("aso.lua"))
                .and(describe("are not " + STOCK_LUA, type -> !(isIn(type, "node") && isNamed(type, STOCK_LUA))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.luaj..");
    }

    /** In the program, Pekko is seen by the one class that measures Artery. */
    ArchRule pekkoStaysOutOfTheProgram() {
        return noClasses()
                .that()
                .resideInAPackage(in("node"))
                .and(describe("are not " + ARTERY_ECHO, type -> !isNamed(type, ARTERY_ECHO)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko..");
    }

    ArchRule noPekkoBelowActors() {
        return noClasses().that(areIn(PURE)).should().dependOnClassesThat().resideInAPackage("org.apache.pekko..");
    }

    /** The top-level classes that depend on these packages. */
    static Set<String> usersOf(JavaClasses all, String... packages) {
        DescribedPredicate<JavaClass> wanted = resideInAnyPackage(packages);
        return all.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> wanted.test(dependency.getTargetClass())))
                .map(BoundaryRules::topLevelName)
                .collect(Collectors.toSet());
    }

    ArchRule pureModulesAreOfPlainTypes() {
        return noClasses()
                .that(areIn(PURE))
                .should()
                .dependOnClassesThat(describe(
                        "are clocks, threads, executors, randomness or logs",
                        type -> Arrays.asList(IMPURE).contains(type.getName())
                                || type.getPackageName().startsWith("org.slf4j")
                                || type.getPackageName().startsWith("java.util.logging")
                                || type.getName().startsWith("java.lang.System$Logger")));
    }

    ArchRule pureModulesTouchNothingOutside() {
        return noClasses()
                .that(areIn(PURE))
                .should()
                .accessTargetWhere(describe(
                        "reads time, randomness or the environment, or writes to the console",
                        access -> readsTime(access.getTarget())
                                || drawsUnseeded(access)
                                || is(access.getTarget(), "java.lang.System", "out", "err", "in")
                                || is(access.getTarget(), "java.lang.System", "getenv", "getProperty", "getLogger")));
    }

    /** In actors only the seams know time, randomness, the scheduler, the cluster and addresses. */
    ArchRule timeAndNetworkStayBehindTheSeams() {
        return noClasses()
                .that(areIn(List.of("actors")))
                .and(describe("are no seams", type -> !SEAMS.contains(topLevelSimpleName(type))))
                .should()
                .accessTargetWhere(describe(
                        "goes past a seam",
                        access -> readsTime(access.getTarget())
                                || drawsUnseeded(access)
                                || reachesPekkoPastTheSeams(access)));
    }

    ArchRule onlyTheJavaApiAsks() {
        return noClasses()
                .that(areIn(List.of("actors")))
                .and(describe("are not " + ASKER, type -> !isNamed(type, ASKER)))
                .should()
                .accessTargetWhere(describe(
                        "asks",
                        access -> isOfPekko(access.getTarget())
                                && access.getTarget().getName().startsWith("ask")));
    }

    /** Public top-level types of the layers that no other module uses, or in an inner package no other package. */
    Set<String> idlePublicTypes(JavaClasses all) {
        // All at once: to look through every class for each type would be most of what this test takes.
        Set<String> used = all.stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(target -> !moduleOf(target).isEmpty() && isElsewhere(user, target)))
                .map(BoundaryRules::topLevelName)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(type -> LAYERS.contains(moduleOf(type)) && type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .filter(type -> !type.endsWith(".package-info") && !used.contains(type))
                .collect(Collectors.toSet());
    }

    /** The package of a module's name is for other modules; one below it is for its siblings as well. */
    private boolean isElsewhere(JavaClass user, JavaClass used) {
        String place = used.getBaseComponentType().getPackageName();
        return place.equals(root + "." + moduleOf(used))
                ? !moduleOf(user).equals(moduleOf(used))
                : !user.getPackageName().equals(place);
    }

    private static boolean readsTime(AccessTarget target) {
        return is(target, "java.lang.System", "nanoTime", "currentTimeMillis")
                || target.getOwner().getPackageName().startsWith("java.time")
                        && target.getName().equals("now");
    }

    private static boolean drawsUnseeded(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return is(target, "java.lang.Math", "random")
                || is(target, "java.util.UUID", "randomUUID")
                || target.getOwner().getName().equals("java.util.concurrent.ThreadLocalRandom")
                || target.getOwner().getName().equals("java.security.SecureRandom")
                || target instanceof AccessTarget.ConstructorCallTarget call
                        && Set.of("java.util.Random", "java.util.SplittableRandom")
                                .contains(call.getOwner().getName())
                        && call.getRawParameterTypes().isEmpty();
    }

    private static boolean reachesPekkoPastTheSeams(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        // To ask, one must name the scheduler.
        boolean asksWithIt = target.getName().equals("scheduler") && isNamed(access.getOriginOwner(), ASKER);
        boolean isBanned = Set.of(
                                "scheduler",
                                "getScheduler",
                                "schedule",
                                "scheduleOnce",
                                "withTimers",
                                "setReceiveTimeout",
                                "actorSelection")
                        .contains(target.getName())
                || target.getOwner().getPackageName().startsWith("org.apache.pekko.cluster");
        return isOfPekko(target) && isBanned && !asksWithIt
                || is(
                        target,
                        "java.util.concurrent.CompletableFuture",
                        "orTimeout",
                        "completeOnTimeout",
                        "delayedExecutor");
    }

    private static boolean isOfPekko(AccessTarget target) {
        return target.getOwner().getPackageName().startsWith("org.apache.pekko");
    }

    private static boolean is(AccessTarget target, String owner, String... names) {
        return target.getOwner().getName().equals(owner) && Arrays.asList(names).contains(target.getName());
    }

    private DescribedPredicate<JavaClass> areIn(List<String> places) {
        return describe(
                "are in " + String.join(", ", places), type -> places.stream().anyMatch(place -> isIn(type, place)));
    }

    private boolean isIn(JavaClass type, String place) {
        String name = type.getBaseComponentType().getPackageName();
        return (name + ".").startsWith(root + "." + place + ".");
    }

    private boolean isExactlyIn(JavaClass type, String place) {
        return type.getBaseComponentType().getPackageName().equals(root + "." + place);
    }

    /** The module of a class; empty for one that is not ours. */
    private String moduleOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).replaceFirst("\\..*", "") : "";
    }

    private String in(String module) {
        return root + "." + module + "..";
    }

    private static boolean isNamed(JavaClass type, String simpleName) {
        return topLevelSimpleName(type).equals(simpleName);
    }

    private static String topLevelSimpleName(JavaClass type) {
        return topLevelName(type).replaceFirst(".*\\.", "");
    }

    private static String topLevelName(JavaClass type) {
        return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }
}
