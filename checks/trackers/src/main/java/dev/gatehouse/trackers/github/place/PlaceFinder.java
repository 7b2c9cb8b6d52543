package dev.gatehouse.trackers.github.place;

import dev.gatehouse.findings.BadInput;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a build is about. Each fact comes from the first that has it: the options, the CI server's environment, the
 * git checkout.
 */
public final class PlaceFinder {
    private static final String DEFAULT_API = "https://api.github.com";

    private final CiServer server;
    private final Checkout checkout;

    private PlaceFinder(CiServer server, Checkout checkout) {
        this.server = server;
        this.checkout = checkout;
    }

    public static PlaceFinder of(Path project, Map<String, String> environment) {
        return new PlaceFinder(CiServer.of(environment), Checkout.of(project));
    }

    /**
     * What the user said; whatever is null or 0 is found out.
     *
     * @param api base address of the REST API
     */
    public record Asked(
            @Nullable String api,
            @Nullable String repository,
            @Nullable String commit,
            @Nullable String ref,
            int pull) {}

    public BuildPlace find(Asked asked) {
        var commit = first(asked.commit(), server.commit(), checkout.commit())
                .orElseThrow(
                        () -> new BadInput("the commit is not known: this is no git checkout, and neither GIT_COMMIT"
                                + " nor GITHUB_SHA is set; name it with --commit"));
        int pull = asked.pull() > 0 ? asked.pull() : server.pull();
        var ref = asked.pull() > 0 && asked.ref() == null
                ? Optional.of("refs/pull/" + asked.pull() + "/head")
                : first(asked.ref(), server.ref(), checkout.branch());
        return new BuildPlace(api(asked), repository(asked), commit, ref.orElse(null), pull, checkout.folder());
    }

    public RepositoryName repository(Asked asked) {
        if (asked.repository() != null) {
            return RepositoryName.parse(asked.repository());
        }
        return first(
                        null,
                        server.repository(),
                        checkout.remote() == null ? null : checkout.remote().repository())
                .orElseThrow(
                        () -> new BadInput("the repository is not known: no remote 'origin' of the checkout leads to"
                                + " one; name it with --repository OWNER/NAME"));
    }

    public String api(Asked asked) {
        var remote = checkout.remote() == null ? null : checkout.remote().api();
        return first(asked.api(), server.api(), remote).orElse(DEFAULT_API).replaceFirst("/+$", "");
    }

    /** The page of the running build, if the CI server says so. */
    public Optional<String> build() {
        return Optional.ofNullable(server.build());
    }

    private static <T> Optional<T> first(@Nullable T asked, @Nullable T server, @Nullable T checkout) {
        return Optional.ofNullable(asked).or(() -> Optional.ofNullable(server)).or(() -> Optional.ofNullable(checkout));
    }
}
