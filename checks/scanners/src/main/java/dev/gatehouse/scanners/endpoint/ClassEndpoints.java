package dev.gatehouse.scanners.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What one class file says about paths: annotations of servlets, Spring and JAX-RS, and literals that look like a path and are
 * followed by a new object, a class or a method reference, which is how routes are written down in code.
 */
final class ClassEndpoints extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final Set<String> ANNOTATIONS = Set.of(
            "Ljavax/servlet/annotation/WebServlet;",
            "Ljakarta/servlet/annotation/WebServlet;",
            "Ljavax/ws/rs/Path;",
            "Ljakarta/ws/rs/Path;");
    private static final String SPRING = "Lorg/springframework/web/bind/annotation/";
    private static final Pattern PATH = Pattern.compile("/?[\\w{}:.*-]+(/[\\w{}:.*-]+)+/?|/[\\w{}:.*-]+");

    private final List<String> ownPaths = new ArrayList<>();
    private final List<String> methodPaths = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Set<String> uses = new HashSet<>();
    private String name = "";

    ClassEndpoints() {
        super(API);
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = binary(className);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return paths(type, ownPaths);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Routes();
    }

    @Override
    public void visitEnd() {
        var prefixes = ownPaths.isEmpty() ? List.of("") : ownPaths;
        for (var prefix : prefixes) {
            if (!prefix.isEmpty()) {
                endpoints.add(new Endpoint(prefix, name, "the annotation of " + name));
            }
            methodPaths.forEach(
                    path -> endpoints.add(new Endpoint(prefix + "/" + path, name, "an annotation in " + name)));
        }
    }

    String className() {
        return name;
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Names of the classes whose methods it calls. */
    Set<String> uses() {
        return Set.copyOf(uses);
    }

    private static @Nullable AnnotationVisitor paths(String type, List<String> into) {
        boolean mapping = type.startsWith(SPRING) && type.endsWith("Mapping;");
        return mapping || ANNOTATIONS.contains(type) ? new Paths(into) : null;
    }

    private static String binary(String internalName) {
        return internalName.replace('/', '.');
    }

    /** The paths of an annotation, in {@code value}, {@code path} or {@code urlPatterns}. */
    private static final class Paths extends AnnotationVisitor {
        private static final Set<String> NAMES = Set.of("value", "path", "urlpatterns");
        private final List<String> into;

        Paths(List<String> into) {
            super(API);
            this.into = into;
        }

        @Override
        public void visit(@Nullable String field, Object value) {
            boolean wanted = field == null || NAMES.contains(field.toLowerCase(Locale.ROOT));
            if (wanted && value instanceof String path) {
                into.add(path);
            }
        }

        @Override
        public @Nullable AnnotationVisitor visitArray(String field) {
            return NAMES.contains(field.toLowerCase(Locale.ROOT)) ? new Paths(into) : null;
        }
    }

    /** Goes through a method's code and pairs each path with the next thing that can answer it. */
    private final class Routes extends MethodVisitor {
        private @Nullable String path;

        Routes() {
            super(API);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
            return paths(type, methodPaths);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text && PATH.matcher(text).matches()) {
                path = text;
            } else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                answeredBy(type.getInternalName());
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                answeredBy(type);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            for (var argument : arguments) {
                if (argument instanceof Handle handle) {
                    answeredBy(handle.getOwner());
                }
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            uses.add(binary(owner));
        }

        private void answeredBy(String internalName) {
            if (path != null) {
                endpoints.add(new Endpoint(path, binary(internalName), "'%s' in %s".formatted(path, name)));
                path = null;
            }
        }
    }
}
