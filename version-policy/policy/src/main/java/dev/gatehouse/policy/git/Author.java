package dev.gatehouse.policy.git;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;

/** Who wrote a commit, as git records it: nothing here is proven. */
public record Author(String name, String email) {
    private static final Pattern TRAILER = Pattern.compile("\\s*+([^<>]*+)<([^<>]*+)>\\s*+");

    static Author of(PersonIdent person) {
        return new Author(person.getName(), person.getEmailAddress());
    }

    /** The person of a {@code Co-authored-by: Name <address>} line. */
    static Optional<Author> ofTrailer(String value) {
        var match = TRAILER.matcher(value);
        return match.matches()
                ? Optional.of(new Author(match.group(1).strip(), match.group(2).strip()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s <%s>".formatted(name, email);
    }
}
