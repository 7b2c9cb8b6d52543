package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.identity.ClassName;
import dev.gatehouse.findings.identity.MethodName;
import dev.gatehouse.findings.identity.PackageName;
import dev.gatehouse.findings.model.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which two findings can be the same, closest first. Two findings are alike in one way when their keys are
 * equal; a finding without a key is alike to none.
 */
enum Likeness {
    /** The same place but for line and file: module, class, method. A library but for its version. */
    HERE {
        @Override
        @Nullable
        List<String> code(String rule, Location.Code at, ClassName type, MethodName method) {
            return List.of(rule, at.module(), at.className(), method.signature(), at.context());
        }

        @Override
        List<String> library(String rule, Location.Dependency at) {
            return List.of(rule, PackageName.of(at).text());
        }

        @Override
        List<String> request(String rule, Location.Http at) {
            var parameter = at.parameter() == null ? "" : "parameter " + at.parameter();
            return List.of(rule, at.method(), at.pathTemplate(), parameter);
        }
    },
    /** Another package or module, the same class and method. A library of another group. */
    PACKAGE_RENAMED {
        @Override
        @Nullable
        List<String> code(String rule, Location.Code at, ClassName type, MethodName method) {
            return List.of(rule, type.simpleName(), method.signature(), at.context());
        }

        @Override
        List<String> library(String rule, Location.Dependency at) {
            return List.of(rule, PackageName.of(at).artifact());
        }
    },
    /** Another method name, the same class and parameters. */
    METHOD_RENAMED {
        @Override
        @Nullable
        List<String> code(String rule, Location.Code at, ClassName type, MethodName method) {
            return at.context().isEmpty() ? null : List.of(rule, at.className(), method.parameters(), at.context());
        }
    },
    /** Another class of the same package. */
    CLASS_OF_THE_PACKAGE {
        @Override
        @Nullable
        List<String> code(String rule, Location.Code at, ClassName type, MethodName method) {
            return at.context().isEmpty() ? null : List.of(rule, type.packageName(), method.signature(), at.context());
        }
    },
    /** Any other class, the same method. */
    ANY_CLASS {
        @Override
        @Nullable
        List<String> code(String rule, Location.Code at, ClassName type, MethodName method) {
            return at.context().isEmpty() ? null : List.of(rule, method.signature(), at.context());
        }
    },
    /** The same code anywhere. */
    ANYWHERE {
        @Override
        @Nullable
        List<String> code(String rule, Location.Code at, ClassName type, MethodName method) {
            return at.context().isEmpty() ? null : List.of(rule, at.context());
        }
    };

    /** Whether two findings that are alike in this way can be in classes of different names. */
    boolean changesClass() {
        return compareTo(METHOD_RENAMED) > 0;
    }

    @Nullable
    List<String> key(Subject subject) {
        var rule = subject.finding().rule();
        var location = subject.finding().location();
        if (location instanceof Location.Code at) {
            return code(rule, at, subject.type(), subject.method());
        }
        return location instanceof Location.Dependency library
                ? library(rule, library)
                : request(rule, (Location.Http) location);
    }

    abstract @Nullable List<String> code(String rule, Location.Code at, ClassName type, MethodName method);

    @Nullable
    List<String> library(String rule, Location.Dependency at) {
        return null;
    }

    @Nullable
    List<String> request(String rule, Location.Http at) {
        return null;
    }
}
