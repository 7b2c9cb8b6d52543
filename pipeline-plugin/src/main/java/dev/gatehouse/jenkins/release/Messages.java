package dev.gatehouse.jenkins.release;

import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** The texts of {@code Messages.properties}, in the language of whoever reads them. */
final class Messages {
    private Messages() {}

    static Localizable text(String key) {
        return new Localizable(ResourceBundleHolder.get(Messages.class), key);
    }
}
