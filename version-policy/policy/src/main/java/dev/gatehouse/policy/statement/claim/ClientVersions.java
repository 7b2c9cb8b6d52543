package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.document.ClientVersionPolicy;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import dev.gatehouse.policy.support.PublishedVersion;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That no more than so many versions of a client may run. A version whose grace has not ended counts: it is still on
 * people's devices.
 *
 * @param adoption least share of the questions, in percent, that come from supported versions; 0 to leave that out
 */
public record ClientVersions(Track track, int most, int adoption) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var last = Tracks.last(evidence, track);
        var window = evidence.ledger().releases().window(track);
        var now = evidence.now();
        var running = window.published().stream()
                .map(PublishedVersion::version)
                .filter(version -> window.blocked().stream().noneMatch(version::isSameAs))
                .filter(version -> window.minimum(now)
                        .filter(least -> version.compareTo(least) < 0)
                        .isEmpty())
                .sorted(Comparator.reverseOrder())
                .toList();
        var shares = adoption == 0 ? null : Shares.read(evidence, track, window.supported());
        var sentence = "%d version%s may run, at most %d are promised; %d supported, the newest is %s.%s"
                .formatted(
                        running.size(),
                        running.size() == 1 ? "" : "s",
                        most,
                        window.supported().size(),
                        last.publication().version(),
                        shares == null ? "" : " " + shares.sentence());
        boolean holds = running.size() <= most && (shares == null || shares.percent() >= adoption);
        var document = document(evidence, window);
        return Answer.of(
                        holds && document == null,
                        document == null ? sentence : sentence + " " + document,
                        evidence.ledgerProof())
                .since(last.publication().time())
                .with(new Grid(
                        List.of("Version", "May run", "Share of clients"),
                        running.stream()
                                .map(version -> new Grid.Row(
                                        null,
                                        List.of(
                                                version.toString(),
                                                until(window, version),
                                                shares == null ? "not counted" : shares.of(version))))
                                .toList()));
    }

    private static String until(SupportWindow window, ClientVersion version) {
        if (window.supported().contains(version)) {
            return "supported";
        }
        return window.endings().stream()
                .filter(ending -> ending.version().isSameAs(version))
                .map(ending -> "until " + Evidence.day(ending.supportedUntil()))
                .findFirst()
                .orElse("until the minimum moves");
    }

    /** What is wrong with the signed document that clients are told; null when it says what the ledger does, or none is given. */
    private @Nullable String document(Evidence evidence, SupportWindow window) {
        var folder = evidence.sources().documents();
        if (folder == null) {
            return null;
        }
        var file = folder.resolve(ClientVersionPolicy.path(track));
        try {
            var said = new ArrayList<String>();
            new DocumentCheck(evidence.verifier())
                    .check(Files.readAllBytes(file), evidence.now())
                    .path("supported")
                    .forEach(version -> said.add(version.asText()));
            var supported =
                    window.supported().stream().map(ClientVersion::toString).toList();
            return said.equals(supported) ? null : "Clients are told that %s are supported.".formatted(said);
        } catch (NotTrusted e) {
            return "The document that clients are told is not to be believed: %s.".formatted(e.getMessage());
        } catch (IOException e) {
            throw new NoEvidence("The document of %s cannot be read.".formatted(track), e);
        }
    }
}
