package dev.gatehouse.fips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What is known of the validated module from elsewhere; {@code module.properties} names the sources.
 *
 * @param jar name of the module's file, by which its security policy tells it
 * @param sha256 of that file
 * @param list where the certificate's state of today can be looked up
 */
record ModuleFacts(
        String name, String version, String jar, String sha256, String certificate, String standard, String list) {

    static ModuleFacts load() {
        var facts = new Properties();
        try (var in = ModuleFacts.class.getResourceAsStream("module.properties")) {
            if (in == null) {
                throw new IllegalStateException("module.properties is missing from this build");
            }
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModuleFacts(
                facts.getProperty("name"),
                facts.getProperty("version"),
                facts.getProperty("jar"),
                facts.getProperty("sha256"),
                facts.getProperty("certificate"),
                facts.getProperty("standard"),
                facts.getProperty("list"));
    }
}
