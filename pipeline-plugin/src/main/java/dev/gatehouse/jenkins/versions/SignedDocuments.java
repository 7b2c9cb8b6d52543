package dev.gatehouse.jenkins.versions;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.config.CredentialLookup;
import dev.gatehouse.jenkins.config.GatehouseConfiguration;
import dev.gatehouse.jenkins.release.ControllerLedger;
import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.keys.KeyRing;
import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What this controller serves: its ledger's tracks, signed with keys in its home, {@code gatehouse/keys.p12}. */
@Extension
public final class SignedDocuments implements ExtensionPoint {
    private @Nullable AppPages pages;

    static SignedDocuments get() {
        return ExtensionList.lookupSingleton(SignedDocuments.class);
    }

    /** One in a process, made when somebody first asks. */
    synchronized AppPages pages() {
        if (pages == null) {
            var clock = Clock.systemUTC();
            var tracks = new SignedTracks(
                    ControllerLedger.store(),
                    ControllerLedger.policies(),
                    ControllerLedger::support,
                    SignedDocuments::keys,
                    clock);
            pages = new AppPages(tracks, clock);
        }
        return pages;
    }

    /** @throws BadInput when there is no passphrase, or another one than that of the file */
    private static KeyRing keys() {
        var id = GatehouseConfiguration.get().getSigningCredentialsId();
        if (id.isEmpty()) {
            throw new BadInput("the signing keys have no passphrase: choose its credentials under Manage Jenkins");
        }
        var file = Jenkins.get().getRootDir().toPath().resolve("gatehouse").resolve("keys.p12");
        var ring = new KeyRing(file, passphrase(id).toCharArray(), Clock.systemUTC(), new SecureRandom());
        if (!Files.exists(file)) {
            ring.generate();
        }
        return ring;
    }

    private static String passphrase(String id) {
        try {
            return CredentialLookup.ofJenkins().secret(id, "the signing keys").strip();
        } catch (AbortException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }
}
