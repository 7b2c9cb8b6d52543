package dev.gatehouse.policy.version;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as a client app shows it: a semantic version, or one of the shapes {@code 4.2}, {@code 4.2.0.1187} and
 * {@code 4.2.0 (1187)}. Shapes that mean the same are the same value: {@code 4.2} is {@code 4.2.0}, and a fourth
 * number is the build number that other shops put in parentheses.
 *
 * @param buildNumber of the app store, 0 when none is given; it decides between equal semantic versions
 */
public record ClientVersion(SemVer version, BigInteger buildNumber) implements Comparable<ClientVersion> {
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Pattern SHORT = Pattern.compile(NUMBER + "\\." + NUMBER);
    private static final Pattern FOUR = Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+)\\." + NUMBER);
    private static final Pattern PARENTHESES = Pattern.compile("([^ ]+) \\(" + NUMBER + "\\)");
    private static final Comparator<ClientVersion> ORDER = Comparator.comparing(
                    ClientVersion::version, SemVer.PRECEDENCE)
            .thenComparing(ClientVersion::buildNumber)
            .thenComparing(ClientVersion::version);

    /** Reads a version; throws {@link BadInput} with the shapes that are known. */
    public static ClientVersion parse(String text) {
        return find(text)
                .orElseThrow(() -> new BadInput(
                        "'%s' is no client version: write it as 4.3.0, 4.3, 4.3.0.1187, 4.3.0 (1187) or 4.3.0-rc.1"
                                .formatted(VisibleText.word(text))));
    }

    public static ClientVersion of(SemVer version) {
        return new ClientVersion(version, BigInteger.ZERO);
    }

    /** As {@link #parse}; empty for a text that is no client version. */
    public static Optional<ClientVersion> find(String text) {
        if (text.length() > SemVer.MAX_LENGTH) {
            return Optional.empty();
        }
        return plain(text)
                .map(ClientVersion::of)
                .or(() -> withBuild(PARENTHESES.matcher(text)))
                .or(() -> withBuild(FOUR.matcher(text)));
    }

    /** Whether both are one version to a user: build metadata aside, there is no telling them apart. */
    public boolean isSameAs(ClientVersion other) {
        return SemVer.PRECEDENCE.compare(version, other.version) == 0 && buildNumber.equals(other.buildNumber);
    }

    @Override
    public int compareTo(ClientVersion other) {
        return ORDER.compare(this, other);
    }

    /** The one way it is written in the ledger and in documents; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return buildNumber.signum() == 0 ? version.toString() : version + " (" + buildNumber + ")";
    }

    private static Optional<SemVer> plain(String text) {
        return SemVer.find(text).or(() -> SHORT.matcher(text).matches() ? SemVer.find(text + ".0") : Optional.empty());
    }

    private static Optional<ClientVersion> withBuild(Matcher shape) {
        if (!shape.matches()) {
            return Optional.empty();
        }
        return plain(shape.group(1)).map(version -> new ClientVersion(version, new BigInteger(shape.group(2))));
    }
}
