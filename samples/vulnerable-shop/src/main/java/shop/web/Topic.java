package shop.web;

/**
 * One seeded weakness with its fixed twin, as the home page lists it.
 *
 * @param path below {@code /weak} and {@code /fixed}
 * @param category of the OWASP Top 10:2025 that the weakness belongs to
 */
public record Topic(String area, String path, String title, String category, String weakness, TwinServlet servlet) {}
