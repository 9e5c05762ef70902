package org.cometkv.testkit.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@link CometTest} of a test method: its own, or that of an annotation of the user's on it. */
final class Settings {

    private Settings() {}

    static Optional<CometTest> of(AnnotatedElement element) {
        CometTest own = element.getAnnotation(CometTest.class);
        if (own != null) {
            return Optional.of(own);
        }
        Stream<Annotation> annotations = Arrays.stream(element.getAnnotations());
        return annotations
                .map(annotation -> annotation.annotationType().getAnnotation(CometTest.class))
                .filter(found -> found != null)
                .findFirst();
    }
}
