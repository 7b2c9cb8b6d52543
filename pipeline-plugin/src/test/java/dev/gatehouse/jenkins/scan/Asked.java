package dev.gatehouse.jenkins.scan;

import java.util.List;

/** Settings for tests. */
final class Asked {
    private Asked() {}

    static ScanSettings nothing() {
        return of("", List.of(), "", "");
    }

    static ScanSettings of(String directory, List<String> only, String policy, String baseline) {
        return new ScanSettings(directory, only, policy, baseline, "", "", "", "", true, 0, 0);
    }

    static ScanSettings baseline(String baseline) {
        return of("", List.of(), "", baseline);
    }
}
