package hudson;

import dev.gatehouse.jenkins.api.Signature;

public class EnvVars extends java.util.TreeMap<String, String> {
    public EnvVars() {
        throw Signature.only();
    }

    public EnvVars(java.util.Map<String, String> a) {
        throw Signature.only();
    }

    public static void resolve(java.util.Map<String, String> a) {
        throw Signature.only();
    }

    public String get(String a, String b) {
        throw Signature.only();
    }

    public String put(String a, String b) {
        throw Signature.only();
    }
}
