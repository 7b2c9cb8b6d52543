package dev.gatehouse.scanners.project.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;

/** Finds parents and imported bills of materials: in the build itself, then in the repositories. */
final class RepositoryModels implements ModelResolver {
    private final Repository repository;
    private final RawPoms own;
    private final PomFiles files;
    private final List<RemoteRepository> remotes;

    RepositoryModels(Repository repository, RawPoms own, PomFiles files, List<RemoteRepository> remotes) {
        this.repository = repository;
        this.own = own;
        this.files = files;
        this.remotes = new ArrayList<>(remotes);
    }

    @Override
    public PomSource resolveModel(String group, String artifact, String version) throws UnresolvableModelException {
        var ours = own.find(group, artifact);
        if (ours.isPresent()) {
            return new PomSource(ours.get(), files);
        }
        try {
            var request = new ArtifactRequest(
                    new DefaultArtifact(group, artifact, "pom", version), repository.effective(remotes), null);
            var pom = repository
                    .system()
                    .resolveArtifact(repository.session(), request)
                    .getArtifact()
                    .getPath();
            return new PomSource(pom, files);
        } catch (RepositoryException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
        }
    }

    @Override
    public PomSource resolveModel(Parent parent) throws UnresolvableModelException {
        parent.setVersion(version(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()));
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public PomSource resolveModel(Dependency bom) throws UnresolvableModelException {
        bom.setVersion(version(bom.getGroupId(), bom.getArtifactId(), bom.getVersion()));
        return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
    }

    private String version(String group, String artifact, String range) throws UnresolvableModelException {
        if (!range.startsWith("[") && !range.startsWith("(")) {
            return range;
        }
        try {
            var request = new VersionRangeRequest(
                    new DefaultArtifact(group, artifact, "pom", range), repository.effective(remotes), null);
            var highest = repository
                    .system()
                    .resolveVersionRange(repository.session(), request)
                    .getHighestVersion();
            if (highest == null) {
                throw new UnresolvableModelException("no version is in the range " + range, group, artifact, range);
            }
            return highest.toString();
        } catch (RepositoryException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, range, e);
        }
    }

    @Override
    public void addRepository(org.apache.maven.model.Repository added) {
        addRepository(added, false);
    }

    @Override
    public void addRepository(org.apache.maven.model.Repository added, boolean replace) {
        if (added.getUrl() == null) {
            return;
        }
        var known = remotes.stream().anyMatch(remote -> remote.getId().equals(added.getId()));
        if (known && !replace) {
            return;
        }
        remotes.removeIf(remote -> remote.getId().equals(added.getId()));
        remotes.add(ArtifactDescriptorUtils.toRemoteRepository(added));
    }

    @Override
    public ModelResolver newCopy() {
        return new RepositoryModels(repository, own, files, remotes);
    }
}
