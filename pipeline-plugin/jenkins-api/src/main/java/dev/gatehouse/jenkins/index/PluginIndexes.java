package dev.gatehouse.jenkins.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.StandardLocation;

/** The annotation processor that writes the indexes. */
@SupportedAnnotationTypes("*")
public final class PluginIndexes extends AbstractProcessor {
    private static final String SYMBOL = "org.jenkinsci.Symbol";
    private static final String BEAN = "org.kohsuke.stapler.export.ExportedBean";
    private static final String CONSTRUCTOR = "org.kohsuke.stapler.DataBoundConstructor";
    private static final String INJECTED = "org.kohsuke.stapler.InjectedParameter";

    private final Map<String, Set<String>> indexes = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.forEach(annotation -> {
            var found = round.getElementsAnnotatedWith(annotation);
            switch (annotation.getQualifiedName().toString()) {
                case SYMBOL -> index("META-INF/services/annotations/" + SYMBOL, found);
                case BEAN -> {
                    index("META-INF/services/annotations/" + BEAN, found);
                    index("META-INF/exposed.stapler-beans", found);
                }
                case CONSTRUCTOR -> found.forEach(this::constructor);
                default -> {
                    if (isInjected(annotation)) {
                        found.forEach(this::webMethod);
                    }
                }
            }
        });
        if (round.processingOver()) {
            indexes.forEach((file, names) -> write(file, String.join("\n", names) + "\n"));
        }
        return false;
    }

    private void index(String file, Set<? extends Element> types) {
        types.forEach(
                type -> indexes.computeIfAbsent(file, unused -> new TreeSet<>()).add(binaryName((TypeElement) type)));
    }

    private void constructor(Element constructor) {
        var type = (TypeElement) constructor.getEnclosingElement();
        write(
                binaryName(type).replace('.', '/').replace('$', '/') + ".stapler",
                "constructor=" + names((ExecutableElement) constructor) + "\n");
    }

    /** A web method's file lies in the folder of its type. */
    private void webMethod(Element parameter) {
        if (parameter.getKind() == ElementKind.PARAMETER
                && parameter.getEnclosingElement() instanceof ExecutableElement method
                && method.getParameters().get(firstInjected(method)).equals(parameter)) {
            var type = (TypeElement) method.getEnclosingElement();
            write(
                    binaryName(type).replace('.', '/').replace('$', '/') + "/" + method.getSimpleName() + ".stapler",
                    names(method));
        }
    }

    private static int firstInjected(ExecutableElement method) {
        var parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).getAnnotationMirrors().stream()
                    .anyMatch(mirror ->
                            isInjected((TypeElement) mirror.getAnnotationType().asElement()))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isInjected(TypeElement annotation) {
        return annotation.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(INJECTED));
    }

    private static String names(ExecutableElement method) {
        return method.getParameters().stream()
                .map(VariableElement::getSimpleName)
                .collect(Collectors.joining(","));
    }

    private String binaryName(TypeElement type) {
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }

    private void write(String file, String text) {
        try (var out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", file)
                .openWriter()) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
