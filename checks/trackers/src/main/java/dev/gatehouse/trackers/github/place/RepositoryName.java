package dev.gatehouse.trackers.github.place;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.util.regex.Pattern;

/** A repository on GitHub. */
public record RepositoryName(String owner, String name) {
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-_]{0,98}[A-Za-z0-9])?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public RepositoryName {
        if (!OWNER.matcher(owner).matches() || !NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new BadInput("'%s/%s' is no repository: write it as OWNER/NAME"
                    .formatted(VisibleText.brief(owner), VisibleText.brief(name)));
        }
    }

    /** Reads {@code OWNER/NAME}. */
    public static RepositoryName parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new BadInput("'%s' is no repository: write it as OWNER/NAME".formatted(VisibleText.brief(text)));
        }
        return new RepositoryName(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
