package dev.gatehouse.findings.report.json;

import dev.gatehouse.findings.model.Finding;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a record read from JSON should have and has not; Jackson leaves such components null. */
final class Completeness {
    private Completeness() {}

    /** The path of the first missing value, such as {@code findings[3].title}. */
    static Optional<String> check(Record root) {
        return missing(root, "");
    }

    private static Optional<String> missing(Object value, String path) {
        if (value instanceof Finding finding) {
            return missingComponent(finding.shape(), path);
        }
        if (value instanceof Record item) {
            return missingComponent(item, path);
        }
        if (value instanceof Collection<?> items) {
            int index = 0;
            for (var item : items) {
                var gap = missing(item, path + "[" + index++ + "]");
                if (gap.isPresent()) {
                    return gap;
                }
            }
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> entry.getValue() == null
                            ? Optional.of(path + "." + entry.getKey()).stream()
                            : missing(entry.getValue(), path + "." + entry.getKey()).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Optional<String> missingComponent(Record item, String path) {
        for (var component : item.getClass().getRecordComponents()) {
            var its = path.isEmpty() ? component.getName() : path + "." + component.getName();
            var value = value(component, item);
            if (value == null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    return Optional.of(its);
                }
                continue;
            }
            var gap = missing(value, its);
            if (gap.isPresent()) {
                return gap;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object value(RecordComponent component, Record item) {
        try {
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of a report are public", e);
        }
    }
}
