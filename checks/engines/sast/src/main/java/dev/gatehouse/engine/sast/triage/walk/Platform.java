package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.ClassName;
import dev.gatehouse.engine.sast.triage.value.Value.ResourceName;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Classes found by name, and files that a program packs beside its classes, by name and as streams. */
final class Platform {
    /** Whatever reads from a stream reads the same as the stream. */
    private static final Set<String> WRAPPERS = Set.of(
            "java/io/InputStreamReader",
            "java/io/BufferedReader",
            "java/io/BufferedInputStream",
            "org/xml/sax/InputSource",
            "org/springframework/core/io/UrlResource");

    /** Properties in which the Java machine tells of itself, its system and the folder that it was started in. */
    private static final Pattern MACHINE =
            Pattern.compile("(?:java|os|file|path|line|sun|jdk)\\..*|user\\.(?:dir|language|country|timezone)");

    private final Resources resources;

    Platform(Resources resources) {
        this.resources = resources;
    }

    /** The file that a new object reads; none when it is no such reader. */
    static Optional<ResourceName> read(Invocation constructor) {
        if (constructor.arguments().isEmpty()) {
            return Optional.empty();
        }
        var from = constructor.argument(0).constant();
        if (constructor.call().owner.equals("org/springframework/core/io/ClassPathResource")) {
            return from instanceof String name && constructor.arguments().size() == 1
                    ? Optional.of(new ResourceName(name.startsWith("/") ? name.substring(1) : name))
                    : Optional.empty();
        }
        return WRAPPERS.contains(constructor.call().owner) && from instanceof ResourceName file
                ? Optional.of(file)
                : Optional.empty();
    }

    @Nullable
    Answer answer(Invocation call) {
        return switch (call.owner() + '.' + call.name()) {
            case "java/lang/Class.forName", "java/lang/ClassLoader.loadClass" -> named(call);
            case "java/lang/Class.getConstructor", "java/lang/Class.getDeclaredConstructor" -> same(call);
            case "java/lang/Class.getResourceAsStream",
                    "java/lang/ClassLoader.getResourceAsStream",
                    "java/lang/Class.getResource",
                    "java/lang/ClassLoader.getResource" -> resource(call);
            case "java/net/URL.openStream",
                    "org/springframework/core/io/ClassPathResource.getInputStream",
                    "org/springframework/core/io/Resource.getInputStream",
                    "org/springframework/core/io/InputStreamSource.getInputStream" ->
                call.receiver().constant() instanceof ResourceName ? Answer.of(call.receiver()) : null;
            case "java/lang/System.getProperty" -> property(call);
            case "java/util/ResourceBundle.getBundle" -> bundle(call);
            case "java/util/ResourceBundle.getString" -> text(call);
            default -> null;
        };
    }

    /** The environment and all other properties are given by whoever starts the program, and some by what they are called. */
    private static @Nullable Answer property(Invocation call) {
        boolean ofMachine = call.argument(0).constant() instanceof String name
                && MACHINE.matcher(name).matches()
                && call.arguments().size() == 1;
        return ofMachine ? Answer.of(Value.SAFE.numbered(call.number())) : null;
    }

    private static @Nullable Answer named(Invocation call) {
        int at = call.isStatic() ? 0 : 1;
        return call.values().get(at).constant() instanceof String name
                ? Answer.of(Value.constant(new ClassName(name.replace('.', '/'))))
                : null;
    }

    private static @Nullable Answer same(Invocation call) {
        return call.receiver().constant() instanceof ClassName && isWithoutArguments(call)
                ? Answer.of(call.receiver())
                : null;
    }

    private static boolean isWithoutArguments(Invocation call) {
        var types = call.heap().of(call.argument(0));
        return types.isPresent()
                && types.get().items() != null
                && types.get().items().isEmpty();
    }

    private static @Nullable Answer resource(Invocation call) {
        if (!(call.argument(0).constant() instanceof String name)) {
            return null;
        }
        if (!call.owner().equals("java/lang/Class")) {
            return Answer.of(Value.constant(new ResourceName(name)));
        }
        if (name.startsWith("/")) {
            return Answer.of(Value.constant(new ResourceName(name.substring(1))));
        }
        return call.receiver().constant() instanceof ClassName type
                ? Answer.of(Value.constant(new ResourceName(
                        type.name().substring(0, type.name().lastIndexOf('/') + 1) + name)))
                : null;
    }

    private @Nullable Answer bundle(Invocation call) {
        boolean byNameOnly = call.arguments().size() == 1;
        return byNameOnly && call.argument(0).constant() instanceof String name
                ? Answer.of(Value.constant(new ResourceName(name.replace('.', '/') + ".properties")))
                : null;
    }

    private @Nullable Answer text(Invocation call) {
        if (!(call.receiver().constant() instanceof ResourceName file)) {
            return null;
        }
        var read = resources.texts(file.name());
        if (read.isEmpty()
                || !(call.argument(0).constant() instanceof String key)
                || !read.get().containsKey(key)) {
            return read.isEmpty() ? null : Answer.of(Value.SAFE);
        }
        return Answer.of(Value.constant(read.get().get(key)));
    }
}
