package org.cometkv.testkit.junit;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.Comet;
import org.cometkv.testkit.ClusterKit;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitBuilder;
import org.cometkv.testkit.Lockstep;
import org.cometkv.testkit.artery.ArteryKit;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** A test of one seed, or of many in a row: it calls the method itself, with another kit for each. */
final class SeedRuns implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {

    /** The property that has each seed run twice. */
    private static final String CHECK = "comet.test.check";

    /** The property that has tests of a {@link ClusterKit} run over a real network. */
    private static final String NETWORK = "comet.test.network";

    private final CometTest test;
    private final List<Long> seeds;

    SeedRuns(CometTest test, List<Long> seeds) {
        this.test = test;
        this.seeds = seeds;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return seeds.size() == 1
                ? "seed " + seeds.get(0)
                : seeds.size() + " seeds, " + seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    /** Only of the test method: there is no kit before it. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        boolean isOfTest = Optional.of(parameter.getDeclaringExecutable())
                .equals(context.getTestMethod().map(method -> (Executable) method));
        Class<?> type = parameter.getParameter().getType();
        return isOfTest && (type == CometTestKit.class || type == ClusterKit.class || type == Comet.class);
    }

    /** Nothing: each seed has a kit of its own, which comes later. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return null;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        TestCall made = new TestCall(
                call.getExecutable(),
                call.getTarget().orElse(null),
                List.copyOf(
                        call.getArguments().stream().map(Optional::ofNullable).toList()));
        if (made.takes(ClusterKit.class) && System.getProperty(NETWORK, "").equals("artery")) {
            runOverArtery(made);
            return;
        }
        for (long seed : seeds) {
            run(seed, made);
        }
    }

    private void run(long seed, TestCall call) throws Throwable {
        try {
            if (Boolean.getBoolean(CHECK)) {
                Lockstep.run(() -> builder(seed), kit -> call.run(kit));
            } else {
                try (CometTestKit kit = builder(seed).build()) {
                    call.run(kit);
                }
            }
        } catch (SeedFailure failure) {
            KeptSeeds.ofBuild().failed(call.method(), seed);
            throw failure;
        }
        KeptSeeds.ofBuild().passed(call.method(), seed);
    }

    /** Once: real time knows no seeds. */
    private void runOverArtery(TestCall call) throws Throwable {
        try (ArteryKit kit = ArteryKit.start(test.nodes(), test.config())) {
            call.invoke(kit);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private KitBuilder builder(long seed) {
        return CometTestKit.builder()
                .seed(seed)
                .nodes(test.nodes())
                .config(test.config())
                .order(test.order())
                .taskCost(Duration.ofNanos(test.taskNanos()));
    }
}
