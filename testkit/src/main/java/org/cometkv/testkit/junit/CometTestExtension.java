package org.cometkv.testkit.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** The extension of JUnit behind {@link CometTest}: which seeds run, and in which tests. */
final class CometTestExtension implements TestTemplateInvocationContextProvider {

    /** So many seeds are tests of their own; more would bury the others in a report. */
    static final int OWN_MAX = 20;

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), CometTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        CometTest test =
                AnnotationSupport.findAnnotation(method, CometTest.class).orElseThrow();
        List<Long> seeds = SeedPlan.seeds(test, KeptSeeds.ofBuild().of(method));
        if (seeds.size() > OWN_MAX) {
            return Stream.of(new SeedRuns(test, seeds));
        }
        return seeds.stream().map(seed -> new SeedRuns(test, List.of(seed)));
    }
}
