package dev.gatehouse.jenkins.distribution;

import hudson.FilePath;
import hudson.remoting.RemoteInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;

/**
 * The distribution that the plugin carries.
 *
 * @param zip where Jenkins has unpacked the plugin
 * @param sha256 of the zip, lower-case hexadecimal, as the build wrote it down
 */
public record CarriedDistribution(URL zip, String sha256) {

    /** The one of the installed plugin. */
    public static CarriedDistribution ofPlugin() throws IOException {
        var plugin = Jenkins.get().getPluginManager().whichPlugin(CarriedDistribution.class);
        if (plugin == null) {
            throw new IOException("Gatehouse is not installed as a plugin here");
        }
        return in(plugin.baseResourceURL);
    }

    static CarriedDistribution in(URL pluginFolder) throws IOException {
        var zip = resolve(pluginFolder, "WEB-INF/distribution/gatehouse.zip");
        try (var digest = resolve(pluginFolder, "WEB-INF/distribution/gatehouse.zip.sha256")
                .openStream()) {
            return new CarriedDistribution(zip, new String(digest.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }

    /**
     * Makes sure that the distribution is in a machine's folder.
     *
     * @return its path on that machine
     */
    public String unpackedIn(FilePath folder) throws IOException, InterruptedException {
        if (folder.act(new IsThere(sha256))) {
            return folder.child(sha256).getRemote();
        }
        try (InputStream in = zip.openStream();
                var remote = new RemoteInputStream(in, RemoteInputStream.Flag.GREEDY)) {
            return folder.act(new Unpack(sha256, remote));
        }
    }

    private static URL resolve(URL folder, String file) throws IOException {
        try {
            return new URI(folder.toExternalForm()).resolve(file).toURL();
        } catch (URISyntaxException e) {
            throw new IOException("Gatehouse's folder has an address that is none: " + folder, e);
        }
    }
}
