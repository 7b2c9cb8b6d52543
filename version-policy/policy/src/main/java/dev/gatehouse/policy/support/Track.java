package dev.gatehouse.policy.support;

import dev.gatehouse.findings.BadInput;

/** One line of client versions: an app on a platform in a channel. The names are safe as parts of a file's path. */
public record Track(String app, String platform, String channel) {
    private static final int MAX_LENGTH = 64;

    public Track {
        name("app", app);
        name("platform", platform);
        name("channel", channel);
    }

    /** Refuses a name that has other than small letters, digits, dot, underscore and hyphen. */
    public static String name(String what, String name) {
        if (!isName(name)) {
            throw new BadInput(
                    "a name of %s must be of small letters, digits, '.', '_' and '-', such as shop-2".formatted(what));
        }
        return name;
    }

    /** A loop and no stream: a ledger names tracks a million times. */
    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || !isAlphanumeric(name.charAt(0)) || name.contains("..")) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return app + "/" + platform + "/" + channel;
    }
}
