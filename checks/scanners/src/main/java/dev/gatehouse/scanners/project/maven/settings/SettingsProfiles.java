package dev.gatehouse.scanners.project.maven.settings;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationFile;
import org.apache.maven.model.ActivationOS;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryPolicy;
import org.jspecify.annotations.Nullable;

/** The profiles of settings as those of a pom: what they may have is a subset, with types of the same names. */
public final class SettingsProfiles {
    private SettingsProfiles() {}

    public static List<Profile> of(MavenSettings settings) {
        return settings.settings().getProfiles().stream()
                .map(SettingsProfiles::profile)
                .toList();
    }

    /** Profiles that the settings or the call switch on. */
    public static List<String> active(MavenSettings settings) {
        return Stream.concat(
                        settings.settings().getActiveProfiles().stream(),
                        settings.call().profiles().stream().filter(name -> !isOff(name)))
                .map(name -> name.startsWith("+") ? name.substring(1) : name)
                .distinct()
                .toList();
    }

    /** Profiles that the call switches off. */
    public static List<String> inactive(MavenSettings settings) {
        return settings.call().profiles().stream()
                .filter(SettingsProfiles::isOff)
                .map(name -> name.substring(1))
                .toList();
    }

    private static boolean isOff(String name) {
        return name.startsWith("!") || name.startsWith("-");
    }

    private static Profile profile(org.apache.maven.settings.Profile given) {
        var profile = new Profile();
        profile.setId(given.getId());
        profile.setSource("settings.xml");
        profile.setProperties(given.getProperties());
        given.getRepositories().forEach(repository -> profile.addRepository(repository(repository)));
        if (given.getActivation() != null) {
            profile.setActivation(activation(given.getActivation()));
        }
        return profile;
    }

    private static Activation activation(org.apache.maven.settings.Activation given) {
        var activation = new Activation();
        activation.setActiveByDefault(given.isActiveByDefault());
        activation.setJdk(given.getJdk());
        if (given.getProperty() != null) {
            var property = new ActivationProperty();
            property.setName(given.getProperty().getName());
            property.setValue(given.getProperty().getValue());
            activation.setProperty(property);
        }
        if (given.getOs() != null) {
            var os = new ActivationOS();
            os.setName(given.getOs().getName());
            os.setFamily(given.getOs().getFamily());
            os.setArch(given.getOs().getArch());
            os.setVersion(given.getOs().getVersion());
            activation.setOs(os);
        }
        if (given.getFile() != null) {
            var file = new ActivationFile();
            file.setExists(given.getFile().getExists());
            file.setMissing(given.getFile().getMissing());
            activation.setFile(file);
        }
        return activation;
    }

    private static Repository repository(org.apache.maven.settings.Repository given) {
        var repository = new Repository();
        repository.setId(given.getId());
        repository.setName(given.getName());
        repository.setUrl(given.getUrl());
        repository.setLayout(given.getLayout());
        repository.setReleases(policy(given.getReleases()));
        repository.setSnapshots(policy(given.getSnapshots()));
        return repository;
    }

    private static @Nullable RepositoryPolicy policy(org.apache.maven.settings.@Nullable RepositoryPolicy given) {
        if (given == null) {
            return null;
        }
        var policy = new RepositoryPolicy();
        policy.setEnabled(given.isEnabled());
        policy.setUpdatePolicy(given.getUpdatePolicy());
        policy.setChecksumPolicy(given.getChecksumPolicy());
        return policy;
    }
}
