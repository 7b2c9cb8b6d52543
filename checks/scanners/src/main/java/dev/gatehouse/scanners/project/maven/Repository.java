package dev.gatehouse.scanners.project.maven;

import java.util.HashSet;
import java.util.List;
import java.util.Properties;
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
                .setIgnoreArtifactDescriptorRepositories(true)
                .setSystemProperties(systemProperties())
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

    /** The repositories that a model names, without those that are reached in the clear. */
    static List<RemoteRepository> remotes(Model model) {
        return model.getRepositories().stream()
                .filter(repository ->
                        repository.getUrl() != null && !repository.getUrl().regionMatches(true, 0, "http:", 0, 5))
                .map(ArtifactDescriptorUtils::toRemoteRepository)
                .toList();
    }

    static Properties systemProperties() {
        var properties = new Properties();
        System.getProperties().forEach(properties::put);
        System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
        return properties;
    }

    @Override
    public void close() {
        session.close();
        system.shutdown();
    }
}
