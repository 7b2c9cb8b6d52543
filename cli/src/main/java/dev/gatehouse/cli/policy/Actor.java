package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import java.util.regex.Pattern;

/**
 * Who acts: GATEHOUSE_ACTOR, else the user of the operating system. Nothing proves either; where that matters, only a
 * service that authenticates people may write the ledger.
 */
public final class Actor {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

    private Actor() {}

    public static String name() {
        var variable = System.getenv("GATEHOUSE_ACTOR");
        var name = variable == null ? System.getProperty("user.name", "") : variable;
        if (!NAME.matcher(name).matches()) {
            throw new BadInput("GATEHOUSE_ACTOR must be a name such as anna or anna@example.org");
        }
        return name;
    }
}
