package org.cometkv.testkit.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cometkv.testkit.explore.Exploration;
import org.cometkv.testkit.explore.Explorer;
import org.cometkv.testkit.scenario.DurationText;
import org.cometkv.testkit.scenario.ScenarioFile;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** The extension of JUnit behind {@link CometExplore}: hands over the description, then runs the sweep. */
final class CometExploreExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(CometExploreExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Exploration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CometExplore sweep = sweep(context.getRequiredTestMethod());
        Duration length = DurationText.parse(sweep.length())
                .orElseThrow(
                        () -> new IllegalArgumentException("a length is as 30s or 2m, not \"" + sweep.length() + "\""));
        Exploration exploration = new Exploration(sweep.nodes(), length);
        context.getStore(NAMESPACE).put(Exploration.class, exploration);
        return exploration;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Exploration exploration = context.getStore(NAMESPACE).get(Exploration.class, Exploration.class);
        if (context.getExecutionException().isPresent() || exploration == null) {
            return;
        }
        run(context.getRequiredTestMethod(), exploration, KeptSeeds.ofBuild());
    }

    /** Runs the sweep of a test method. */
    static void run(Method method, Exploration exploration, KeptSeeds kept) {
        CometExplore sweep = sweep(method);
        Optional<Long> only = SeedPlan.only();
        List<Long> first = only.map(List::of).orElseGet(() -> kept.of(method));
        Explorer explorer = exploration.explorer();
        for (long seed : first) {
            explorer.sweep(seed, 1)
                    .ifPresentOrElse(found -> fail(found, method, kept), () -> kept.passed(method, seed));
        }
        if (only.isPresent()) {
            return;
        }
        explorer.sweep(sweep.firstSeed(), sweep.seeds()).ifPresent(found -> fail(found, method, kept));
        if (!exploration.missed().isEmpty()) {
            throw new AssertionError(
                    sweep.seeds() + " seeds from " + sweep.firstSeed() + " on never got to " + exploration.missed());
        }
    }

    private static void fail(Explorer.Finding found, Method method, KeptSeeds kept) {
        kept.failed(method, found.seed());
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        Path file = kept.file().resolveSibling("comet-explore").resolve(name + "-" + found.seed() + ".scenario");
        String text = ScenarioFile.of(found.shrunk().scenario()).print();
        write(file, text);
        throw new AssertionError(found.violations() + "\n\nseed " + found.seed() + ", the "
                + found.seeds() + ". that ran, shrunk in " + found.shrunk().runs() + " runs to " + file + ":\n\n" + text
                + "\nrepeat it with\n  -Dtest=" + method.getDeclaringClass().getSimpleName() + "#" + method.getName()
                + " -D" + SeedPlan.ONLY + "=" + found.seed());
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("the scenario cannot be written to " + file, e);
        }
    }

    private static CometExplore sweep(Method method) {
        return AnnotationSupport.findAnnotation(method, CometExplore.class)
                .orElseThrow(() -> new IllegalArgumentException(method + " is no @CometExplore"));
    }
}
