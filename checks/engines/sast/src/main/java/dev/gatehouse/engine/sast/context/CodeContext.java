package dev.gatehouse.engine.sast.context;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Digests the code around places of one class. The statement at the place counts, and the statements that set the local
 * variables which it reads; line numbers, variable slots, other statements, and the names of types and members that the
 * project itself declares do not.
 */
public final class CodeContext {
    private static final int DIGITS = 32;

    private final ClassShape shape;

    private CodeContext(ClassShape shape) {
        this.shape = shape;
    }

    /**
     * Reads a class.
     *
     * @param own whether an internal name such as {@code shop/Cart} is declared by the project
     * @throws RuntimeException of ASM's when this is no readable class file
     */
    public static CodeContext of(byte[] classFile, Predicate<String> own) {
        return new CodeContext(ClassShape.read(classFile, new Names(own)));
    }

    /** Digest for one instruction; falls back to the method's shape when the offset is not in the method. */
    public String ofInstruction(String method, String descriptor, int offset) {
        return digest(shape.method(method, descriptor)
                .flatMap(code -> code.around(offset))
                .orElseGet(() -> methodShape(method, descriptor)));
    }

    /** Digest for a finding about a whole method: its kind and descriptor, not its name and code. */
    public String ofMethod(String method, String descriptor) {
        return digest(methodShape(method, descriptor));
    }

    /** Digest for a finding about the whole class: what it extends and implements, not its name. */
    public String ofClass() {
        return digest(shape.outline());
    }

    private List<String> methodShape(String method, String descriptor) {
        return shape.methodOutline(method, descriptor);
    }

    private static String digest(List<String> words) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var word : words) {
                sha.update(word.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) '\n');
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
