package dev.gatehouse.cli.fleet;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.YamlValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code fleet} of {@code .gatehouse.yml}. */
final class FleetSection {
    private static final JsonPointer VERSION = JsonPointer.compile("/version");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private FleetSection() {}

    static Optional<List<Region>> read(GatehouseFile file) {
        return file.section("fleet").map(section -> {
            var regions = section.map().only("regions").require("regions").map();
            if (regions.keys().isEmpty()) {
                throw regions.wrong("fleet.regions names no region; give each a name and an address");
            }
            var all = new ArrayList<Region>();
            regions.keys().forEach(name -> all.add(region(name, regions.require(name))));
            return List.copyOf(all);
        });
    }

    private static Region region(String name, YamlValue value) {
        if (!value.isMap()) {
            return new Region(name, address(value), VERSION);
        }
        var keys = value.map().only("url", "pointer");
        return new Region(
                name,
                address(keys.require("url")),
                keys.get("pointer").map(FleetSection::pointer).orElse(VERSION));
    }

    private static URI address(YamlValue value) {
        try {
            var address = new URI(value.text());
            var host = address.getHost();
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && host != null && LOOPBACK.contains(host));
            if (host != null && safe && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw value.wrong("a region needs an https address without a user, such as https://eu.shop.example/version"
                + " (http on this machine only)");
    }

    private static JsonPointer pointer(YamlValue value) {
        try {
            return JsonPointer.compile(value.text());
        } catch (IllegalArgumentException e) {
            throw value.wrong("a pointer is a JSON pointer such as /build/version");
        }
    }
}
