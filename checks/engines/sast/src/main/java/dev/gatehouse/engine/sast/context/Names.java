package dev.gatehouse.engine.sast.context;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Names with those of the project's own types taken away, for a rename must not change a digest. */
record Names(Predicate<String> own) {
    private static final String OWN = "Lown;";

    boolean isOwn(String internalName) {
        var element =
                internalName.startsWith("[") ? Type.getObjectType(internalName).getElementType() : null;
        return element == null
                ? own.test(internalName)
                : element.getSort() == Type.OBJECT && own.test(element.getInternalName());
    }

    String type(String internalName) {
        return isOwn(internalName) ? OWN : internalName;
    }

    String descriptor(String descriptor) {
        var type = Type.getType(descriptor);
        return switch (type.getSort()) {
            case Type.METHOD ->
                Arrays.stream(type.getArgumentTypes())
                                .map(argument -> descriptor(argument.getDescriptor()))
                                .collect(Collectors.joining("", "(", ")"))
                        + descriptor(type.getReturnType().getDescriptor());
            case Type.ARRAY ->
                "[".repeat(type.getDimensions())
                        + descriptor(type.getElementType().getDescriptor());
            case Type.OBJECT -> isOwn(type.getInternalName()) ? OWN : descriptor;
            default -> descriptor;
        };
    }

    /** A member of a type: of the project's own types only what it takes and gives. */
    String member(String owner, String name, String descriptor) {
        var place = isOwn(owner) && !name.equals("<init>") ? "own" : type(owner) + "." + name;
        return place + descriptor(descriptor);
    }
}
