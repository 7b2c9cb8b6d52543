package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.Refused;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Believes a bundle only as far as it proves itself. Signatures and digests come first; then everything is decided
 * again, from the scan's findings, the policy and the ledger that lie in the bundle, and must come out as it was signed:
 * a key holder who signs what never happened is found out too, unless he made up a whole ledger. Whatever is missing or
 * cannot be read does not hold.
 */
public final class EvidenceCheck {
    private final Verifier verifier;

    public EvidenceCheck(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Looks at everything, the first failure of signatures or contents excepted: behind that there is nothing to
     * believe.
     *
     * @param artifact a file that the bundle must be about; null to leave that out
     * @throws BadInput when the place holds no bundle
     */
    public List<Check> check(Path place, @Nullable Path artifact) {
        var checks = new ArrayList<Check>();
        try (var bundle = Bundle.open(place)) {
            var believed = Believed.of(bundle, verifier);
            checks.add(
                    Check.yes("signatures", "%d statements, each signed by a trusted key".formatted(believed.count())));
            checks.add(contents(believed.files().size(), believed.strangers(bundle)));
            if (artifact != null) {
                checks.add(artifact(believed, artifact));
            }
            meaning(believed, checks);
        } catch (NotTrusted e) {
            checks.add(Check.no("signatures", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            checks.add(Check.no("contents", String.valueOf(e.getMessage())));
        }
        return checks;
    }

    private void meaning(Believed believed, List<Check> checks) throws IOException {
        var folder = Files.createTempDirectory("gatehouse-evidence").toRealPath();
        try {
            var unpacked = Unpacked.into(folder, believed.files());
            checks.addAll(new Meaning(believed, unpacked, verifier).checks());
        } catch (BadInput | BrokenLedger | Refused | IllegalArgumentException e) {
            checks.add(Check.no("ledger", String.valueOf(e.getMessage()).replace(folder + "/", "")));
        } finally {
            delete(folder);
        }
    }

    private static Check contents(int files, List<String> strangers) {
        var sentence = "%d files with the digests that were signed".formatted(files);
        return Check.yes(
                "contents",
                strangers.isEmpty()
                        ? sentence
                        : sentence + "; not signed and ignored: " + String.join(", ", strangers));
    }

    private static Check artifact(Believed believed, Path file) {
        var sha256 = Artifact.of(file).sha256();
        return believed.subjects().stream()
                .filter(subject -> subject.sha256().equals(sha256))
                .findFirst()
                .map(subject -> Check.yes("artifact", "%s is %s, which this is about".formatted(file, subject.name())))
                .orElseGet(() -> Check.no("artifact", "this is not about %s (SHA-256 %s)".formatted(file, sha256)));
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
