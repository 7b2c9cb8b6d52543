package dev.gatehouse.engine.sast;

import dev.gatehouse.engine.protocol.sast.SastRequest;
import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginException;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * FindSecBugs in a class loader of its own, for one analysis. Its taint summaries and its map of tainted static fields
 * are static: what an earlier module left in them would change what is found in the next one.
 */
final class LoadedPlugin implements AutoCloseable {
    private static final String CATEGORY = "SECURITY";

    private final Plugin plugin;

    private LoadedPlugin(Plugin plugin) {
        this.plugin = plugin;
    }

    static LoadedPlugin load(PluginJar jar) throws EngineFault {
        DetectorFactoryCollection.instance();
        try {
            return new LoadedPlugin(Plugin.loadCustomPlugin(jar.file().toFile(), null));
        } catch (PluginException e) {
            throw new EngineFault("FindSecBugs could not be loaded: " + e.getMessage(), e);
        }
    }

    String id() {
        return plugin.getPluginId();
    }

    /**
     * Switches on the detectors that report weaknesses. SpotBugs adds by itself what they are ordered after.
     *
     * @return how many
     * @throws EngineFault when there are fewer or more than this version of the engine has: FindSecBugs is lost
     *     silently when it is not registered right, and no finding would look like no weakness
     */
    int choose(UserPreferences preferences, SastRequest.Detectors which, int expected) throws EngineFault {
        var security = detectors().stream().filter(LoadedPlugin::isSecurity).toList();
        if (security.size() != expected) {
            throw new EngineFault(
                    "the engine loaded %d security detectors instead of %d".formatted(security.size(), expected));
        }
        if (which == SastRequest.Detectors.ALL) {
            preferences.enableAllDetectors(true);
            return detectors().size();
        }
        preferences.enableAllDetectors(false);
        for (var detector : security) {
            preferences.enableDetector(detector, true);
        }
        return security.size();
    }

    private static List<DetectorFactory> detectors() {
        return StreamSupport.stream(
                        DetectorFactoryCollection.instance().getFactories().spliterator(), false)
                .toList();
    }

    private static boolean isSecurity(DetectorFactory detector) {
        return detector.getReportedBugPatterns().stream()
                .anyMatch(pattern -> pattern.getCategory().equals(CATEGORY));
    }

    @Override
    public void close() throws IOException {
        Plugin.removeCustomPlugin(plugin);
        plugin.close();
    }
}
