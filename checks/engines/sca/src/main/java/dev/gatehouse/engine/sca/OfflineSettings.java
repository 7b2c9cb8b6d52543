package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.owasp.dependencycheck.utils.Downloader;
import org.owasp.dependencycheck.utils.InvalidSettingException;
import org.owasp.dependencycheck.utils.Settings;

/**
 * Dependency-Check's settings for a scan that opens no connection but the one to its database, looks at jars only and
 * keeps its own files in a private directory: scans that share a data directory queue for its lock.
 */
final class OfflineSettings {
    /** What asks a server, runs a tool, keeps a cache thread, or belongs to another language. */
    private static final List<String> OFF = List.of(
            "odc.autoupdate",
            "hosted.suppressions.enabled",
            "updater.versioncheck.enabled",
            "updater.nvdcve.enabled",
            "analyzer.experimental.enabled",
            "analyzer.retired.enabled",
            "analyzer.central.enabled",
            "analyzer.central.use.cache",
            "analyzer.nexus.enabled",
            "analyzer.artifactory.enabled",
            "analyzer.ossindex.enabled",
            "analyzer.ossindex.use.cache",
            "analyzer.retirejs.enabled",
            "analyzer.knownexploited.enabled",
            "analyzer.node.audit.enabled",
            "analyzer.node.audit.use.cache",
            "analyzer.node.package.enabled",
            "analyzer.yarn.audit.enabled",
            "analyzer.pnpm.audit.enabled",
            "analyzer.npm.cpe.enabled",
            "analyzer.archive.enabled",
            "analyzer.assembly.enabled",
            "analyzer.autoconf.enabled",
            "analyzer.bundle.audit.enabled",
            "analyzer.carthage.enabled",
            "analyzer.cmake.enabled",
            "analyzer.cocoapods.enabled",
            "analyzer.composer.lock.enabled",
            "analyzer.cpanfile.enabled",
            "analyzer.dart.enabled",
            "analyzer.golang.dep.enabled",
            "analyzer.golang.mod.enabled",
            "analyzer.libman.enabled",
            "analyzer.maveninstall.enabled",
            "analyzer.mix.audit.enabled",
            "analyzer.msbuildproject.enabled",
            "analyzer.nugetconf.enabled",
            "analyzer.nuspec.enabled",
            "analyzer.openssl.enabled",
            "analyzer.pe.enabled",
            "analyzer.pip.enabled",
            "analyzer.pipfile.enabled",
            "analyzer.poetry.enabled",
            "analyzer.python.distribution.enabled",
            "analyzer.python.package.enabled",
            "analyzer.ruby.gemspec.enabled",
            "analyzer.swift.package.manager.enabled",
            "analyzer.swift.package.resolved.enabled",
            // each jar stands for itself: what they would merge would vanish from its own result
            "analyzer.dependencybundling.enabled",
            "analyzer.dependencymerging.enabled");

    private OfflineSettings() {}

    /** To read a database that other processes read, too. */
    static Settings reading(DatabaseAddress database, Path work) throws IOException, InvalidSettingException {
        return settings(database, work, "jdbc:h2:", ";ACCESS_MODE_DATA=r;AUTOCOMMIT=ON");
    }

    /** To fill a new database; an H2 file may be left half-written by a crash and is thrown away then. */
    static Settings writing(DatabaseAddress database, Path work) throws IOException, InvalidSettingException {
        var settings = settings(database, work, "jdbc:h2:file:", ";AUTOCOMMIT=ON;CACHE_SIZE=65536;RETENTION_TIME=1000");
        // creates the schema of an H2 file; nothing is updated because no updater is called
        settings.setBoolean(Settings.KEYS.AUTO_UPDATE, true);
        return settings;
    }

    /** Dependency-Check locks and copies, or creates, only what is at an address with {@code file:} in it. */
    private static Settings settings(DatabaseAddress database, Path work, String h2Scheme, String h2Options)
            throws IOException, InvalidSettingException {
        var settings = new Settings();
        OFF.forEach(key -> settings.setBoolean(key, false));
        var data = Files.createTempDirectory(work, "data");
        settings.setString(Settings.KEYS.DATA_DIRECTORY, data.toString());
        settings.setString(Settings.KEYS.TEMP_DIRECTORY, work.toString());
        if (database.directory() != null) {
            settings.setString(Settings.KEYS.H2_DATA_DIRECTORY, database.directory());
            settings.setString(
                    Settings.KEYS.DB_CONNECTION_STRING, h2Scheme + database.directory() + "/odc" + h2Options);
        } else {
            settings.setString(Settings.KEYS.DB_CONNECTION_STRING, String.valueOf(database.url()));
            settings.setString(Settings.KEYS.DB_DRIVER_NAME, "org.postgresql.Driver");
            settings.setStringIfNotNull(Settings.KEYS.DB_USER, database.user());
            settings.setStringIfNotNull(Settings.KEYS.DB_PASSWORD, database.password());
        }
        Downloader.getInstance().configure(settings);
        return settings;
    }
}
