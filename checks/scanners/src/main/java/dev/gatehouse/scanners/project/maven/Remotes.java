package dev.gatehouse.scanners.project.maven;

import java.util.List;
import java.util.Locale;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/** Where artifacts come from, as the settings want it: mirrors, credentials and proxies. */
final class Remotes {
    private Remotes() {}

    static MirrorSelector mirrors(Settings settings) {
        var mirrors = new DefaultMirrorSelector();
        settings.getMirrors()
                .forEach(mirror -> mirrors.add(
                        mirror.getId(),
                        mirror.getUrl(),
                        mirror.getLayout(),
                        false,
                        mirror.isBlocked(),
                        mirror.getMirrorOf(),
                        mirror.getMirrorOfLayouts()));
        return mirrors;
    }

    static AuthenticationSelector credentials(Settings settings) {
        var credentials = new DefaultAuthenticationSelector();
        for (var server : settings.getServers()) {
            var authentication = new AuthenticationBuilder()
                    .addUsername(server.getUsername())
                    .addPassword(server.getPassword());
            if (server.getPrivateKey() != null) {
                authentication.addPrivateKey(server.getPrivateKey(), server.getPassphrase());
            }
            credentials.add(server.getId(), authentication.build());
        }
        return credentials;
    }

    static ProxySelector proxies(Settings settings) {
        var proxies = new DefaultProxySelector();
        for (var proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                var authentication = new AuthenticationBuilder()
                        .addUsername(proxy.getUsername())
                        .addPassword(proxy.getPassword())
                        .build();
                proxies.add(
                        new Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort(), authentication),
                        proxy.getNonProxyHosts());
            }
        }
        return proxies;
    }

    /**
     * The repositories that are really asked for those that poms name. In the clear only what somebody chose for this
     * machine: a mirror of its settings, or the machine itself.
     */
    static List<RemoteRepository> effective(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> named) {
        return system.newResolutionRepositories(session, named).stream()
                .filter(remote -> !remote.isBlocked())
                .filter(remote -> !remote.getProtocol().toLowerCase(Locale.ROOT).equals("http")
                        || !remote.getMirroredRepositories().isEmpty()
                        || remote.getHost().equals("localhost")
                        || remote.getHost().equals("127.0.0.1"))
                .toList();
    }
}
