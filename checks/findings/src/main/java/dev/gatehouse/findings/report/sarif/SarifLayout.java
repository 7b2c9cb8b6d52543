package dev.gatehouse.findings.report.sarif;

/**
 * For whom a SARIF file is written.
 *
 * @param folder put before every relative path: the scanned project's folder in its repository, {@code ""} or ending in
 *     {@code /}
 * @param onlyFiles code scanning shows results at files of the repository and nowhere else: requests to the running
 *     application and libraries of a project without a manifest are then shown at a file that stands for the project
 * @param indented for people
 */
public record SarifLayout(String folder, boolean onlyFiles, boolean indented) {
    /** As {@code report.sarif} is. */
    public static final SarifLayout REPORT = new SarifLayout("", false, true);

    /** As code scanning reads it. */
    public static SarifLayout codeScanning(String folder) {
        return new SarifLayout(folder, true, false);
    }
}
