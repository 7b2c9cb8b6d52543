package dev.gatehouse.cli.link;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.github.place.PlaceFinder;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which repository, commit, reference and pull request is meant; whatever is not said is found out. */
public final class GitHubOptions {
    @Option(
            names = "--api",
            paramLabel = "URL",
            description =
                    "The REST API, such as https://HOST/api/v3 (default: GATEHOUSE_GITHUB_API, else GITHUB_API_URL,"
                            + " else by the git remote).")
    private @Nullable String api;

    @Option(names = "--repository", paramLabel = "OWNER/NAME", description = "The repository.")
    private @Nullable String repository;

    @Option(names = "--commit", paramLabel = "SHA", description = "The commit that was pushed, 40 digits.")
    private @Nullable String commit;

    @Option(names = "--ref", paramLabel = "REF", description = "The reference, such as refs/heads/main.")
    private @Nullable String ref;

    @Option(names = "--pull-request", paramLabel = "NUMBER", description = "The pull request.")
    private int pull;

    public PlaceFinder.Asked asked() {
        if (pull < 0) {
            throw new BadInput("--pull-request must be the number of a pull request");
        }
        var address = Optional.ofNullable(api)
                .or(() -> Optional.ofNullable(System.getenv("GATEHOUSE_GITHUB_API")))
                .filter(text -> !text.isBlank());
        address.ifPresent(GitHubOptions::check);
        return new PlaceFinder.Asked(address.orElse(null), repository, commit, ref, pull);
    }

    /** Credentials go there, so they must not go in the open, but for a server on this machine. */
    private static void check(String address) {
        try {
            var uri = new URI(address);
            boolean isHere = "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
            if (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || isHere)) {
                return;
            }
        } catch (java.net.URISyntaxException e) {
            throw wrong(address, e);
        }
        throw wrong(address, null);
    }

    private static BadInput wrong(String address, @Nullable Throwable cause) {
        var sentence = "'%s' is no address of an API: write it as https://api.github.com or https://HOST/api/v3"
                .formatted(VisibleText.word(address));
        return cause == null ? new BadInput(sentence) : new BadInput(sentence, cause);
    }
}
