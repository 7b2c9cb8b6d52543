package dev.gatehouse.policy.support;

import dev.gatehouse.findings.BadInput;
import java.util.regex.Pattern;

/** One line of client versions: an app on a platform in a channel. The names are safe as parts of a file's path. */
public record Track(String app, String platform, String channel) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public Track {
        name("app", app);
        name("platform", platform);
        name("channel", channel);
    }

    /** Refuses a name that has other than small letters, digits, dot, underscore and hyphen. */
    public static String name(String what, String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new BadInput(
                    "a name of %s must be of small letters, digits, '.', '_' and '-', such as shop-2".formatted(what));
        }
        return name;
    }

    @Override
    public String toString() {
        return app + "/" + platform + "/" + channel;
    }
}
