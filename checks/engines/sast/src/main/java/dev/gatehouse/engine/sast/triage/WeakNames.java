package dev.gatehouse.engine.sast.triage;

import dev.gatehouse.engine.sast.triage.value.Value.Setting;
import dev.gatehouse.engine.sast.triage.walk.ClassBytes;
import dev.gatehouse.engine.sast.triage.walk.Walked;
import dev.gatehouse.engine.sast.triage.walk.Walker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodInsnNode;

/** Names of weak algorithms that reach the Java cryptography from elsewhere than the call itself. */
public final class WeakNames {
    private static final String DIGEST = "java/security/MessageDigest";
    private static final String CIPHER = "javax/crypto/";

    private WeakNames() {}

    /**
     * One such call.
     *
     * @param rule of the detector that reports the same with the name in place
     * @param type internal name of the class
     * @param method name and descriptor
     * @param algorithm as it was named
     */
    public record Named(
            String rule,
            String type,
            String method,
            @Nullable String file,
            int line,
            String algorithm) {}

    static List<Named> in(Walker walker, BiFunction<String, String, Optional<Walked>> walk) {
        var found = new ArrayList<Named>();
        for (var caller : walker.callers(WeakNames::takesName, WeakNames::mayTakeName)) {
            var type = caller.substring(0, caller.indexOf(' '));
            var method = caller.substring(caller.indexOf(' ') + 1);
            walk.apply(type, method).ifPresent(walked -> {
                addFrom(walked, type, method, found);
            });
        }
        return found;
    }

    private static void addFrom(Walked walked, String type, String method, List<Named> found) {
        for (var call : walked.calls(WeakNames::takesName)) {
            var algorithm = call.reached() ? text(call.arguments().get(0).constant()) : null;
            if (algorithm != null) {
                rule(algorithm)
                        .ifPresent(rule ->
                                found.add(new Named(rule, type, method, walked.file(), call.line(), algorithm)));
            }
        }
    }

    private static @Nullable String text(@Nullable Object constant) {
        return constant instanceof String text ? text : constant instanceof Setting setting ? setting.text() : null;
    }

    /** NIST SP 800-131A: MD2, MD4, MD5 and SHA-1 for digests; DES and triple DES for ciphers. */
    private static Optional<String> rule(String algorithm) {
        var name = algorithm.toUpperCase(Locale.ROOT);
        var first = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        return switch (first) {
            case "MD2", "MD4", "MD5" -> Optional.of("WEAK_MESSAGE_DIGEST_MD5");
            case "SHA", "SHA1", "SHA-1" -> Optional.of("WEAK_MESSAGE_DIGEST_SHA1");
            case "DES" -> Optional.of("DES_USAGE");
            case "DESEDE", "TRIPLEDES" -> Optional.of("TDES_USAGE");
            default -> Optional.empty();
        };
    }

    private static boolean takesName(MethodInsnNode call) {
        return call.name.equals("getInstance")
                && call.desc.startsWith("(Ljava/lang/String;")
                && (call.owner.equals("java/security/MessageDigest")
                        || call.owner.equals("javax/crypto/Cipher")
                        || call.owner.equals("javax/crypto/KeyGenerator"));
    }

    /** Whether the class file speaks of the cryptography at all, told without reading its structure. */
    private static boolean mayTakeName(byte[] bytes) {
        return ClassBytes.mention(bytes, DIGEST) || ClassBytes.mention(bytes, CIPHER);
    }
}
