package hudson;

import dev.gatehouse.jenkins.api.Signature;

public class Util {
    public Util() {
        throw Signature.only();
    }

    public static void deleteRecursive(java.io.File a) throws java.io.IOException {
        throw Signature.only();
    }

    public static String encode(String a) {
        throw Signature.only();
    }

    public static String rawEncode(String a) {
        throw Signature.only();
    }

    public static String fixNull(String a) {
        throw Signature.only();
    }

    public static <T> T fixNull(T a, T b) {
        throw Signature.only();
    }
}
