package dev.gatehouse.scanners.project.maven;

import dev.gatehouse.scanners.project.maven.settings.MavenSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** A Maven Resolver session over one local repository. */
final class Repository implements AutoCloseable {
    /** Takes files of the local repository no matter from which remote one they came: a mirror may have another name. */
    private static final String SIMPLE = "simple";

    private final RepositorySystem system = new RepositorySystemSupplier().get();
    private final RepositorySystemSession.CloseableSession session;
    private final Set<String> withoutPom = new HashSet<>();

    Repository(MavenSettings settings, boolean offline, WorkspaceReader workspace) {
        session = new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositories(new LocalRepository(settings.localRepository(), SIMPLE))
                .setWorkspaceReader(workspace)
                .setOffline(offline)
                .setMirrorSelector(Remotes.mirrors(settings.settings()))
                .setAuthenticationSelector(Remotes.credentials(settings.settings()))
                .setProxySelector(Remotes.proxies(settings.settings()))
                .setIgnoreArtifactDescriptorRepositories(true)
                .setSystemProperties(MavenSettings.systemProperties())
                .setUserProperties(settings.call().userProperties())
                .setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, "standard")
                .setConfigProperty("aether.transport.http.connectTimeout", 10_000)
                .setConfigProperty("aether.transport.http.requestTimeout", 30_000)
                .setRepositoryListener(new AbstractRepositoryListener() {
                    @Override
                    public void artifactDescriptorMissing(RepositoryEvent event) {
                        withoutPom.add(event.getArtifact().toString());
                    }
                })
                .build();
    }

    RepositorySystem system() {
        return system;
    }

    RepositorySystemSession session() {
        return session;
    }

    /** Artifacts whose pom was asked for and not found. */
    Set<String> withoutPom() {
        return withoutPom;
    }

    /** The repositories to ask for those that a model names. */
    List<RemoteRepository> remotes(Model model) {
        return effective(model.getRepositories().stream()
                .filter(repository -> repository.getUrl() != null)
                .map(ArtifactDescriptorUtils::toRemoteRepository)
                .toList());
    }

    List<RemoteRepository> effective(List<RemoteRepository> named) {
        return Remotes.effective(system, session, named);
    }

    @Override
    public void close() {
        session.close();
        system.shutdown();
    }
}
